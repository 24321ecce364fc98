/** Ticket in, suggestions out: at most one known issue, then what answers, each with its evidence. */
import { ok, type Result } from '@/lib/core/result';
import type { Item, ItemHead } from '@/lib/model/item';
import type { Suggestion } from '@/lib/model/suggestion';
import { ticketKey } from '@/lib/model/ticket';
import type { SearchEngine } from '@/lib/search/contract';
import { findCandidates, type Candidate } from '@/lib/suggest/candidates';
import {
  answerConfidence,
  issueConfidence,
  KNOWN_ISSUE_CONFIDENCE,
  WORTH_SHOWING,
} from '@/lib/suggest/confidence';
import type { ItemReader, Suggester } from '@/lib/suggest/contract';
import { noticesOf } from '@/lib/suggest/notices';
import { bestPassage, markTerms, type TermWeights } from '@/lib/suggest/passage';
import type { TicketQuery } from '@/lib/suggest/query';
import { reasonsOf } from '@/lib/suggest/reasons';

const SHOWN = 10;
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
      const found = await findCandidates(engine, items, ticket, excluded);
      if (!found.ok) return found;
      const { query, issues, answers, searchedItems } = found.value;
      const known = chooseKnownIssue(issues);
      const show = (rated: Rated): Suggestion => present(query, rated, now());
      return ok({
        ticketKey: ticketKey(ticket),
        knownIssue: known === null ? null : show(known),
        suggestions: chooseAnswers(answers).map(show),
        searchedItems,
        tookMs: performance.now() - started,
      });
    },
    lookup: (text, locale) => lookup(engine, items, text, locale),
  };
}

interface Rated extends Candidate {
  confidence: number;
}

/** The surest issue, if it is sure enough to be named. */
function chooseKnownIssue(issues: readonly Candidate[]): Rated | null {
  const [best] = issues
    .map((issue): Rated => ({ ...issue, confidence: issueConfidence(issue.features) }))
    .sort((a, b) => b.confidence - a.confidence);
  return best !== undefined && best.confidence >= KNOWN_ISSUE_CONFIDENCE ? best : null;
}

function chooseAnswers(answers: readonly Candidate[]): Rated[] {
  return answers
    .map((answer): Rated => ({ ...answer, confidence: answerConfidence(answer.features) }))
    .filter((answer) => answer.confidence >= WORTH_SHOWING && isMoreThanChance(answer))
    .slice(0, SHOWN);
}

/** One everyday word in common, and not even in the title, is no answer. */
function isMoreThanChance({ hit, features }: Candidate): boolean {
  return hit.terms.length > 1 || features.title > 0 || features.identifier > 0;
}

function present(
  query: TicketQuery,
  { hit, item, agreement, confidence }: Rated,
  now: Date,
): Suggestion {
  const weights: TermWeights = new Map(hit.terms.map(({ term, score }) => [term, score]));
  return {
    item: headOf(item),
    score: hit.score,
    confidence,
    reasons: reasonsOf(hit, agreement),
    titleMarks: markTerms(item.title, weights, item.locale),
    passage: bestPassage(item.blocks, weights, item.locale),
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
  return ok(ids.flatMap((id) => byId.get(id) ?? []).map(headOf));
}

function headOf({ blocks: _blocks, contentHash: _hash, ...head }: Item): ItemHead {
  return head;
}
