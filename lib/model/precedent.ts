/** Precedent: an earlier ticket, and what the agent decided about one item on it. */
import * as z from 'zod/mini';
import type { Signal } from '@/lib/model/signal';

export const verdictSchema = z.enum(['answered', 'dismissed']);
export type Verdict = z.infer<typeof verdictSchema>;

/** Never leaves the machine that it was made on: no log, export or pack holds one. */
export interface Precedent {
  /** `asked:<item id>:<mark of the ticket>`: one for each pair. */
  id: string;
  itemId: string;
  ticketKey: string;
  /** ISO 8601: when it was decided. */
  at: string;
  verdict: Verdict;
  /** BCP 47, the ticket's. */
  locale: string;
  /** The subject's and the first message's telling words, without personal data. */
  subject: string;
  body: string;
}

/** What the agents' decisions on earlier tickets add up to. */
export interface Experience {
  /** How often each item answered a ticket, where every full year of age halves. */
  timesUsed: ReadonlyMap<string, number>;
  /** Precedents that are kept: documents of the index beside the items. */
  precedents: number;
  /** Tickets that at least one item answered. */
  answeredTickets: number;
}

const VERDICTS: Partial<Record<Signal['kind'], Verdict>> = {
  inserted: 'answered',
  copied: 'answered',
  linked: 'answered',
  dismissed: 'dismissed',
};

/** What a signal decides about its item; null for those that decide nothing. */
export function verdictOf(kind: Signal['kind']): Verdict | null {
  return VERDICTS[kind] ?? null;
}

const PREFIX = 'asked:';

/** The id of the precedent for the pair; `mark` names the ticket and holds no colon. */
export function precedentId(itemId: string, mark: string): string {
  return `${PREFIX}${itemId}:${mark}`;
}

/** The item and the ticket that an id is made of. */
export function pairOf(id: string): { itemId: string; mark: string } {
  const end = id.lastIndexOf(':');
  return { itemId: id.slice(PREFIX.length, end), mark: id.slice(end + 1) };
}
