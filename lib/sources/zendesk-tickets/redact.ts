/**
 * Takes people out of a past ticket's text before it is kept: names, addresses, telephone, card and
 * account numbers, passwords and tokens. What may be one of these goes, too: a lost order number costs
 * little, a kept card number much.
 */
import { cut } from '@/lib/core/text';

/** Stands where something was taken out. */
export const GONE = '[…]';

/** A message beyond this many UTF-16 units is a log; its beginning tells what it is about. */
const MOST_TEXT = 20_000;

/** The text of a message without personal data; `names`: of everybody who wrote or is written to. */
export function redact(text: string, names: readonly string[]): string {
  const lines = dropSignature(dropQuoted(cut(text, MOST_TEXT).normalize('NFC').split(/\r?\n/)));
  // Numbers first: they reach over spaces, and a key that ends in one would take away its beginning.
  const steps = [
    redactNumbers,
    redactTokens,
    redactNumberedWords,
    redactSecrets,
    redactPlaces,
    redactGreetings,
  ];
  const clean = lines.map((line) => steps.reduce((left, step) => step(left), line));
  return redactNames(clean.join('\n'), names)
    .replace(/\[…\](?:[\s,;:/-]{0,3}\[…\])+/g, GONE)
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** `On Monday Dana wrote:`, in the words of the usual mail programs. */
const QUOTE_HEAD =
  /(?:\bwrote|\bschrieb(?: am .{0,80})?|\ba écrit|\bescribió|\bha scritto|\bescreveu|\bschreef)\s?:\s*$|^-{2,}\s?(?:original message|ursprüngliche nachricht|message d.origine)/i;

/** What an answer quotes was said before. */
function dropQuoted(lines: readonly string[]): string[] {
  const head = lines.findIndex((line) => QUOTE_HEAD.test(line.slice(0, 300).trim()));
  const own = head === -1 ? lines : lines.slice(0, head);
  return own.filter((line) => !/^\s*>/.test(line));
}

const SIGN_OFF =
  /^\s*(?:--|__+|(?:(?:best|kind|warm|many) )?(?:regards|wishes|thanks)|cheers|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|thank you(?: very much)?|thanks(?: again| in advance| a lot)?|(?:mit )?(?:freundlichen?|besten?|vielen?|herzlichen?|schönen?|liebe[nr]?) (?:grü(?:ß|ss)en?|dank)|vg|lg|mfg|danke(?: im voraus)?|cordialement|bien à vous|merci(?: d.avance)?|(?:un )?salud(?:o|os)(?: cordiales)?|gracias|cordiali saluti|grazie|atenciosamente|obrigad[oa]|met vriendelijke groet(?:en)?|groet(?:en|jes)?|sent from my .{1,40}|von meinem .{1,40} gesendet)\s*[,.!]*\s*$/i;
/** A sign-off in the first lines is a word of thanks, and the text follows it. */
const SHORTEST_BODY = 1;

/** Behind the sign-off stand a name, a firm, an address and a telephone number. */
function dropSignature(lines: readonly string[]): string[] {
  const end = lines.findIndex(
    (line, at) =>
      at >= SHORTEST_BODY &&
      line.length < 60 &&
      SIGN_OFF.test(line) &&
      lines.slice(0, at).some((before) => before.trim().length > 20),
  );
  return end === -1 ? [...lines] : lines.slice(0, end);
}

/** Words between spaces that are an e-mail address, a web address or a key. */
function redactTokens(line: string): string {
  return line.replace(/\S+/g, (token) => {
    if (/[@＠]/.test(token)) return GONE;
    if (/^\W{0,3}https?:/i.test(token)) return shortAddress(token);
    return token.replace(/[A-Za-z0-9+/=_-]{16,}/g, (word) => (isKey(word) ? GONE : word));
  });
}

/** Queries, fragments and long parts of a path name people and sessions. */
function shortAddress(token: string): string {
  const address = token.replace(/[?#].*$/, '');
  return address
    .split('/')
    .map((part, at) => (at > 2 && (/\d{4,}/.test(part) || part.length >= 24) ? GONE : part))
    .join('/');
}

/** Letters and figures mixed as no word, version or error code has them. */
function isKey(word: string): boolean {
  const digits = word.match(/\d/g)?.length ?? 0;
  if (digits === 0) return word.length >= 40 && /[A-Z]/.test(word) && /[a-z]/.test(word);
  const hasBothCases = /[a-z]/.test(word) && /[A-Z]/.test(word);
  return digits >= 5 || (digits >= 2 && hasBothCases && !/[-_]/.test(word)) || word.length >= 40;
}

const SECRET =
  /((?:pass(?:word|code|phrase|wort)?|pwd|kennwort|(?:api|access|licen[cs]e|lizenz|secret)[ _-]?(?:key|schlüssel|token)|secret|token|bearer|pin|tan|otp|iban|bic|cvv|cvc|mot de passe|contraseña|clave|senha|wachtwoord|username|user ?name|login|benutzername)\b\s{0,3}(?:(?:is|was|ist|war|lautet|est|es|é)\b|[:=#])?\s{0,3})(\S+)/gi;

/** What follows the word for it. A word of the language may be lost; the sentence stays readable. */
function redactSecrets(line: string): string {
  return line.replace(SECRET, (whole, name: string, value: string) => {
    const isAnnounced = /[:=#]\s*$|\b(?:is|was|ist|war|lautet|est|es|é)\s*$/i.test(name);
    if (/^bearer\b/i.test(name)) return name + GONE;
    const looksSecret = /\d/.test(value) || /[^\p{L}\p{M}.,;:!?'’)-]/u.test(value);
    return isAnnounced || looksSecret ? name + GONE : whole;
  });
}

/** Account numbers as banks write them. */
const IBAN =
  /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]{4}){2,7}(?:[ -]?[A-Za-z0-9]{1,4})?(?![A-Za-z0-9])/g;
/** Figures in groups, however they are set apart. */
const GROUPS = /[+(]{0,2}\d(?:[\s().,/·_–—-]{0,3}\d)+\)?/g;
const WORD = /[\p{L}\d_]+/gu;
const NETWORK = /(?<![\w:])(?:[\da-f]{0,4}:){3,7}[\da-f]{1,4}(?!\w)/gi;
const FEWEST_FIGURES = 7;

function redactNumbers(line: string): string {
  return toPlainFigures(line)
    .replace(IBAN, (found) => ((found.match(/\d/g)?.length ?? 0) >= 8 ? GONE : found))
    .replace(NETWORK, (found) => (/^\d\d:\d\d:\d\d/.test(found) ? found : GONE))
    .replace(GROUPS, (found, at: number) => {
      if (isNetwork(found)) return GONE;
      const figures = found.match(/\d/g)?.length ?? 0;
      if (figures < FEWEST_FIGURES || isVersion(found)) return found;
      return isHexCode(line, at, found) ? found : GONE;
    });
}

/** A word with many figures is somebody's number, unless it is a code in hexadecimal. */
function redactNumberedWords(line: string): string {
  return line.replace(WORD, (word) =>
    /\d{6}/.test(word) && !/^0x[\da-f]{1,8}$/i.test(word) ? GONE : word,
  );
}

/** Arabic and other figures as ours, so that the same rules find them. */
function toPlainFigures(line: string): string {
  return line.replace(/(?![0-9])\p{Nd}/gu, (figure) => {
    const code = figure.codePointAt(0) ?? 0;
    // Unicode keeps the ten figures of a script together, beginning at a multiple of ten from zero.
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((code - zero) % 10);
  });
}

function isNetwork(found: string): boolean {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(found)?.slice(1) ?? [];
  return parts.length === 4 && parts.every((part) => Number(part) <= 255);
}

/** `10.0.19041`, `2026.11.3`: no group begins with a zero, and telephone numbers are longer. */
function isVersion(found: string): boolean {
  if (!/^\d{1,4}(?:\.(?:0|[1-9]\d{0,4})){1,3}$/.test(found)) return false;
  const figures = found.replaceAll('.', '').length;
  return !/^\d{3}\.\d{3}\.\d{4}$/.test(found) && (figures <= 8 || /^\d{1,3}\.0\./.test(found));
}

/** The figures of `0x80070005`. */
function isHexCode(line: string, at: number, found: string): boolean {
  const word = /(?<![\p{L}\d_])0x[\da-f]{1,8}(?![\p{L}\d_])/iu.exec(
    line.slice(Math.max(0, at - 9)),
  );
  if (word === null) return false;
  const start = Math.max(0, at - 9) + word.index;
  return start <= at && at + found.length <= start + word[0].length;
}

const STREETS: readonly RegExp[] = [
  /\p{Lu}[\p{L}.'’-]{1,30}(?:straße|strasse|str\.|gasse|allee|platz|ring|ufer|weg|damm|laan|straat|plein|gracht)\s{0,2}\d{1,4}\s?[a-z]?(?![\p{L}\d])/giu,
  /(?<![\p{L}\d])\d{1,5}[a-z]?,?\s(?:\p{Lu}[\p{L}.'’-]{0,30}\s){1,4}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|square|sq|way|close|terrace|place|pl)(?![\p{L}\d])\.?/giu,
  /(?<![\p{L}\d])(?:\d{1,4},?\s)?(?:rue|avenue|boulevard|calle|via|viale|piazza|plaza|rua|avenida|paseo)\s(?:\p{L}[\p{L}.'’-]{0,30}\s?){1,5},?\s?\d{0,5}(?![\p{L}\d])/giu,
  /(?<![\p{L}\d])(?:[A-Z]{1,2}-)?\d{4,5}\s{1,2}(?:[A-Z]{2}\s{1,2})?(?=\p{Lu})\p{L}[\p{L}'’-]{2,30}(?=\s*(?:$|[,.;]))/gu,
  /(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}(?![\p{L}\d])/gu,
  /\bP\.?\s?O\.?\s?Box\s\d+/gi,
];

function redactPlaces(line: string): string {
  return STREETS.reduce((left, pattern) => left.replace(pattern, GONE), line);
}

const GREETING =
  /^(\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|moin|servus|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|bonjour|bonsoir|cher|chère|hola|buenos días|buenas tardes|estimad[oa]|ciao|buongiorno|gentile|olá|prezad[oa]|beste|geachte)\b)((?:[^,.!?:]|(?<=\b(?:dr|mr|mrs|ms|prof|st))\.){0,60})(?=[,.!?:]|$)/iu;
const NAME = String.raw`\p{Lu}[\p{L}'’-]+`;
const SAYS_NAME: readonly RegExp[] = [
  new RegExp(
    String.raw`((?:[Mm]y name is|[Mm]ein Name ist|[Ii]ch hei(?:ß|ss)e|[Jj]e m['’]appelle|[Mm]e llamo|[Mm]i chiamo|\b(?:Mr|Mrs|Ms|Dr|Herrn?|Frau|Monsieur|Madame|Señora?|Signora?)\.?)\s)(${NAME}(?:\s${NAME}){0,3})`,
    'gu',
  ),
  // What somebody is has one word, who somebody is more.
  new RegExp(
    String.raw`(\b(?:[Tt]his is|[Ii] am|I['’]m|[Ii]ch bin|[Hh]ier ist)\s)(${NAME}(?:\s${NAME}){1,3})`,
    'gu',
  ),
];

/** Words for everybody are no names. */
const NOBODY =
  /^\s*(?:there|all|team|support|everyone|everybody|zusammen|alle|damen und herren|à tous|a todos|a tutti)?\s*$/i;

function redactGreetings(line: string): string {
  const greeted = line.replace(GREETING, (whole, greeting: string, who: string) =>
    NOBODY.test(who) || who.trim().split(/\s+/).length > 6 ? whole : `${greeting} ${GONE}`,
  );
  return SAYS_NAME.reduce((left, pattern) => left.replace(pattern, `$1${GONE}`), greeted);
}

/** Shorter parts of a name are words of their own unless they are written large. */
const SHORTEST_NAME = 3;

function redactNames(text: string, names: readonly string[]): string {
  const parts = new Set(
    names.flatMap((name) => name.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? []),
  );
  const long = new Set(
    [...parts].filter((part) => part.length >= SHORTEST_NAME).map((part) => part.toLowerCase()),
  );
  return text.replace(/[\p{L}\p{M}]+/gu, (word) =>
    long.has(word.toLowerCase()) || (word.length > 1 && parts.has(word)) ? GONE : word,
  );
}
