/** Source: a configured place that items come from. */
import * as z from 'zod/mini';
import { faultSchema } from '@/lib/model/fault-schema';

/** Places that can be read with a key of the agent's: they need it, or show more to it. */
export const SIGN_IN_KINDS = [
  'zendesk-guide',
  'zendesk-tickets',
  'helpscout-docs',
  'helpscout-replies',
  'intercom',
  'confluence',
  'notion',
  'mediawiki',
  'discourse',
  'jira',
  'github',
  'gitlab',
  'linear',
  'redmine',
  'bugzilla',
] as const;

/**
 * Places that take no key: `sample` comes with the extension, `file` and `folder` are picked by hand,
 * the others are open to all.
 */
const OPEN_KINDS = ['site', 'statuspage', 'sample', 'file', 'folder'] as const;

/** Every kind there is; whoever else needs a list of them derives it from this one. */
export const sourceKindSchema = z.enum([...SIGN_IN_KINDS, ...OPEN_KINDS]);
export type SourceKind = z.infer<typeof sourceKindSchema>;

export const sourceSchema = z.object({
  id: z.string(),
  kind: sourceKindSchema,
  name: z.string(),
  addedAt: z.string(),
  /** ISO 8601 of the last complete pull; absent while the first one runs. */
  syncedAt: z.optional(z.string()),
  items: z.number(),
  /** Why the last attempt to read it stopped; absent when it did not. */
  trouble: z.optional(faultSchema),
});
export type Source = z.infer<typeof sourceSchema>;

/** How far the index has come with the items at hand. */
export const indexStatusSchema = z.object({
  state: z.enum(['empty', 'indexing', 'ready', 'failed']),
  items: z.number(),
  indexed: z.number(),
});
export type IndexStatus = z.infer<typeof indexStatusSchema>;
