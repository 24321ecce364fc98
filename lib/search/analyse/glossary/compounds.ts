/** German and Dutch write compounds as one word: taken apart where every part is a known word. */
import { findByStem, findByWord, type Glossary } from '@/lib/search/analyse/glossary/lookup';

const LINKS = ['', 's', 'es', 'n', 'en', 'er', 'e'];
/** `auszahlungs-` where the glossary has only `auszahlen`. */
const NOUN_WITH_LINK = /^.{3,}(?:ung|ion|heit|keit|ing)s$/;
const MIN_PART = 3;
/** A part found only by its stem must be long: short stems fit by chance. */
const MIN_STEMMED_PART = 5;
const MAX_PARTS = 3;
const NONE: readonly string[] = [];

/**
 * What may stand before another word → its headword: each headword, and `anmelde-` of `anmelden`, `such-`
 * of `suchen`, `adress-` of `adresse`.
 */
export function modifiersOf(words: ReadonlyMap<string, readonly string[]>): Map<string, string> {
  const heads = [...words].flatMap(([head, english]) =>
    head.length >= MIN_PART && english.length > 0 ? [head] : [],
  );
  const modifiers = new Map(heads.map((head) => [head, head]));
  for (const ending of ['n', 'en', 'e']) {
    for (const head of heads) {
      const short = head.slice(0, -ending.length);
      if (short.length <= MIN_PART || !head.endsWith(ending) || modifiers.has(short)) continue;
      modifiers.set(short, head);
    }
  }
  return modifiers;
}

/** The parts' translations, first part first; the fewest parts win, then the longest first part. */
export function splitCompound(
  word: string,
  glossary: Glossary,
  modifiers: ReadonlyMap<string, string>,
): (readonly string[])[] | null {
  for (let parts = 2; parts <= MAX_PARTS; parts++) {
    const split = splitInto(parts, word, glossary, modifiers);
    if (split !== null) return split;
  }
  return null;
}

function splitInto(
  parts: number,
  word: string,
  glossary: Glossary,
  modifiers: ReadonlyMap<string, string>,
): (readonly string[])[] | null {
  if (parts === 1) {
    const last = lastPart(word, glossary);
    return last.length === 0 ? null : [last];
  }
  for (let cut = word.length - MIN_PART; cut >= MIN_PART; cut--) {
    const first = modifierAt(word.slice(0, cut), glossary, modifiers);
    if (first.length === 0) continue;
    const rest = splitInto(parts - 1, word.slice(cut), glossary, modifiers);
    if (rest !== null) return [first, ...rest];
  }
  return null;
}

function modifierAt(
  text: string,
  glossary: Glossary,
  modifiers: ReadonlyMap<string, string>,
): readonly string[] {
  for (const link of LINKS) {
    if (!text.endsWith(link)) continue;
    const head = modifiers.get(text.slice(0, text.length - link.length));
    if (head !== undefined) return glossary.words.get(head) ?? NONE;
  }
  return NOUN_WITH_LINK.test(text) ? (findByStem(text.slice(0, -1), glossary) ?? NONE) : NONE;
}

function lastPart(word: string, glossary: Glossary): readonly string[] {
  const exact = findByWord(word, glossary);
  if (exact !== null || word.length < MIN_STEMMED_PART) return exact ?? NONE;
  return findByStem(word, glossary) ?? NONE;
}
