import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankTyped } from '@/lib/app/sidebar/rank-typed';
import { mergeMarks } from '@/lib/app/sidebar/title-marks';
import { headOf } from '@/tests/lib/app/sidebar/fake-sidebar';

const titles = (text: string, names: string[]) =>
  rankTyped(
    text,
    names.map((name) => headOf(name)),
  ).map(({ item }) => item.title);

function marked(text: string, title: string, changes = {}): string[] {
  const [hit] = rankTyped(text, [headOf(title, changes)]);
  return hit!.titleMarks.map(([start, end]) => title.slice(start, end));
}

describe('order', () => {
  test('the words of the text in any order, before titles with some of them', () => {
    expect(
      titles('printer offline', [
        'Sell while the internet is down',
        'Offline payments',
        'Kitchen printer shows offline',
      ]),
    ).toEqual([
      'Kitchen printer shows offline',
      'Offline payments',
      'Sell while the internet is down',
    ]);
  });

  test('a typo does not hide the title', () => {
    expect(titles('pritner pairing', ['Refund a card', 'Printer pairing'])[0]).toBe(
      'Printer pairing',
    );
  });

  test('accents may be left out', () => {
    expect(titles('ruckerstattung', ['Karte sperren', 'Rückerstattung auf Karte'])[0]).toBe(
      'Rückerstattung auf Karte',
    );
  });

  test.each(['FERN-1042', 'fern 1042', 'fern1042'])('the key %s comes first', (text) => {
    const byBody = headOf('FERN-1042 is mentioned in this title');
    const byKey = headOf('Receipts print twice', { key: 'FERN-1042' });
    expect(rankTyped(text, [byBody, byKey])[0]?.item).toEqual(byKey);
  });

  test('an error code that labels an item comes first', () => {
    const other = headOf('POS-1103 and POS-1127 in the log');
    const labelled = headOf('Sell while the internet is down', { labels: ['POS-1103'] });
    expect(rankTyped('pos-1103', [other, labelled])[0]?.item).toEqual(labelled);
  });

  test('a topic label is no name', () => {
    const labelled = headOf('Close the shift', { labels: ['printer'] });
    expect(rankTyped('printer', [labelled, headOf('Printer')])[0]?.item.title).toBe('Printer');
  });

  test('what only the body holds comes last, in the engine’s order', () => {
    expect(titles('chargeback', ['Zebra', 'Dispute a chargeback', 'Apple'])).toEqual([
      'Dispute a chargeback',
      'Zebra',
      'Apple',
    ]);
  });

  test('no more than twenty, each once', () => {
    const many = Array.from({ length: 40 }, (_, at) => `Printer ${at}`);
    const shown = titles('printer', many);
    expect(shown).toHaveLength(20);
    expect(new Set(shown).size).toBe(20);
  });
});

describe('marks', () => {
  test('words as typed', () => {
    expect(marked('printer off', 'Printer shows offline')).toEqual(['Printer', 'off']);
  });
  test('letters alike when the word is not there as typed', () => {
    expect(marked('recipts', 'Print receipts again').join('')).toContain('ipts');
  });
  test('no scraps', () => {
    for (const piece of marked('priner', 'Add a printer again')) {
      expect(piece.length).toBeGreaterThanOrEqual(3);
    }
  });
  test('nothing for a match elsewhere', () => {
    expect(marked('FERN-1042', 'Receipts print twice', { key: 'FERN-1042' })).toEqual([]);
  });
});

const ranges = fc.array(
  fc.tuple(fc.integer({ min: -5, max: 40 }), fc.integer({ min: -5, max: 40 })),
);

function expectInOrder(marks: [number, number][], length: number): void {
  let last = -1;
  for (const [start, end] of marks) {
    expect(start).toBeGreaterThan(last);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(length);
    last = end;
  }
}

test('merged marks are in order, apart and inside, and cover exactly what was given', () => {
  fc.assert(
    fc.property(ranges, fc.nat(30), (given, length) => {
      const merged = mergeMarks(given, length);
      expectInOrder(merged, length);
      for (let at = 0; at < length; at += 1) {
        const within = ([start, end]: [number, number]) => start <= at && at < end;
        expect(merged.some(within)).toBe(given.some(within));
      }
    }),
  );
});

test('any text on any titles: every candidate once, marks in order', () => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('printer', 'İstanbul', 'ﬁx', 'ß', 'FERN-1', '!', "'", '=', '^a', 'a$', '|'),
  );
  const line = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(line, fc.uniqueArray(line, { maxLength: 15 }), (text, names) => {
      const candidates = names.map((name, at) => headOf(name, { id: `kb:article:${at}` }));
      const hits = rankTyped(text, candidates);
      expect(hits.map(({ item }) => item.id).toSorted()).toEqual(
        candidates.map(({ id }) => id).toSorted(),
      );
      for (const { item, titleMarks } of hits) expectInOrder(titleMarks, item.title.length);
    }),
  );
});
