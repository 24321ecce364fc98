/** Source state: all that the options page tells about a source and its reading. */
import * as z from 'zod/mini';
import { faultSchema } from '@/lib/model/fault-schema';
import { sourceSchema } from '@/lib/model/source';
import { settingsSchema } from '@/lib/model/source-draft';

/** A record that could not be used: its place and the reason, never its content. */
export const skippedRecordSchema = z.object({ where: z.string(), why: z.string() });
export type SkippedRecord = z.infer<typeof skippedRecordSchema>;

/** What one reading brought. */
export const readingCountsSchema = z.object({
  added: z.number(),
  changed: z.number(),
  removed: z.number(),
  skipped: z.number(),
  bytes: z.number(),
});
export type ReadingCounts = z.infer<typeof readingCountsSchema>;

/** How far the reading under way is. */
export const readingProgressSchema = z.object({
  /** Items read, changed or not. */
  items: z.number(),
  /** How many there are in all, where the place says so. */
  total: z.optional(z.number()),
  bytes: z.number(),
  /** Over the last minute; absent until that can be told. */
  itemsPerSecond: z.optional(z.number()),
  bytesPerSecond: z.optional(z.number()),
  secondsLeft: z.optional(z.number()),
});
export type ReadingProgress = z.infer<typeof readingProgressSchema>;

export const sourceStateSchema = z.extend(sourceSchema, {
  settings: settingsSchema,
  /** Origins it asks, as `https://host`. */
  origins: z.array(z.string()),
  secrets: z.array(z.object({ name: z.string(), required: z.boolean(), isSet: z.boolean() })),
  isSession: z.boolean(),
  /**
   * `reading` what changed, `checking` what is still there; `waiting` has begun and goes on at
   * `nextAt`; `idle` begins again at `nextAt`; `paused` by the agent; `by-hand` is only imported.
   */
  activity: z.enum(['reading', 'checking', 'waiting', 'idle', 'paused', 'by-hand']),
  /** What only the agent can do before it goes on. */
  needs: z.nullable(z.enum(['permission', 'sign-in', 'helpdesk-tab'])),
  /** Null unless reading, checking or waiting. */
  progress: z.nullable(readingProgressSchema),
  /** Of the last reading that came to its end. */
  lastCounts: z.nullable(readingCountsSchema),
  /** Of the last reading, at most 50. */
  skipped: z.array(skippedRecordSchema),
  /** Why the last attempt stopped; null when it did not. */
  fault: z.nullable(faultSchema),
  /** ISO 8601; absent when only the agent can set it going. */
  nextAt: z.optional(z.string()),
});
export type SourceState = z.infer<typeof sourceStateSchema>;
