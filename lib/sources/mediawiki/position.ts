/** How far the reading of a wiki has come. */
import * as z from 'zod/mini';

const next = z.nullable(z.record(z.string(), z.union([z.string(), z.number()])));

/** `since` and `startedAt` are ISO 8601 by the wiki's clock. */
export const positionSchema = z.discriminatedUnion('phase', [
  /** Every page, one namespace after the other. */
  z.object({
    phase: z.literal('all'),
    startedAt: z.string(),
    isPublic: z.boolean(),
    namespace: z.number(),
    next,
  }),
  /** What changed since; `pending` holds ids of pages still to be read. */
  z.object({
    phase: z.literal('changes'),
    startedAt: z.string(),
    isPublic: z.boolean(),
    since: z.string(),
    next,
    pending: z.array(z.number()),
    hasMore: z.boolean(),
  }),
  z.object({ phase: z.literal('rest'), since: z.string() }),
]);
export type Position = z.infer<typeof positionSchema>;
export type AllPosition = Extract<Position, { phase: 'all' }>;
export type ChangesPosition = Extract<Position, { phase: 'changes' }>;

export const sweepPositionSchema = z.object({ namespace: z.number(), next });
