/** Where a link goes in a line of text: never inside a word or another link, with the blanks it needs. */

/** A block's text as one string; widgets count as one unit, U+FFFC. */
export interface Line {
  text: string;
  /** For each unit of `text` the address it links to, or null. */
  links: readonly (string | null)[];
}

const OPENING = /[([{"'«“‘„¿¡]/u;
const CLOSING = /[.,;:!?…)\]}"'»”’%]/u;
/** Scripts that write words without blanks between them. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u;

/** The offset at or after `offset` that is inside neither a word nor a link. */
export function inlineOffset(line: Line, offset: number): number {
  return endOfLink(line, endOfWord(line.text, offset));
}

/** Blanks to put before and after an insert at `offset`. */
export function blanksAround(text: string, offset: number): { before: string; after: string } {
  const before = text[offset - 1] ?? '';
  const after = text[offset] ?? '';
  const opens = /[([«“‘„¿¡]/u.test(before) || isOpeningQuote(text, offset - 1);
  const needsBefore = before !== '' && !/\s/.test(before) && !opens && !UNSPACED.test(before);
  const closes = /[.,;:!?…)\]»”’"']/u.test(after);
  const needsAfter = after !== '' && !/\s/.test(after) && !closes && !UNSPACED.test(after);
  return { before: needsBefore ? ' ' : '', after: needsAfter ? ' ' : '' };
}

/** `"` and `'` open where no word is before them. */
function isOpeningQuote(text: string, at: number): boolean {
  return /["']/.test(text[at] ?? '') && !/[^\s([]/.test(text[at - 1] ?? ' ');
}

function endOfWord(text: string, offset: number): number {
  const before = text[offset - 1] ?? ' ';
  const after = text[offset] ?? ' ';
  if (/\s/.test(before) || /\s/.test(after)) return offset;
  if (UNSPACED.test(before) && UNSPACED.test(after)) return endOfSegment(text, offset);
  const isInWord = (at: number): boolean => {
    const unit = text[at];
    return unit !== undefined && !/\s|\uFFFC/.test(unit) && !UNSPACED.test(unit);
  };
  if (!isInWord(offset - 1) || !isInWord(offset)) return offset;
  let start = offset;
  while (isInWord(start - 1)) start--;
  let end = offset;
  while (isInWord(end)) end++;
  // Punctuation around a word is not the word: `(see` starts after the bracket, `fine.` ends before the dot.
  while (start < end && OPENING.test(text[start] ?? '')) start++;
  while (end > start && CLOSING.test(text[end - 1] ?? '')) end--;
  return offset > start && offset < end ? end : offset;
}

function endOfSegment(text: string, offset: number): number {
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text);
  const segment = segments.containing(offset);
  if (!segment || segment.index >= offset) return offset;
  return segment.index + segment.segment.length;
}

function endOfLink({ links }: Line, offset: number): number {
  const link = links[offset - 1] ?? null;
  if (link === null || links[offset] !== link) return offset;
  let end = offset;
  while (links[end] === link) end++;
  return end;
}
