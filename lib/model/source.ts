/** Source: a configured place that items come from. */
import * as z from 'zod/mini';

export const sourceSchema = z.object({
  id: z.string(),
  /** `file`: imported by hand from a file of documents. */
  kind: z.enum(['sample', 'file']),
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
