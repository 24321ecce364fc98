/** What a customer's message says once mail, forms and programs have had their say taken away. */
import { separateLogs } from '@/lib/suggest/message/logs';
import { withoutManners, withoutQuotes } from '@/lib/suggest/message/manners';
import { withoutMacros, withoutTemplate } from '@/lib/suggest/message/template';

/** A message's parts, each a text of lines. */
export interface MessageParts {
  /** What the customer wrote, code included. */
  own: string;
  /** What programs wrote, condensed: errors first, a few calls of each trace, no line twice. */
  logs: string;
}

const SUBJECT_PREFIX =
  /^(?:\s*(?:re|fwd?|aw|wg|sv|vs|antw|tr|rif|rv|enc|doorst|ynt|odp|отв)\s*:|\s*\[[^\]]{0,30}\d{2,}\])+\s*/iu;

/** Nobody reads on, nor do we. */
const MAX_CHARACTERS = 100_000;

/** `Re: [#1234] Printer` → `Printer`. */
export function cleanSubject(subject: string): string {
  return subject.replace(SUBJECT_PREFIX, '').trim();
}

/**
 * The message's own words, then its logs. Falls back to the whole text when nothing would be left. Every line
 * stands so in the message, but for what was cut off its beginning.
 */
export function cleanMessage(text: string): string {
  const { own, logs } = splitMessage(text);
  return own === '' || logs === '' ? own + logs : `${own}\n${logs}`;
}

/** What {@link cleanMessage} gives, in its two parts. */
export function splitMessage(text: string): MessageParts {
  const whole = text.slice(0, MAX_CHARACTERS);
  const lines = withoutQuotes(withoutMacros(whole).split(/\r?\n/));
  const { own, logs } = separateLogs(lines);
  const said = withoutManners(own)
    .map((line) => withoutTemplate(line))
    .filter((line) => line !== null);
  const parts = { own: said.join('\n').trim(), logs: logs.join('\n') };
  return parts.own === '' && parts.logs === '' ? { own: whole.trim(), logs: '' } : parts;
}
