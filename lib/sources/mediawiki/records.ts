/**
 * What MediaWiki's action API answers, the fields we use (format version 2).
 * Seen on 1.39; https://www.mediawiki.org/wiki/API:Main_page.
 */
import * as z from 'zod/mini';

/** Errors come with status 200. */
const errorField = z.optional(z.object({ code: z.string() }));

/** Parameters that ask for what follows; absent at the end. */
const continueSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** A list answer; its rows are read one by one. */
export const queryAnswerSchema = z.object({
  error: errorField,
  batchcomplete: z.optional(z.boolean()),
  continue: z.optional(continueSchema),
  query: z.optional(
    z.object({
      pages: z.optional(z.array(z.unknown())),
      recentchanges: z.optional(z.array(z.unknown())),
      allpages: z.optional(z.array(z.unknown())),
      general: z.optional(z.object({ sitename: z.string() })),
      userinfo: z.optional(z.object({ name: z.string(), anon: z.optional(z.boolean()) })),
      namespaces: z.optional(z.record(z.string(), z.unknown())),
    }),
  ),
});
export type QueryAnswer = z.infer<typeof queryAnswerSchema>;

export const pageSchema = z.object({
  pageid: z.number(),
  ns: z.number(),
  title: z.string(),
  redirect: z.optional(z.boolean()),
  fullurl: z.string(),
  pagelanguage: z.optional(z.string()),
  /** The newest one only. */
  revisions: z.optional(z.array(z.object({ timestamp: z.string() }))),
  categories: z.optional(z.array(z.object({ title: z.string() }))),
});
export type PageRecord = z.infer<typeof pageSchema>;

/** A page that is not there any more, asked for by its id. */
export const missingPageSchema = z.object({ pageid: z.number(), missing: z.literal(true) });

export const pageIdSchema = z.object({ pageid: z.number() });

/** An edit, a new page or an entry of the log; `pageid` is kept when a page moves or is restored. */
export const changeSchema = z.object({
  type: z.string(),
  pageid: z.number(),
  logtype: z.optional(z.string()),
});
export type ChangeRecord = z.infer<typeof changeSchema>;

export const namespaceSchema = z.object({
  id: z.number(),
  name: z.string(),
  content: z.optional(z.boolean()),
});

export const parseAnswerSchema = z.object({
  error: errorField,
  parse: z.optional(z.object({ pageid: z.number(), text: z.string() })),
});
