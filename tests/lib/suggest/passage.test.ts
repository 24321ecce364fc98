import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '@/lib/model/block';
import { analyse } from '@/lib/search/analyse/analyse';
import { bestPassage } from '@/lib/suggest/passage';
import { TermScan, type TermWeights } from '@/lib/suggest/term-scan';
import { paragraph } from '@/tests/support/items';

const WORDS =
  'printing printers Printed possible possibility happy happier dying dies run running ran setUp ' +
  'user-agent e-mail SYNC-4031 “quoted” café naïve Ärger 3.9.0 createTableView don’t the of and x y2k ' +
  'daemon Damon application applique israel possibly Applications sprinter reprinted DAEMON ' +
  'connection connect connected relational universe universal caresses ponies skies';

const word = fc.constantFrom(...WORDS.split(' '));
const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));

const LOCALES = ['en-GB', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'ja', 'und'];

function weigh(words: string, locale = 'en'): TermWeights {
  return new Map(analyse(words, locale).map(({ term }, at) => [term, 1 + (at % 3)]));
}

function weightIn(words: string, weights: TermWeights, locale = 'en'): number {
  const found = new Set(analyse(words, locale).map(({ term }) => term));
  return [...weights].reduce((sum, [term, weight]) => sum + (found.has(term) ? weight : 0), 0);
}

describe('TermScan', () => {
  it('never says less than analysis finds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LOCALES), text, text, (locale, ticket, article) => {
        const weights = weigh(ticket, locale);
        const bound = new TermScan(weights, locale).boundOf(article);
        expect(bound).toBeGreaterThanOrEqual(weightIn(article, weights, locale));
      }),
    );
  });

  it('leaves out terms whose letters stand nowhere', () => {
    const scan = new TermScan(
      new Map([
        ['printer', 2],
        ['universe', 3],
      ]),
      'en',
    );
    expect(scan.boundOf('All our printers are red')).toBe(2);
    expect(scan.boundOf('Nothing of the kind')).toBe(0);
    expect(scan.boundOf('Nothing “of” the kind – at all…')).toBe(0);
  });

  it.each(['PRINTERS', 'printed', 'kitchenPrinter', 'kitchen_printer', '3printers', 'pri-nters'])(
    'looks where words and parts of names begin: %s',
    (words) => {
      expect(new TermScan(new Map([['printer', 2]]), 'en').boundOf(words)).toBe(2);
    },
  );

  it.each(['sprinter', 'reprinted', 'p r'])('does not look within words: %s', (words) => {
    expect(new TermScan(new Map([['printer', 2]]), 'en').boundOf(words)).toBe(0);
  });

  it('finds letters at the very end, and in texts longer than any before', () => {
    const scan = new TermScan(new Map([['printer', 2]]), 'en');
    expect(scan.boundOf(`${'a '.repeat(5_000)}printe`)).toBe(2);
    expect(scan.boundOf('print')).toBe(0);
    expect(scan.boundOf('')).toBe(0);
  });
});

describe('bestPassage', () => {
  /** Every stretch analysed, the first of the best taken. */
  function byTheBook(texts: string[], weights: TermWeights): string {
    const scored = texts.map((one) => weightIn(one, weights) / (1 + one.length / 1_680));
    return texts[scored.indexOf(Math.max(0, ...scored))] ?? texts[0] ?? '';
  }

  it('is the stretch with the most evidence, the first of equals', () => {
    const long = text.map((words) => `${words} ${'filler '.repeat(60)}`.trim());
    fc.assert(
      fc.property(text, fc.array(long, { minLength: 1, maxLength: 8 }), (ticket, texts) => {
        const weights = weigh(ticket);
        const passage = bestPassage(texts.map(paragraph), weights, 'en');
        expect(passage.text).toBe(byTheBook(texts, weights));
      }),
    );
  });

  it('prefers steps, and carries the heading above them', () => {
    const blocks: Block[] = [
      paragraph('The printer prints nothing.'),
      { type: 'heading', level: 2, text: [{ text: 'Mend it' }] },
      { type: 'list', ordered: true, items: [[paragraph('Restart the printer')]] },
    ];
    const passage = bestPassage(blocks, new Map([['printer', 1]]), 'en');
    expect(passage.heading).toBe('Mend it');
    expect(passage.text.slice(...(passage.marks[0] ?? [0, 0]))).toBe('printer');
  });

  it('is the first stretch when no word is shared, and empty for an item without text', () => {
    const weights: TermWeights = new Map([['elephant', 1]]);
    expect(bestPassage([paragraph('One'), paragraph('Two')], weights, 'en').text).toBe(
      'One\n\nTwo',
    );
    expect(bestPassage([], weights, 'en')).toEqual({
      heading: '',
      text: '',
      marks: [],
      blocks: [],
    });
  });
});
