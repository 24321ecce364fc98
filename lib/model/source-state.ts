/** Source state: all that the options page tells about a source and its reading. */
import * as z from 'zod/mini';
import { faultSchema } from '@/lib/model/fault-schema';
import { sourceSchema } from '@/lib/model/source';
import { settingsSchema } from '@/lib/model/source-draft';

/** Why a record could not be used; each has its own words. */
export const SKIP_REASONS = [
  /** A field is missing or of another form; the detail is its name. */
  'shape',
  'no-text',
  'no-title',
  /** The place does not give it; the detail is its code for that. */
  'refused',
  /** It was listed, and is not there. */
  'gone',
  /** Its id came before. */
  'repeated',
  /** The detail is how many were left out. */
  'too-many',
  'too-large',
  /** No page to read, but a file. */
  'no-page',
  'sign-in',
  /** It leads to another site. */
  'elsewhere',
  /** The detail is a fault's kind. */
  'failed',
  'unusable',
] as const;

/** `z.catch` looks like a promise's to the linter. */
const otherwise = z.catch;

/** A record that could not be used: its place and the reason, never its content. */
export const skippedRecordSchema = z.object({
  /** In no language: its address, key or number; else its place in a file or list, e.g. `#3`. */
  where: z.string(),
  /** Noted by another version of ours, a reason may be one that is not known here. */
  why: otherwise(z.enum(SKIP_REASONS), 'unusable'),
  detail: z.optional(z.string()),
});
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
