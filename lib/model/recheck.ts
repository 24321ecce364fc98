/** Recheck: what the place an item came from says of it now, when an agent is about to use it. */
import * as z from 'zod/mini';

export const recheckSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('there') }),
  /** `status`: what the place answered, 404 or 410; a draft counts as 404. */
  z.object({ kind: z.literal('gone'), status: z.number() }),
  /** Its address leads elsewhere; `url` where that is on the same host, absolute. */
  z.object({ kind: z.literal('moved'), url: z.optional(z.string()) }),
  /** Nobody could say, e.g. without a connection. */
  z.object({ kind: z.literal('unknown') }),
]);
export type Recheck = z.infer<typeof recheckSchema>;
