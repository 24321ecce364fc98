/** Ticket in, suggestions out: at most one known issue, then what answers, each with its evidence. */
import { ok, type Result } from '@/lib/core/result';
import { translationKey, type Item, type ItemHead, type ItemKind } from '@/lib/model/item';
import type { Suggestion, SuggestionList } from '@/lib/model/suggestion';
import { ticketKey, type Ticket } from '@/lib/model/ticket';
import type { Hit, SearchEngine } from '@/lib/search/contract';
import { articleConfidence, WORTH_SHOWING } from '@/lib/suggest/confidence';
import type { ItemReader, Suggester } from '@/lib/suggest/contract';
import { agreementOf, featuresOf } from '@/lib/suggest/features';
import {
  chooseKnownIssue,
  missingOriginals,
  rateIssues,
  type Rated,
} from '@/lib/suggest/known-issue';
import { noticesOf } from '@/lib/suggest/notices';
import { bestPassage, markTerms, type TermWeights } from '@/lib/suggest/passage';
import { buildQuery, type TicketQuery } from '@/lib/suggest/query';
import { reasonsOf } from '@/lib/suggest/reasons';

const ISSUE_KINDS: ItemKind[] = ['issue', 'incident'];
const ANSWER_KINDS: ItemKind[] = ['article', 'thread', 'past-ticket', 'reply'];
const ISSUE_CANDIDATES = 12;
const ANSWER_CANDIDATES = 24;
const SHOWN = 8;
const TYPED_CANDIDATES = 40;

interface Parts {
  engine: SearchEngine;
  items: ItemReader;
  now: () => Date;
}

/** Builds the suggester over an engine and the place items are read from. */
export function createSuggester({ engine, items, now }: Parts): Suggester {
  return {
    async suggest(ticket, excluded) {
      const started = performance.now();
      const query = buildQuery(ticket);
      const answer = await engine.search({
        parts: query.parts,
        lists: [
          { groups: ISSUE_KINDS, limit: ISSUE_CANDIDATES },
          { groups: ANSWER_KINDS, limit: ANSWER_CANDIDATES },
        ],
        exclude: excluded,
      });
      if (!answer.ok) return answer;
      const [issueHits = [], answerHits = []] = answer.value.lists;
      const bodies = await readBodies(items, [...issueHits, ...answerHits]);
      if (!bodies.ok) return bodies;
      const { documents } = answer.value;
      const issues = rateIssues(query, issueHits, bodies.value, documents, now());
      const known = chooseKnownIssue(issues.filter(({ item }) => !excluded.includes(item.id)));
      const answers = rateAnswers(query, answerHits, bodies.value, documents);
      return ok({
        ticketKey: ticketKey(ticket),
        knownIssue: known === null ? null : present(query, known, now()),
        suggestions: answers.map((rated) => present(query, rated, now())),
        searchedItems: documents,
        tookMs: performance.now() - started,
      });
    },
    lookup: (text, locale) => lookup(engine, items, text, locale),
  };
}

async function readBodies(items: ItemReader, hits: Hit[]): Promise<Result<Map<string, Item>>> {
  const first = await items.readItems(hits.map(({ id }) => id));
  if (!first.ok) return first;
  const bodies = new Map(first.value.map((item) => [item.id, item]));
  const missing = missingOriginals(bodies);
  if (missing.length === 0) return ok(bodies);
  const originals = await items.readItems(missing);
  if (!originals.ok) return originals;
  for (const item of originals.value) bodies.set(item.id, item);
  return ok(bodies);
}

/** Articles and the like, best first, one per set of translations. */
function rateAnswers(
  query: TicketQuery,
  hits: readonly Hit[],
  bodies: ReadonlyMap<string, Item>,
  documents: number,
): Rated[] {
  const rated = new Map<string, Rated>();
  for (const hit of hits) {
    const item = bodies.get(hit.id);
    if (item === undefined) continue;
    const agreement = agreementOf(query, hit, item, documents);
    const confidence = articleConfidence(featuresOf(hit, agreement, hits[1]?.score ?? 0));
    const key = translationKey(item);
    const other = rated.get(key);
    const better = other === undefined || prefers(query.language, item, other.item);
    if (confidence >= WORTH_SHOWING && better) rated.set(key, { hit, item, agreement, confidence });
  }
  return [...rated.values()].sort((a, b) => b.hit.score - a.hit.score).slice(0, SHOWN);
}

/** A translation in the ticket's language beats one that is not. */
function prefers(language: string, item: Item, other: Item): boolean {
  return item.locale.startsWith(language) && !other.locale.startsWith(language);
}

function present(
  query: TicketQuery,
  { hit, item, agreement, confidence }: Rated,
  now: Date,
): Suggestion {
  const weights: TermWeights = new Map(hit.terms.map(({ term, score }) => [term, score]));
  const { blocks, contentHash: _, ...head } = item;
  return {
    item: head,
    score: hit.score,
    confidence,
    reasons: reasonsOf(hit, agreement),
    titleMarks: markTerms(item.title, weights, item.locale),
    passage: bestPassage(blocks, weights, item.locale),
    notices: noticesOf(item, query, now),
  };
}

async function lookup(
  engine: SearchEngine,
  items: ItemReader,
  text: string,
  locale: string,
): Promise<Result<ItemHead[]>> {
  const answer = await engine.lookup(text, locale, TYPED_CANDIDATES);
  if (!answer.ok) return answer;
  const ids = (answer.value.lists[0] ?? []).map(({ id }) => id);
  const bodies = await items.readItems(ids);
  if (!bodies.ok) return bodies;
  const byId = new Map(bodies.value.map((item) => [item.id, item]));
  return ok(
    ids.flatMap((id) => {
      const item = byId.get(id);
      if (item === undefined) return [];
      const { blocks: _blocks, contentHash: _hash, ...head } = item;
      return [head];
    }),
  );
}
