/** What every measured search engine looks like to the benchmarks: theirs and ours. */

export interface PeerDocument {
  id: string;
  title: string;
  body: string;
}

/** A word worth searching for, and how much it counts. */
export interface WeightedWord {
  word: string;
  weight: number;
}

/** A ticket as a question. */
export interface PeerQuery {
  title: string;
  body: string;
  /** The best words of subject and first lines, heaviest first: the same for every engine. */
  pruned: WeightedWord[];
}

/**
 * `raw` is the whole ticket; `title` its subject, for an engine that cannot take more; `pruned` its best
 * words, weighted where the engine can weigh words; `engine` the whole ticket without the second stage.
 */
export type Form = 'raw' | 'title' | 'pruned' | 'engine';

export const USUAL_FORMS: readonly Form[] = ['pruned', 'raw'];

/** Where an engine finds what it may need besides the documents it is given. */
export interface Surroundings {
  /** An empty folder for files of its own. */
  scratch: string;
  /** The folder of the corpus. */
  workspace: string;
}

type Awaitable<T> = T | Promise<T>;

export interface PeerIndex {
  /** Indexes more documents. */
  add(documents: readonly PeerDocument[]): Awaitable<void>;
  /** Called once after the last `add` of a build, for what an engine does at its end. */
  finish?(): Awaitable<void>;
  /** Ids, best first; any of the words may match. */
  search(query: PeerQuery, form: Form, limit: number): Awaitable<string[]>;
  /** Writes all that `load` needs into the folder, which is there and empty. */
  save(folder: string): Awaitable<void>;
}

export interface Peer {
  name: string;
  /** False for an index that is built once and never changed. */
  canAdd: boolean;
  /** The fastest first. */
  forms: readonly Form[];
  create(surroundings: Surroundings): Awaitable<PeerIndex>;
  /** Opens what `save` wrote into `folder`. */
  load(folder: string, surroundings: Surroundings): Awaitable<PeerIndex>;
}

/** The text that an engine without weights gets. */
export function textOf(query: PeerQuery, form: Form): string {
  if (form === 'title') return query.title;
  if (form === 'pruned') return query.pruned.map(({ word }) => word).join(' ');
  return `${query.title}\n${query.body}`;
}
