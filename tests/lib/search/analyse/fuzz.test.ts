import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, analyseInto, type Token } from '@/lib/search/analyse/analyse';
import { INFLECTED } from '@/tests/fixtures/inflected';
import { soak } from '@/tests/support/soak';

const NUM_RUNS = soak(300, 100_000);

/** Where analysers break: halves of characters, marks without letters, what normalisation makes longer. */
const FRAGMENTS = [
  '\ud800',
  '\udfff',
  '\u0000',
  '\u001b[31m',
  '\u0301',
  'é',
  'e\u0301',
  '\u00ad',
  '\u200b',
  '\u200d',
  '\u202e',
  '\ufeff',
  'ﷺ',
  'ﬁ',
  'ŉ',
  'ß',
  'İ',
  'ǅ',
  '𐐀',
  '𝟙𝟚',
  '１２',
  'Ａｂ',
  '½',
  '①',
  '👩‍👩‍👧',
  '1️⃣',
  '❤️',
  'שלום',
  'العربية',
  'हिन्दी',
  '각',
  '\u1100\u1161\u11a8',
  'ﾌﾟﾘ',
  'プリンター',
  '印刷できません',
  '打印机',
  '𠮷野',
  'พิมพ์',
  'ພິມ',
  'ပရင်',
  'កម្ម',
  '프린터에서',
  'https://x.example/a-b?c',
  'http:',
  'a@b.example',
  'SYNC-4031',
  'HTTP 503',
  '0x80070005',
  'C:\\x\\y.exe',
  'std::vector',
  'iPhoneCase',
  'XMLHttpRequests',
  '6.3.2',
  "l'été",
  'max_x',
  '..',
  '::',
  '-',
  '_',
  '’',
  '@',
  '/',
  ' ',
  '\n',
];

const arbitraryText = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom(...FRAGMENTS), weight: 4 },
      {
        arbitrary: fc.integer({ max: 0xffff }).map((unit) => String.fromCharCode(unit)),
        weight: 2,
      },
      { arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }), weight: 1 },
      { arbitrary: fc.string({ unit: 'binary', maxLength: 8 }), weight: 1 },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
const arbitraryLocale = fc.constantFrom(...Object.keys(INFLECTED), 'pt-BR', 'xx', '');

const seek = (tokens: readonly Token[], by: number): Token[] =>
  tokens.map((token) => ({ ...token, start: token.start + by, end: token.end + by }));

describe('any text', () => {
  it('gives terms at places that hold something, in order', () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryLocale, (text, locale) => {
        let last = 0;
        for (const { term, start, end } of analyse(text, locale)) {
          expect(term).not.toBe('');
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toMatch(/[\p{L}\p{N}]/u);
          last = start;
        }
      }),
      { numRuns: NUM_RUNS },
    );
  });

  it('gives the same each time and by either way', () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryLocale, (text, locale) => {
        const first = analyse(text, locale);
        const sunk: Token[] = [];
        analyseInto(text, locale, (term, start, end, identifier) => {
          sunk.push({ term, start, end, identifier });
        });
        expect(sunk).toEqual(first);
        expect(analyse(text, locale)).toEqual(first);
      }),
      { numRuns: NUM_RUNS },
    );
  });

  it('means the same wherever it stands', () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryText, arbitraryLocale, (one, other, locale) => {
        const between = ' | ';
        const apart = seek(analyse(other, locale), one.length + between.length);
        expect(analyse(one + between + other, locale)).toEqual([...analyse(one, locale), ...apart]);
      }),
      { numRuns: NUM_RUNS },
    );
  });

  it('means the same composed, taken apart and in full width', () => {
    const arbitraryWord = fc.constantFrom(
      'Überweisung',
      'réseau',
      'SYNC-4031',
      'printer’s',
      '각각',
      'プリンター',
      'v6.3.2',
    );
    const wide = (text: string): string =>
      text.replaceAll(/[!-~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));
    const terms = (text: string, locale: string): string[] =>
      analyse(text, locale).map(({ term }) => term);
    fc.assert(
      fc.property(arbitraryWord, arbitraryLocale, (word, locale) => {
        const plain = terms(word, locale);
        expect(plain.length).toBeGreaterThan(0);
        expect(terms(word.normalize('NFD'), locale)).toEqual(plain);
        expect(terms(wide(word), locale)).toEqual(plain);
        expect(terms(Array.from(word).join('\u00ad'), locale)).toEqual(plain);
      }),
    );
  });
});

describe('a token', () => {
  const arbitraryName = fc
    .array(fc.constantFrom('Till', 'sync', 'HTTP', '2', '40', '.', '-', '_', '/', 'é', 'i'), {
      minLength: 1,
      maxLength: 9,
    })
    .map((parts) => parts.join(''));

  it('comes from the text at its place', () => {
    fc.assert(
      fc.property(arbitraryName, (text) => {
        for (const { term, start, end } of analyse(text, 'en')) {
          // That a number is a code, the word before it tells.
          if (term.startsWith('error-')) continue;
          const alone = analyse(text.slice(start, end), 'en').map((token) => token.term);
          expect(alone).toContain(term);
        }
      }),
      { numRuns: NUM_RUNS },
    );
  });
});

describe('long texts', () => {
  const UNITS = [
    'a',
    'a.',
    'A_',
    '1-',
    '1',
    "a'",
    'é́',
    '-.-',
    'aA',
    'a\u200b',
    '\u200b',
    '\ud800',
    'ﷺ',
    'https://a',
    'https://a/b ',
    'error 5 ',
    'x@',
    '::',
    'a::',
    '각',
    '印刷できません',
    'พิมพ์ไม่ได้',
    'word ',
  ];

  const timeOf = (text: string): number => {
    const started = performance.now();
    analyse(text, 'en');
    return performance.now() - started;
  };

  // A machine that is busy with other things may take its time once, not always.
  it.each(UNITS)('%j again and again takes linear time', { retry: 3 }, (unit) => {
    const short = unit.repeat(Math.ceil(20_000 / unit.length));
    const long = short.repeat(8);
    const first = Math.min(timeOf(short), timeOf(short), timeOf(short));
    // Eight times the text, and five times that for a busy machine; the square would be 64 times.
    expect(Math.min(timeOf(long), timeOf(long))).toBeLessThan(8 * 5 * first + 300);
  });

  it('ten megabytes without a space end soon', () => {
    const started = performance.now();
    for (const unit of ['x', 'aB.', '\u0301', 'q1-'])
      analyse(unit.repeat(10_000_000 / unit.length), 'en');
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
