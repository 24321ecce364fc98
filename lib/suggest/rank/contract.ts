/** Ranking: what a feature sees, and what it has to say. */
import type { Hit, QueryTerm } from '@/lib/search/contract';
import type { NearPrecedent } from '@/lib/suggest/precedents';
import type { HitMatch } from '@/lib/suggest/rank/match';

/** One list of candidates for one ticket, with all that features compare them by. */
export interface RankContext {
  /** The query's terms; `Hit.matches` points into them. */
  terms: readonly QueryTerm[];
  /** The ticket's subject and what the customer wrote below it. */
  subject: string;
  body: string;
  /** When the ticket came, in milliseconds since 1970; null where the page does not say. */
  at: number | null;
  /** Values of the ticket's fields, tags and versions, in lower case. */
  facts: ReadonlySet<string>;
  /** The list, best match first. */
  candidates: readonly RankCandidate[];
  /** Earlier tickets like this one that an agent answered or linked, nearest first. */
  precedents: readonly NearPrecedent[];
  /** How often the item was inserted or linked so far. */
  timesUsed: (id: string) => number;
}

export interface RankCandidate {
  hit: Hit;
  match: HitMatch;
  /** Its own id, or that of the document it repeats. */
  root: string;
}

/** A named number that speaks for or against a candidate. */
export interface RankFeature {
  name: string;
  /** Prepares what is the same for the whole list; returns the number of each candidate. */
  over: (context: RankContext) => (candidate: RankCandidate) => number;
}
