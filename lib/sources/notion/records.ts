/** What Notion's API answers, the fields we use (version 2025-09-03). https://developers.notion.com/reference */
import * as z from 'zod/mini';

const time = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text)), 'not a time'));
/** A field of another type is left out. */
const otherwise = z.catch;
const richText = z.array(z.object({ plain_text: z.string() }));
const option = z.nullable(z.object({ name: z.string() }));

export const listSchema = z.object({
  results: z.array(z.unknown()),
  next_cursor: z.nullable(z.string()),
  request_status: otherwise(z.optional(z.object({ type: z.string() })), undefined),
});

/** The properties we read; all others are of no use to a reader, or name people. */
const propertySchema = z.union([
  z.object({ type: z.literal('title'), title: richText }),
  z.object({ type: z.literal('select'), select: option }),
  z.object({ type: z.literal('status'), status: option }),
  z.object({
    type: z.literal('multi_select'),
    multi_select: z.array(z.object({ name: z.string() })),
  }),
  z.object({ type: z.literal('rich_text'), rich_text: richText }),
  z.object({
    type: z.literal('date'),
    date: z.nullable(z.object({ start: z.string(), end: otherwise(z.nullable(z.string()), null) })),
  }),
]);
export type Property = z.infer<typeof propertySchema>;

export const pageSchema = z.object({
  object: z.literal('page'),
  id: z.string(),
  last_edited_time: time,
  in_trash: otherwise(z.optional(z.boolean()), undefined),
  /** Rows of a database have it, or its data source, for a parent. */
  parent: otherwise(z.optional(z.object({ type: z.string() })), undefined),
  url: z.string(),
  public_url: otherwise(z.nullable(z.string()), null),
  properties: z.record(z.string(), otherwise(z.nullable(propertySchema), null)),
});
export type PageRecord = z.infer<typeof pageSchema>;

/** Enough of a page to know that it is there, or in the trash. */
export const markSchema = z.object({
  object: z.literal('page'),
  id: z.string(),
  last_edited_time: z.optional(z.string()),
});

export const idSchema = z.object({ id: z.string() });

export const markdownSchema = z.object({
  id: z.string(),
  markdown: z.string(),
  truncated: otherwise(z.boolean(), false),
  unknown_block_ids: otherwise(z.array(z.string()), []),
});

export const databaseSchema = z.object({
  object: z.literal('data_source'),
  id: z.string(),
  title: richText,
});

export const selfSchema = z.object({
  name: z.nullable(z.string()),
  bot: z.optional(z.object({ workspace_name: z.optional(z.nullable(z.string())) })),
});
