/** Ticket in, suggestions out: at most one known issue, then what answers, each with its evidence. */
import { ok, type Result } from '@/lib/core/result';
import { itemKindSchema, type Item, type ItemHead } from '@/lib/model/item';
import type { Suggestion } from '@/lib/model/suggestion';
import { ticketKey } from '@/lib/model/ticket';
import type { SearchEngine } from '@/lib/search/contract';
import { findCandidates, type Candidate, type CandidateSources } from '@/lib/suggest/candidates';
import {
  answerConfidence,
  issueConfidence,
  KNOWN_ISSUE_CONFIDENCE,
  WORTH_SHOWING,
} from '@/lib/suggest/confidence';
import type { ItemReader, Suggester } from '@/lib/suggest/contract';
import { noticesOf, type NoticeContext } from '@/lib/suggest/notices';
import { bestPassage, markTerms } from '@/lib/suggest/passage';
import { countAnswered } from '@/lib/suggest/precedents';
import type { TicketQuery } from '@/lib/suggest/query';
import { reasonsOf } from '@/lib/suggest/reasons';
import { findRelated } from '@/lib/suggest/related-issues';
import type { TermWeights } from '@/lib/suggest/term-scan';

const SHOWN = 10;
const TYPED_CANDIDATES = 40;
const FEWEST_TERMS = 3;

interface Parts extends CandidateSources {
  now: () => Date;
}

/** Builds the suggester over an engine and the place items are read from. */
export function createSuggester({ now, ...sources }: Parts): Suggester {
  return {
    async suggest(ticket) {
      const started = performance.now();
      const found = await findCandidates(sources, ticket);
      if (!found.ok) return found;
      const { query, issue, answers, precedents, searchedItems } = found.value;
      const known = chooseKnownIssue(issue);
      const answered = ({ item }: Candidate): number => countAnswered(precedents, item.id);
      const helps = chooseAnswers(answers, answered);
      const shown = [known, ...helps].flatMap((rated) => rated?.item ?? []);
      const related = await findRelated(sources, shown);
      const beside = { query, known: known?.item ?? null, ...related, now: now() };
      const show = (rated: Rated): Suggestion => present(rated, answered(rated), beside);
      return ok({
        ticketKey: ticketKey(ticket),
        knownIssue: known === null ? null : show(known),
        suggestions: helps.map(show),
        searchedItems,
        tookMs: performance.now() - started,
      });
    },
    lookup: (text, locale) => lookup(sources.engine, sources.items, text, locale),
  };
}

interface Rated extends Candidate {
  confidence: number;
}

/** The ranking's best issue, if it is sure enough to be named. */
function chooseKnownIssue(best: Candidate | null): Rated | null {
  if (best === null) return null;
  const rated: Rated = { ...best, confidence: issueConfidence(best.features) };
  return rated.confidence >= KNOWN_ISSUE_CONFIDENCE && sharesEnough(rated) ? rated : null;
}

/** One word in common names no fault, however well it fits, unless it is the fault's own code. */
function sharesEnough({ hit, features }: Rated): boolean {
  return hit.terms.length >= FEWEST_TERMS || features.identifier > 0 || features.during > 0;
}

/** In the order of the ranking, without what has next to nothing to do with the ticket. */
function chooseAnswers(
  answers: readonly Candidate[],
  answered: (candidate: Candidate) => number,
): Rated[] {
  return answers
    .map((answer): Rated => ({ ...answer, confidence: answerConfidence(answer.features) }))
    .filter((answer) => answered(answer) > 0 || isMoreThanChance(answer))
    .slice(0, SHOWN);
}

/** One everyday word in common, and not even in the title, is no answer. */
function isMoreThanChance({ hit, features, confidence }: Rated): boolean {
  if (confidence < WORTH_SHOWING) return false;
  return hit.terms.length > 1 || features.title > 0 || features.identifier > 0;
}

/** The ticket, and what is shown and known beside the item. */
interface Beside extends NoticeContext {
  query: TicketQuery;
}

function present(
  { hit, item, ranked, agreement, confidence }: Rated,
  answered: number,
  beside: Beside,
): Suggestion {
  const weights: TermWeights = new Map(hit.terms.map(({ term, score }) => [term, score]));
  return {
    item: headOf(item),
    score: hit.score,
    confidence,
    reasons: reasonsOf(hit, agreement, {
      answered,
      reports: ranked.family,
      daysOld: daysOld(beside.query, item),
    }),
    titleMarks: markTerms(item.title, weights, item.locale),
    passage: bestPassage(item.blocks, weights, item.locale),
    notices: noticesOf(item, beside),
  };
}

const DAY = 86_400_000;

/** Whole days from an issue's report to the ticket; null for what has no such date. */
function daysOld({ at }: TicketQuery, { issue }: Item): number | null {
  const reported = Date.parse(issue?.createdAt ?? '');
  if (at === null || Number.isNaN(reported) || reported > at) return null;
  return Math.floor((at - reported) / DAY);
}

async function lookup(
  engine: SearchEngine,
  items: ItemReader,
  text: string,
  locale: string,
): Promise<Result<ItemHead[]>> {
  const answer = await engine.lookup(text, locale, TYPED_CANDIDATES, itemKindSchema.options);
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
