/**
 * Which topics were read in which state: marking an answer does not move a topic in the list, so a
 * week of topics is listed each time, and only those are read that are not as they were.
 */
import * as z from 'zod/mini';
import type { TopicRecord } from '@/lib/sources/discourse/records';

/** Topics remembered; a cursor is written with every step. */
const MOST_TOPICS = 400;

const statesSchema = z.record(z.string(), z.string());
const noteSchema = z.object({
  /** Of the reading before. */
  before: statesSchema,
  /** Of this reading. */
  now: statesSchema,
  /** Topics of the page at hand that are done. */
  here: z.array(z.string()),
  /** ISO 8601: when the last reading of everything began, by the forum's clock. */
  wholeAt: z.optional(z.string()),
});
export type TopicNote = z.infer<typeof noteSchema>;

export function readNote(note: string | null): TopicNote {
  try {
    const parsed = noteSchema.safeParse(JSON.parse(note ?? 'null'));
    if (parsed.success) return parsed.data;
  } catch {
    // One of another version, or damaged: then everything is read.
  }
  return { before: {}, now: {}, here: [] };
}

/** For the next reading: topics that this one did not meet are forgotten. */
export function turnOver({ now, wholeAt }: TopicNote): TopicNote {
  return { before: now, now: {}, here: [], wholeAt };
}

/** For a reading of everything: no topic is known. */
export function startOver(wholeAt: string): TopicNote {
  return { before: {}, now: {}, here: [], wholeAt };
}

/** True for a topic that this reading or the one before read as it is. */
export function isKnown({ before, now, here }: TopicNote, topic: TopicRecord): boolean {
  const state = stateOf(topic);
  return here.includes(topic.id) || before[topic.id] === state || now[topic.id] === state;
}

/**
 * Remembers topics of a page; those bumped last are kept when there are too many. What was `gone`
 * is asked for again at the next reading, as long as it is listed.
 */
export function remember(
  note: TopicNote,
  topics: readonly TopicRecord[],
  gone: readonly TopicRecord[],
): TopicNote {
  const states = new Map(Object.entries(note.now));
  for (const topic of topics) if (!gone.includes(topic)) states.set(topic.id, stateOf(topic));
  const newest = [...states].toSorted(([, a], [, b]) => timeOf(b) - timeOf(a));
  return {
    ...note,
    now: Object.fromEntries(newest.slice(0, MOST_TOPICS)),
    here: [...new Set([...note.here, ...topics.map(({ id }) => id)])],
  };
}

/** When it was bumped, in seconds, and a hash of what else a list shows of it. */
function stateOf(topic: TopicRecord): string {
  const seconds = Math.floor(Date.parse(topic.bumped_at) / 1000);
  const shown = [topic.bumped_at, topic.title, topic.posts_count, topic.category_id, topic.tags];
  let hash = 0;
  for (const character of JSON.stringify(shown)) {
    hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  }
  return `${seconds.toString(36)}.${hash.toString(36)}`;
}

function timeOf(state: string): number {
  return parseInt(state, 36);
}
