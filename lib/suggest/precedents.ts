/** Precedents: what a ticket leaves behind when an agent decides on it, and how it is found again. */
import { hashText } from '@/lib/core/ids';
import { pairOf, precedentId, type Precedent, type Verdict } from '@/lib/model/precedent';
import { ticketKey, type Ticket } from '@/lib/model/ticket';
import { analyse } from '@/lib/search/analyse/analyse';
import type { Hit, SearchDocument } from '@/lib/search/contract';
import { buildQuery } from '@/lib/suggest/query';
import { cleanMessage, cleanSubject } from '@/lib/suggest/ticket-text';
import { withoutPersonal } from '@/lib/suggest/personal';

/** The index keeps precedents apart from items by this group. */
export const PRECEDENT_GROUP = 'asked';

const MOST_SUBJECT_WORDS = 30;
/** Finds the tickets with the same answer as well as the whole text does. */
const MOST_BODY_WORDS = 60;
/** Only the beginning is read: logs and afterthoughts come later. */
const SUBJECT_CHARACTERS = 500;
const BODY_CHARACTERS = 4_000;

/** An error code or a name is as telling as a word that is said so many times. */
const IDENTIFIER = 4;

const VERDICT = 'verdict:';
const YEAR_MS = 365 * 24 * 3_600_000;

/** What was decided about an item, and when (ISO 8601). */
export interface Decision {
  itemId: string;
  verdict: Verdict;
  at: string;
}

/** Names a ticket without telling which it is. */
export function ticketMark(ticket: Pick<Ticket, 'origin' | 'id'>): Promise<string> {
  return hashText(ticketKey(ticket));
}

/** The precedent that a decision on a ticket makes; null when the ticket has no words to learn from. */
export async function precedentOf(
  ticket: Ticket,
  { itemId, verdict, at }: Decision,
): Promise<Precedent | null> {
  const { name } = ticket.requester;
  const locale = buildQuery(ticket).language;
  const first = ticket.messages.find(({ author }) => author === 'customer')?.text ?? '';
  const tell = (text: string, most: number): string =>
    tellingWords(withoutPersonal(text, name), locale, most).join(' ');
  const subject = tell(
    cleanSubject(ticket.subject).slice(0, SUBJECT_CHARACTERS),
    MOST_SUBJECT_WORDS,
  );
  const body = tell(cleanMessage(first).slice(0, BODY_CHARACTERS), MOST_BODY_WORDS);
  if (subject === '' && body === '') return null;
  const id = precedentId(itemId, await ticketMark(ticket));
  return { id, itemId, ticketKey: ticketKey(ticket), at, verdict, locale, subject, body };
}

/**
 * Distinct words of the text as they stand in it, at most `most`: names, codes and what is said again first,
 * because they tell best what it is about; all in the order of the text.
 */
function tellingWords(text: string, locale: string, most: number): string[] {
  const words = new Map<string, { word: string; at: number; weight: number }>();
  let end = 0;
  for (const token of analyse(text, locale)) {
    // Parts of a name or a compound word come again when the whole is indexed.
    if (token.start < end) continue;
    ({ end } = token);
    const known = words.get(token.term);
    if (known !== undefined) known.weight++;
    else {
      const word = text.slice(token.start, token.end);
      words.set(token.term, { word, at: token.start, weight: token.identifier ? IDENTIFIER : 1 });
    }
  }
  return [...words.values()]
    .toSorted((a, b) => b.weight - a.weight || a.at - b.at)
    .slice(0, most)
    .toSorted((a, b) => a.at - b.at)
    .map(({ word }) => word);
}

/** What the engine indexes of a precedent: `original` is the item's id. */
export function toPrecedentDocument(precedent: Precedent): SearchDocument {
  const { id, itemId, at, verdict, locale, subject, body } = precedent;
  return {
    id,
    group: PRECEDENT_GROUP,
    locale,
    time: Date.parse(at) || 0,
    about: [`${VERDICT}${verdict}`],
    original: itemId,
    fields: { title: subject, headings: '', labels: '', body },
  };
}

/** A precedent as the ranking sees it from another ticket. */
export interface NearPrecedent {
  itemId: string;
  /** 0 to 1, where 1 is a ticket in the very same words. */
  likeness: number;
  /** 1 when the item answered that ticket, -1 when it was dismissed there. */
  verdict: 1 | -1;
}

/**
 * The precedents among `hits`, nearest first. `whole` is the weight of all of the query's terms, as the
 * engine scores them; likeness is the share of it that a hit has, halved for each year between the decision
 * and `at` (milliseconds since 1970). What was decided on the ticket with the mark `own` is left out.
 */
export function precedentsOf(
  hits: readonly Hit[],
  whole: number,
  at: number,
  own?: string,
): NearPrecedent[] {
  if (whole <= 0) return [];
  return hits
    .filter(({ id, group }) => group === PRECEDENT_GROUP && pairOf(id).mark !== own)
    .flatMap(({ original, score, time, about }) => {
      if (original === null) return [];
      const likeness = Math.min(1, score / whole) * 0.5 ** (Math.max(0, at - time) / YEAR_MS);
      const verdict = about.includes(`${VERDICT}answered`) ? 1 : -1;
      return [{ itemId: original, likeness, verdict } as const];
    })
    .toSorted((a, b) => b.likeness - a.likeness);
}

/**
 * Real tickets are seldom as like as they seem: of those this near, two in ten and more got the same answer,
 * below it hardly one (measured on tickets and the pages they were answered with).
 */
const LIKE = 0.1;

/** How many tickets like this one the item answered: what an agent is told. */
export function countAnswered(precedents: readonly NearPrecedent[], itemId: string): number {
  return precedents.filter(
    (one) => one.itemId === itemId && one.verdict > 0 && one.likeness >= LIKE,
  ).length;
}
