/** The first stage: what the engine finds for a ticket, in one pass over the index. */
import type { Result } from '@/lib/core/result';
import type { ItemKind } from '@/lib/model/item';
import type { SearchAnswer, SearchEngine } from '@/lib/search/contract';
import { PRECEDENT_GROUP } from '@/lib/suggest/precedents';
import type { TicketQuery } from '@/lib/suggest/query';

/** Where each kind of candidate stands in the answer's lists. */
export const ISSUE_LIST = 0;
export const ANSWER_LIST = 1;
export const PRECEDENT_LIST = 2;

export const ISSUE_KINDS: readonly ItemKind[] = ['issue', 'incident'];
export const ANSWER_KINDS: readonly ItemKind[] = ['article', 'thread', 'past-ticket', 'reply'];

/** Enough that nine of ten right ones are among them (measured on real tickets). */
const ISSUES = 200;
/** Right issues that are not among the best by their words are mostly new ones. */
const ISSUES_KEPT = { best: 40, newest: 40 };
const ANSWERS = 120;
const PRECEDENTS = 40;

/** All lists best match first. */
export function searchFor(engine: SearchEngine, query: TicketQuery): Promise<Result<SearchAnswer>> {
  return engine.search({
    parts: query.parts,
    lists: [
      { groups: [...ISSUE_KINDS], limit: ISSUES, keep: ISSUES_KEPT },
      { groups: [...ANSWER_KINDS], limit: ANSWERS },
      { groups: [PRECEDENT_GROUP], limit: PRECEDENTS },
    ],
  });
}
