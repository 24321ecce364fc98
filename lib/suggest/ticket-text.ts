/** What a customer's message says once quoted mail, signatures and greetings are taken away. */

/** Lines that begin the quoted mail below them, in the languages mail programs speak. */
const QUOTE_START =
  /^(?:-{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|mensaje original)|(?:on|am|le|el) .{6,120}(?:wrote|schrieb|a écrit|escribió).{0,80}:\s*$|_{10,}$|from: .+|von: .+@|de : .+@)/i;

/** Lines after which only a signature follows, if they stand in the last part of a message. */
const SIGNATURE_START =
  /^(?:--\s*$|(?:kind|best|warm)?\s*regards\b|best,?$|cheers\b|thanks(?: again| in advance| a lot)?[,.!]?$|thank you[,.!]?$|sincerely\b|mit freundlichen grüßen|viele grüße|beste grüße|freundliche grüße|mfg\b|lg\b|vg\b|cordialement|merci[,.!]?$|saludos\b|gracias[,.!]?$|sent from my |gesendet von |von meinem .+ gesendet)/i;

const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|moin|servus|liebes?|sehr geehrte|bonjour|hola)\b[^.!?\n]{0,40}[,.!]?\s*$/i;

const SUBJECT_PREFIX = /^(?:\s*(?:re|fwd?|aw|wg|sv|antw|tr)\s*:|\s*\[[^\]]{0,30}\d{2,}\])+\s*/i;

/** A signature takes at most this many lines. */
const SIGNATURE_LINES = 12;

/** `Re: [#1234] Printer` → `Printer`. */
export function cleanSubject(subject: string): string {
  return subject.replace(SUBJECT_PREFIX, '').trim();
}

/** The message's own words. Falls back to the whole text when nothing would be left. */
export function cleanMessage(text: string): string {
  const lines = text.split(/\r?\n/);
  const quoted = lines.findIndex((line) => QUOTE_START.test(line.trim()));
  const own = (quoted < 0 ? lines : lines.slice(0, quoted)).filter((line) => !/^\s*>/.test(line));
  const unsigned = withoutSignature(own);
  const greeted = unsigned.findIndex((line) => line.trim() !== '');
  if (greeted >= 0 && GREETING.test(unsigned[greeted]?.trim() ?? ''))
    unsigned.splice(0, greeted + 1);
  const cleaned = unsigned.join('\n').trim();
  return cleaned === '' ? text.trim() : cleaned;
}

function withoutSignature(lines: string[]): string[] {
  const from = Math.max(1, lines.length - SIGNATURE_LINES);
  const start = lines.findIndex((line, at) => at >= from && SIGNATURE_START.test(line.trim()));
  return start < 0 ? [...lines] : lines.slice(0, start);
}
