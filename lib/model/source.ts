/** Source: a configured place that items come from. */
import * as z from 'zod/mini';

/** `sample` comes with the extension, `file` is imported by hand; the rest are read by connectors. */
export const sourceKindSchema = z.enum([
  'sample',
  'file',
  'zendesk-guide',
  'zendesk-tickets',
  'helpscout-docs',
  'helpscout-replies',
  'intercom',
  'confluence',
  'notion',
  'mediawiki',
  'site',
  'folder',
  'discourse',
  'jira',
  'github',
  'gitlab',
  'linear',
  'redmine',
  'bugzilla',
  'statuspage',
]);
export type SourceKind = z.infer<typeof sourceKindSchema>;

export const sourceSchema = z.object({
  id: z.string(),
  kind: sourceKindSchema,
  name: z.string(),
  addedAt: z.string(),
  /** ISO 8601 of the last complete pull; absent while the first one runs. */
  syncedAt: z.optional(z.string()),
  items: z.number(),
});
export type Source = z.infer<typeof sourceSchema>;

/** How far the index has come with the items at hand. */
export const indexStatusSchema = z.object({
  state: z.enum(['empty', 'indexing', 'ready', 'failed']),
  items: z.number(),
  indexed: z.number(),
});
export type IndexStatus = z.infer<typeof indexStatusSchema>;
