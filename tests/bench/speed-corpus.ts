/**
 * A corpus of any size out of real documents: first the given ones, mixed; then new ones, each put together
 * from the sentences of two real documents of a kind, with some of their words changed.
 *
 * Sentences of real documents keep the frequencies of words as they are, so a common word's documents
 * grow with the corpus. New words come as they do in trackers: other digits in every second number, version
 * and code, and now and then a word nobody wrote before. The share of the latter is chosen so that
 * the vocabulary goes on growing as it does within the given sets (there: × 1.58 from 25,000 to 50,000
 * documents; here: × 1.65 from 50,000 to 100,000).
 */
import type { PeerDocument } from '@/tests/bench/peers/contract';
import type { DataDocument } from '@/tests/support/data-set';

/** A document as the benchmarks index it. */
export interface SpeedDocument extends PeerDocument {
  /** Its number in the corpus, from 0; the last part of its id. */
  number: number;
  kind: 'issue' | 'article';
  created: string;
  product: string;
  component: string;
  version: string;
}

export const SOURCE_ID = 'bench';
/** One word in so many is one that nobody wrote before. */
const NEW_WORD_IN = 200;
const DIGITS = /\p{N}/gu;
const WORD = /[\p{L}\p{N}_]+/gu;

export type Random = () => number;

/** Mulberry32: small, seeded, good enough to shuffle by. Gives values in [0, 1). */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same order in every run. */
export function shuffled<T>(values: readonly T[], seed: number): T[] {
  const random = createRandom(seed);
  const mixed = [...values];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const [one, two] = [mixed[at], mixed[other]];
    if (one === undefined || two === undefined) continue;
    [mixed[at], mixed[other]] = [two, one];
  }
  return mixed;
}

/** The first `size` documents of the corpus over `given`; the same documents whatever the size. */
export function* makeCorpus(
  given: readonly DataDocument[],
  size: number,
): Generator<SpeedDocument, void, undefined> {
  const real = shuffled(given, 1);
  const kinds = { issue: real.filter(isIssue), article: real.filter((one) => !isIssue(one)) };
  for (let number = 0; number < size; number++) {
    const document = real[number % real.length];
    if (document === undefined) return;
    const kind = isIssue(document) ? 'issue' : 'article';
    const text = number < real.length ? document : recombine(document, kinds[kind], number);
    yield {
      id: `${SOURCE_ID}:${kind}:${number}`,
      number,
      kind,
      title: text.title,
      body: text.body,
      created: document.created ?? '',
      product: document.product ?? '',
      component: document.component ?? '',
      version: document.version ?? '',
    };
  }
}

/** Trackers give their reports a status; help pages have none. */
function isIssue(document: DataDocument): boolean {
  return 'status' in document;
}

function recombine(
  document: DataDocument,
  pool: readonly DataDocument[],
  number: number,
): Pick<DataDocument, 'title' | 'body'> {
  const random = createRandom(number);
  const other = pool[Math.floor(random() * pool.length)] ?? document;
  const theirs = sentencesOf(other.body);
  const body = sentencesOf(document.body).map((sentence) =>
    random() < 0.5 ? sentence : (theirs[Math.floor(random() * theirs.length)] ?? sentence),
  );
  const words = other.title.split(' ');
  const title = document.title
    .split(' ')
    .map((word) => (random() < 0.7 ? word : (words[Math.floor(random() * words.length)] ?? word)));
  return { title: changeWords(title.join(' '), random), body: changeWords(body.join(''), random) };
}

/** Sentences and lines, each with the space that follows it. */
function sentencesOf(text: string): string[] {
  return text.match(/[^\n]*?(?:[.!?]\s+|\n+|$)/g) ?? [];
}

function changeWords(text: string, random: Random): string {
  return text.replace(WORD, (word) => {
    if (/\p{N}/u.test(word)) {
      return random() < 0.5 ? word : word.replace(DIGITS, () => String(Math.floor(random() * 10)));
    }
    return random() < 1 / NEW_WORD_IN ? unheardOf(word, random) : word;
  });
}

/** The word with a few letters of its own put in. */
function unheardOf(word: string, random: Random): string {
  const letter = (): string => String.fromCodePoint(97 + Math.floor(random() * 26));
  const at = Math.floor(random() * word.length);
  return `${word.slice(0, at)}${letter()}${letter()}${word.slice(at)}`;
}
