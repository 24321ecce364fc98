/** What Intercom's API answers of articles, as far as we use it. */
import * as z from 'zod/mini';
import { idSchema, loose, looseList } from '@/lib/sources/tracker/fields';

const text = loose(z.nullable(z.string()));
/** Seconds since 1970. */
const seconds = z.number();

const contentSchema = z.object({
  title: text,
  /** HTML. */
  body: text,
  url: text,
  state: text,
  updated_at: loose(z.nullable(seconds)),
});
export type ContentRecord = z.infer<typeof contentSchema>;

/** Keys beside the languages, such as `type`, hold no content. */
const translationsSchema = z.pipe(
  loose(z.record(z.string(), z.unknown())),
  z.transform((entries) =>
    Object.entries(entries ?? {}).flatMap(([locale, entry]) => {
      const content = contentSchema.safeParse(entry);
      const isLocale = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(locale);
      return isLocale && content.success ? [{ locale, content: content.data }] : [];
    }),
  ),
);

export const articleSchema = z.extend(contentSchema, {
  id: idSchema,
  updated_at: seconds,
  default_locale: loose(z.string().check(z.minLength(2))),
  parent_id: loose(z.nullable(idSchema)),
  parent_ids: looseList(idSchema),
  translated_content: translationsSchema,
});
export type ArticleRecord = z.infer<typeof articleSchema>;

/** Every list: rows, and how far they are cut. */
export const listSchema = z.object({
  data: z.array(z.unknown()),
  total_count: z.number(),
  pages: z.object({ page: z.number(), total_pages: z.number() }),
});

export const collectionSchema = z.object({ id: idSchema, name: text });

export const meSchema = z.object({
  type: z.string(),
  name: text,
  app: loose(z.nullable(z.object({ name: text }))),
});
