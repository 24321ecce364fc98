/** Signal: what an agent did with a suggestion. */
import * as z from 'zod/mini';

export const signalSchema = z.object({
  id: z.string(),
  kind: z.enum([
    'shown',
    'opened',
    'inserted',
    'copied',
    'linked',
    'dismissed',
    'searched-without-answer',
  ]),
  ticketKey: z.string(),
  /** Absent only for `searched-without-answer`. */
  itemId: z.optional(z.string()),
  /** ISO 8601. */
  at: z.string(),
});
export type Signal = z.infer<typeof signalSchema>;
