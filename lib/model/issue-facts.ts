/** Issue facts: what support needs to know of a bug or an incident. */
import * as z from 'zod/mini';
import { blockSchema } from '@/lib/model/block';

export const statusCategorySchema = z.enum([
  'open',
  'in-progress',
  'fixed-unreleased',
  'fixed',
  'wont-fix',
  'duplicate',
]);
export type StatusCategory = z.infer<typeof statusCategorySchema>;

export const issueFactsSchema = z.object({
  category: statusCategorySchema,
  /** The tracker's own word, shown beside ours. */
  rawStatus: z.string(),
  fixVersion: z.optional(z.string()),
  /** ISO date of the fix's release, planned or past. */
  fixDate: z.optional(z.string()),
  affectedVersions: z.array(z.string()),
  components: z.array(z.string()),
  /** What support may tell the customer to do meanwhile. */
  workaround: z.optional(z.array(blockSchema)),
  linkedTickets: z.number(),
  createdAt: z.string(),
  /** The issue that this one duplicates, as people call it: a key such as `FERN-1042`. */
  duplicateOf: z.optional(z.string()),
  /** Item id of that issue, whether it was read or not; absent where the key alone is known. */
  originalId: z.optional(z.string()),
  /** ISO 8601: all of the above was true at this time. */
  asOf: z.string(),
});
export type IssueFacts = z.infer<typeof issueFactsSchema>;
