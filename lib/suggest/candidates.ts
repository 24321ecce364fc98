/** Candidates: what the engine found for a ticket, with bodies, agreements and features. */
import { ok, type Result } from '@/lib/core/result';
import { translationKey, type Item, type ItemKind } from '@/lib/model/item';
import type { Ticket } from '@/lib/model/ticket';
import type { Hit, SearchAnswer, SearchEngine } from '@/lib/search/contract';
import { explainHit, type ExplainedHit } from '@/lib/search/evidence';
import type { ItemReader } from '@/lib/suggest/contract';
import { agreementOf, featuresOf, type Agreement, type Features } from '@/lib/suggest/features';
import { canCause, originalId } from '@/lib/suggest/known-issue';
import { PRECEDENT_GROUP } from '@/lib/suggest/precedents';
import { buildQuery, type TicketQuery } from '@/lib/suggest/query';

export interface Candidate {
  hit: ExplainedHit;
  item: Item;
  agreement: Agreement;
  features: Features;
}

export interface Candidates {
  query: TicketQuery;
  /** Issues and incidents that could cause the ticket, best match first. */
  issues: Candidate[];
  /** Articles and the like, one per set of translations, best match first. */
  answers: Candidate[];
  searchedItems: number;
}

/** Where each kind of candidate stands in the lists of `searchFor`. */
export const ISSUE_LIST = 0;
export const ANSWER_LIST = 1;
export const PRECEDENT_LIST = 2;

const ISSUE_KINDS: ItemKind[] = ['issue', 'incident'];
const ANSWER_KINDS: ItemKind[] = ['article', 'thread', 'past-ticket', 'reply'];
const ISSUE_CANDIDATES = 8;
const ANSWER_CANDIDATES = 18;

type Match = Pick<Candidate, 'hit' | 'item'>;

/** Candidates of both kinds, as the engine finds them: what the ranking works on. */
const ISSUES_RANKED = 200;
const ANSWERS_RANKED = 150;
const PRECEDENTS_READ = 40;

/** The first stage: what the engine finds for a ticket, best match first. */
export function searchFor(
  engine: SearchEngine,
  query: TicketQuery,
  excluded: readonly string[],
): Promise<Result<SearchAnswer>> {
  return engine.search({
    parts: query.parts,
    lists: [
      { groups: ISSUE_KINDS, limit: ISSUES_RANKED },
      { groups: ANSWER_KINDS, limit: ANSWERS_RANKED },
      { groups: [PRECEDENT_GROUP], limit: PRECEDENTS_READ },
    ],
    exclude: [...excluded],
  });
}

/** Searches for the ticket; ids in `excluded` are never returned. */
export async function findCandidates(
  engine: SearchEngine,
  items: ItemReader,
  ticket: Ticket,
  excluded: readonly string[],
): Promise<Result<Candidates>> {
  const query = buildQuery(ticket);
  const answer = await engine.search({
    parts: query.parts,
    lists: [
      { groups: ISSUE_KINDS, limit: ISSUE_CANDIDATES },
      { groups: ANSWER_KINDS, limit: ANSWER_CANDIDATES },
    ],
    exclude: [...excluded],
  });
  if (!answer.ok) return answer;
  const { documents } = answer.value;
  const { terms, lists } = answer.value;
  const [issueHits = [], answerHits = []] = lists.map((list) =>
    list.map((hit) => explainHit(hit, terms)),
  );
  const bodies = await readBodies(items, [...issueHits, ...answerHits]);
  if (!bodies.ok) return bodies;
  const issues = mergeDuplicates(issueHits, bodies.value).filter(
    ({ item }) => canCause(item, query) && !excluded.includes(item.id),
  );
  const answers = mergeTranslations(answerHits, bodies.value, query.language);
  const describeAll = async (matches: Match[], others: Match[]): Promise<Candidate[]> =>
    Promise.all(
      matches.map(async ({ hit, item }) => {
        const frequencies = await engine.frequencies(item.title, item.locale);
        const title = frequencies.ok ? frequencies.value : [];
        const rival = matches.find((match) => match.item !== item)?.hit;
        const agreement = agreementOf(query, hit, item, documents);
        const surroundings = { documents, rival, other: others[0]?.hit, title };
        const features = featuresOf(query, hit, item, agreement, surroundings);
        return { hit, item, agreement, features };
      }),
    );
  return ok({
    query,
    issues: await describeAll(issues, answers),
    answers: await describeAll(answers, issues),
    searchedItems: documents,
  });
}

async function readBodies(items: ItemReader, hits: Hit[]): Promise<Result<Map<string, Item>>> {
  const first = await items.readItems(hits.map(({ id }) => id));
  if (!first.ok) return first;
  const bodies = new Map(first.value.map((item) => [item.id, item]));
  const missing = first.value
    .map((item) => originalId(item))
    .filter((id) => id !== null && !bodies.has(id));
  if (missing.length === 0) return ok(bodies);
  const originals = await items.readItems(missing.filter((id) => id !== null));
  if (!originals.ok) return originals;
  for (const item of originals.value) bodies.set(item.id, item);
  return ok(bodies);
}

/** A duplicate speaks for the issue it duplicates. */
function mergeDuplicates(
  hits: readonly ExplainedHit[],
  bodies: ReadonlyMap<string, Item>,
): Match[] {
  const matters = new Map<string, Match>();
  for (const hit of hits) {
    const found = bodies.get(hit.id);
    if (found === undefined) continue;
    const item = bodies.get(originalId(found) ?? '') ?? found;
    if (!matters.has(item.id)) matters.set(item.id, { hit, item });
  }
  return [...matters.values()];
}

/** One of each set of translations: in the ticket's language, else the best match. */
function mergeTranslations(
  hits: readonly ExplainedHit[],
  bodies: ReadonlyMap<string, Item>,
  language: string,
): Match[] {
  const merged = new Map<string, Match>();
  for (const hit of hits) {
    const item = bodies.get(hit.id);
    if (item === undefined) continue;
    const key = translationKey(item);
    const other = merged.get(key)?.item;
    const isBetter =
      other !== undefined && item.locale.startsWith(language) && !other.locale.startsWith(language);
    if (other === undefined || isBetter) merged.set(key, { hit, item });
  }
  return [...merged.values()];
}
