/** Candidates: what the engine found for a ticket, ranked, with bodies, agreements and features. */
import { systemClock } from '@/lib/core/clock';
import { ok, type Result } from '@/lib/core/result';
import { translationKey, type Item, type ItemKind } from '@/lib/model/item';
import { ticketKey, type Ticket } from '@/lib/model/ticket';
import type { Hit, QueryTerm, SearchAnswer, SearchEngine } from '@/lib/search/contract';
import { explainHit, type ExplainedHit } from '@/lib/search/evidence';
import type { ExperienceReader, ItemReader } from '@/lib/suggest/contract';
import { agreementOf, featuresOf, type Agreement, type Features } from '@/lib/suggest/features';
import {
  ANSWER_KINDS,
  ANSWER_LIST,
  ISSUE_KINDS,
  ISSUE_LIST,
  PRECEDENT_LIST,
  searchFor,
} from '@/lib/suggest/first-stage';
import { canCause } from '@/lib/suggest/known-issue';
import { precedentsOf, ticketMark, type NearPrecedent } from '@/lib/suggest/precedents';
import { buildQuery, type TicketQuery } from '@/lib/suggest/query';
import type { RankContext } from '@/lib/suggest/rank/contract';
import { ANSWER_FEATURES, ISSUE_FEATURES } from '@/lib/suggest/rank/features/index';
import { weighQuery } from '@/lib/suggest/rank/match';
import { contextOf, rank, type RankedCandidate } from '@/lib/suggest/rank/rank';
import { ANSWER_MODEL, ISSUE_MODEL } from '@/lib/suggest/rank/models';

export interface Candidate {
  hit: ExplainedHit;
  item: Item;
  ranked: RankedCandidate;
  agreement: Agreement;
  features: Features;
}

export interface Candidates {
  query: TicketQuery;
  /** The best of the issues and incidents that could cause the ticket. */
  issue: Candidate | null;
  /** Articles and the like, one per set of translations, best first. */
  answers: Candidate[];
  precedents: NearPrecedent[];
  /** Precedents not counted. */
  searchedItems: number;
}

/** Where candidates come from. */
export interface CandidateSources {
  engine: SearchEngine;
  items: ItemReader;
  experience: ExperienceReader;
}

/** What is left of either list once it is ranked: these are read whole and judged. */
const ISSUES_JUDGED = 6;
const ANSWERS_JUDGED = 12;

interface Match {
  hit: ExplainedHit;
  item: Item;
  ranked: RankedCandidate;
}

/** Searches for the ticket and ranks. What was dismissed on it is never returned. */
export async function findCandidates(
  { engine, items, experience }: CandidateSources,
  ticket: Ticket,
): Promise<Result<Candidates>> {
  // Storage opens while the ticket is read: after a cold start both take their time.
  const opening = engine.size();
  const remembering = experience.readExperience(systemClock);
  const dismissing = experience.dismissedItems(ticketKey(ticket));
  const query = buildQuery(ticket);
  const [answer, experienced, dismissed] = await Promise.all([
    searchFor(engine, query),
    remembering,
    dismissing,
    opening,
  ]);
  if (!answer.ok) return answer;
  if (!experienced.ok) return experienced;
  if (!dismissed.ok) return dismissed;
  const excluded = dismissed.value;
  const isFirst = (answer.value.lists[PRECEDENT_LIST] ?? []).length === 0;
  const own = isFirst ? '' : await ticketMark(ticket);
  const context = contextFor(query, answer.value, experienced.value.timesUsed, own);
  const { terms, lists, documents } = answer.value;
  const { precedents } = context([]);
  const allowed = (hits: readonly Hit[]) => hits.filter(({ id }) => !excluded.includes(id));
  const withKnown = (list: number, kinds: readonly ItemKind[]): RankContext =>
    context(withAnswered(allowed(lists[list] ?? []), precedents, kinds, excluded));
  const issues = rank(withKnown(ISSUE_LIST, ISSUE_KINDS), ISSUE_FEATURES, ISSUE_MODEL);
  const answers = rank(withKnown(ANSWER_LIST, ANSWER_KINDS), ANSWER_FEATURES, ANSWER_MODEL);
  const best = [...issues.slice(0, ISSUES_JUDGED), ...answers.slice(0, ANSWERS_JUDGED)];
  const bodies = await readBodies(items, best);
  if (!bodies.ok) return bodies;
  const judged = (ranked: readonly RankedCandidate[]): Match[] =>
    ranked.flatMap((one) => matchWith(one, terms, bodies.value));
  const causes = judged(issues.slice(0, ISSUES_JUDGED)).filter(
    ({ item }) => canCause(item, query) && !excluded.includes(item.id),
  );
  const helps = mergeTranslations(judged(answers.slice(0, ANSWERS_JUDGED)), query.language);
  const [issue, described] = await Promise.all([
    describe(engine, { query, documents }, causes.slice(0, 1), { own: causes, others: helps }),
    describe(engine, { query, documents }, helps, { own: helps, others: causes }),
  ]);
  return ok({
    query,
    issue: issue[0] ?? null,
    answers: described,
    precedents: [...precedents],
    searchedItems: documents - experienced.value.precedents,
  });
}

/** Everything that is the same for all lists of one ticket. */
function contextFor(
  query: TicketQuery,
  { terms, lists }: SearchAnswer,
  timesUsed: ReadonlyMap<string, number>,
  own: string,
): (hits: readonly Hit[]) => RankContext {
  const whole = weighQuery(terms).whole;
  const at = query.at ?? systemClock();
  const precedents = precedentsOf(lists[PRECEDENT_LIST] ?? [], whole, at, own);
  return (hits) =>
    contextOf(hits, {
      terms,
      subject: query.subject,
      body: query.body,
      at: query.at,
      facts: query.values,
      precedents,
      timesUsed: (id) => timesUsed.get(id) ?? 0,
    });
}

/** The hits, and the items that answered a ticket like this one although they share no word with it. */
function withAnswered(
  hits: readonly Hit[],
  precedents: readonly NearPrecedent[],
  kinds: readonly ItemKind[],
  excluded: readonly string[],
): Hit[] {
  if (precedents.length === 0) return [...hits];
  const known = new Set([...hits.flatMap(({ id, original }) => [id, original ?? id]), ...excluded]);
  const missing = new Set(
    precedents
      .filter(({ itemId, verdict }) => verdict > 0 && !known.has(itemId))
      .map(({ itemId }) => itemId)
      .filter((id) => kinds.some((kind) => id.split(':')[1] === kind)),
  );
  return [...hits, ...[...missing].map((id) => silentHit(id))];
}

/** A document that has none of the ticket's words. */
function silentHit(id: string): Hit {
  return {
    id,
    group: id.split(':')[1] ?? '',
    time: 0,
    about: [],
    original: null,
    score: 0,
    lengths: [],
    matches: new Uint16Array(),
    queryCoverage: 0,
    titleCoverage: 0,
  };
}

async function readBodies(
  items: ItemReader,
  ranked: readonly RankedCandidate[],
): Promise<Result<Map<string, Item>>> {
  const ids = new Set(ranked.flatMap(({ hit, root }) => [hit.id, root]));
  const read = await items.readItems([...ids]);
  return read.ok ? ok(new Map(read.value.map((item) => [item.id, item]))) : read;
}

/** A duplicate speaks for the issue it repeats. */
function matchWith(
  ranked: RankedCandidate,
  terms: readonly QueryTerm[],
  bodies: ReadonlyMap<string, Item>,
): Match[] {
  const item = bodies.get(ranked.root) ?? bodies.get(ranked.hit.id);
  return item === undefined ? [] : [{ hit: explainHit(ranked.hit, terms), item, ranked }];
}

/** One of each set of translations: in the ticket's language, else the best match. */
function mergeTranslations(matches: readonly Match[], language: string): Match[] {
  const merged = new Map<string, Match>();
  for (const match of matches) {
    const { item } = match;
    const key = translationKey(item);
    const other = merged.get(key)?.item;
    const isBetter =
      other !== undefined && item.locale.startsWith(language) && !other.locale.startsWith(language);
    if (other === undefined || isBetter) merged.set(key, match);
  }
  return [...merged.values()];
}

/** How each of the matches compares with the others of its list, and with the best of the other list. */
async function describe(
  engine: SearchEngine,
  { query, documents }: { query: TicketQuery; documents: number },
  described: readonly Match[],
  { own, others }: { own: readonly Match[]; others: readonly Match[] },
): Promise<Candidate[]> {
  const titles = described.map(({ item }) => ({ text: item.title, locale: item.locale }));
  const frequencies = await engine.frequencies(titles);
  return described.map((match, at) => {
    const { hit, item, ranked } = match;
    const agreement = agreementOf(query, hit, item, documents);
    const surroundings = {
      documents,
      rival: own.find((other) => other.item !== item)?.hit,
      other: others[0]?.hit,
      title: frequencies.ok ? (frequencies.value[at] ?? []) : [],
      ranked,
    };
    const features = featuresOf(query, hit, item, agreement, surroundings);
    return { ...match, agreement, features };
  });
}
