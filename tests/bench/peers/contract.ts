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

/** `raw` is the whole ticket; `pruned` its best words, weighted where the engine can weigh words. */
export const FORMS = ['raw', 'pruned'] as const;
export type Form = (typeof FORMS)[number];

type Awaitable<T> = T | Promise<T>;

export interface PeerIndex {
  /** Indexes more documents. */
  add(documents: readonly PeerDocument[]): Awaitable<void>;
  /** Called once after the last `add` of a build, for what an engine does at its end. */
  finish?(): Awaitable<void>;
  /** Ids, best first; any of the words may match. */
  search(query: PeerQuery, form: Form, limit: number): Awaitable<string[]>;
  /** Writes all that `load` needs into the folder. */
  save(folder: string): Awaitable<void>;
  /** Bytes it holds outside the JavaScript heap and its array buffers. */
  otherBytes?(): number;
}

export interface Peer {
  name: string;
  /** False for an index that is built once and never changed. */
  canAdd: boolean;
  /** What the raw form sends when it is not the whole ticket. */
  rawForm?: 'title';
  create(): Awaitable<PeerIndex>;
  /** Opens what `save` wrote. */
  load(folder: string): Awaitable<PeerIndex>;
}

/** The text that an engine without weights gets. */
export function textOf(query: PeerQuery, form: Form): string {
  return form === 'raw'
    ? `${query.title}\n${query.body}`
    : query.pruned.map(({ word }) => word).join(' ');
}
