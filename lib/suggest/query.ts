/** Ticket → query: what it asks, with its subject first, and the facts a suggestion may agree with. */
import { analyse } from '@/lib/search/analyse/analyse';
import type { QueryPart } from '@/lib/search/contract';
import type { Message, Ticket } from '@/lib/model/ticket';
import { detectLanguage } from '@/lib/suggest/language';
import { cleanMessage, cleanSubject } from '@/lib/suggest/ticket-text';

/** What the suggester knows of a ticket. */
export interface TicketQuery {
  parts: QueryPart[];
  subject: string;
  /** What the customer wrote below the subject. */
  body: string;
  /** Two letters. */
  language: string;
  /** Versions named anywhere, e.g. `6.3.2`. */
  versions: string[];
  /** Lower-case words of tags and field values, for product agreement. */
  facts: Set<string>;
  /** Tags, field values and versions whole, in lower case: what a document's facts may agree with. */
  values: Set<string>;
  /** When the customer first wrote, in milliseconds since 1970; null where the page does not say. */
  at: number | null;
}

/** Where the subject stands in `parts`, and where what the customer wrote below it. */
export const SUBJECT_PART = 0;
export const BODY_PARTS: readonly number[] = [1, 2];

const SUBJECT_WEIGHT = 7;
const BODY_WEIGHT = 1;
/** Logs and afterthoughts stand at the end and mislead as often as they help. */
const TAIL_WEIGHT = 0.4;
const BODY_CHARACTERS = 800;
const TAIL_CHARACTERS = 2_400;
const NOTE_WEIGHT = 0.6;
const NOTE_CHARACTERS = 600;
/** Error codes count wherever they stand, however long the log. */
const IDENTIFIER_WEIGHT = 1;
const IDENTIFIER_CHARACTERS = 60_000;
const MAX_IDENTIFIERS = 24;

/** Reads a ticket as a query. Customers' words count most, agents' notes a little, replies not at all. */
export function buildQuery(ticket: Ticket): TicketQuery {
  const subject = cleanSubject(ticket.subject);
  const body = joined(ticket.messages, (message) => message.author === 'customer');
  const notes = joined(ticket.messages, (message) => message.visibility === 'internal');
  const language = detectLanguage(`${subject}\n${body}`, ticket.locale ?? 'en');
  const identifiers = identifiersIn(`${subject}\n${body}`.slice(0, IDENTIFIER_CHARACTERS));
  const part = (text: string, weight: number): QueryPart => ({ text, weight, locale: language });
  const tail = body.slice(BODY_CHARACTERS, TAIL_CHARACTERS);
  const versions = versionsOf(ticket, body);
  return {
    parts: [
      part(subject, SUBJECT_WEIGHT),
      part(body.slice(0, BODY_CHARACTERS), BODY_WEIGHT),
      part(tail, TAIL_WEIGHT),
      part(notes.slice(0, NOTE_CHARACTERS), NOTE_WEIGHT),
      part(identifiers.join(' '), IDENTIFIER_WEIGHT),
    ],
    subject,
    body,
    language,
    versions,
    facts: factsOf(ticket),
    values: valuesOf(ticket, versions),
    at: firstTime(ticket.messages),
  };
}

function joined(messages: readonly Message[], wanted: (message: Message) => boolean): string {
  return messages
    .filter((message) => wanted(message))
    .map((message) => cleanMessage(message.text))
    .join('\n');
}

function firstTime(messages: readonly Message[]): number | null {
  const times = messages.map(({ at }) => Date.parse(at)).filter((time) => !Number.isNaN(time));
  return times.length === 0 ? null : Math.min(...times);
}

function identifiersIn(text: string): string[] {
  const found = analyse(text, 'en').filter((token) => token.identifier);
  return [...new Set(found.map((token) => text.slice(token.start, token.end)))].slice(
    0,
    MAX_IDENTIFIERS,
  );
}

function versionsOf(ticket: Ticket, body: string): string[] {
  const fields = ticket.fields.map(({ value }) => value).join(' ');
  const text = `${ticket.subject} ${fields} ${ticket.tags.join(' ')} ${body.slice(0, TAIL_CHARACTERS)}`;
  return [...new Set(text.match(/\d+(?:\.\d+)+/g) ?? [])];
}

function factsOf(ticket: Ticket): Set<string> {
  const values = [...ticket.tags, ...ticket.fields.map(({ value }) => value)];
  return new Set(values.flatMap((value) => value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
}

function valuesOf(ticket: Ticket, versions: readonly string[]): Set<string> {
  const values = [...ticket.tags, ...ticket.fields.map(({ value }) => value), ...versions];
  return new Set(values.map((value) => value.trim().toLowerCase()).filter(Boolean));
}
