import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headOf, namesIn } from '@/lib/suggest/names';

const textsOf = (text: string) => namesIn(text).map((name) => name.text);

describe('namesIn', () => {
  it.each([
    ['TableView', ['tableview']],
    ['createTableView', ['createtableview', 'tableview']],
    ['Ti.UI.TableView', ['ti', 'ui', 'tableview']],
    ['"TableView" and \'Label\'', ['tableview', 'and', 'label']],
    ['kitchen_printer, $scope and __init__', ['kitchen_printer', 'scope', 'and', 'init']],
    ['Straße ÜBER', ['straße', 'über']],
    ['a 1 22 till2', ['till2']],
    ['isOK', ['isok']],
    ['', []],
  ])('of %j', (text, expected) => {
    expect(textsOf(text)).toEqual(expected);
  });

  it('says what is called and where', () => {
    expect(namesIn('on scroll() scroll (x) view.setText(')).toEqual([
      { text: 'on', at: 0, called: false },
      { text: 'scroll', at: 3, called: true },
      { text: 'scroll', at: 12, called: false },
      { text: 'view', at: 23, called: false },
      { text: 'settext', at: 28, called: true },
      { text: 'text', at: 28, called: false },
    ]);
  });

  it('takes any text: in order, in lower case, from where it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const names = namesIn(text);
        names.forEach(({ text: name, at, called }, index) => {
          expect(name).toBe(name.toLowerCase());
          expect(at).toBeGreaterThanOrEqual(names[index - 1]?.at ?? 0);
          expect(text.slice(at).toLowerCase()).toContain(name);
          expect(!called || text.slice(at).includes('(')).toBe(true);
        });
      }),
    );
  });

  it('takes as long as the text is', () => {
    for (const piece of ['aA', '_$', 'x(', 'é']) {
      const started = performance.now();
      namesIn(piece.repeat(50_000));
      expect({ piece, isFast: performance.now() - started < 2_000 }).toEqual({
        piece,
        isFast: true,
      });
    }
  });
});

describe('headOf', () => {
  it.each([
    ['Printer – set it up', 'Printer'],
    ['Printer — set it up', 'Printer'],
    ['Printer - set it up', 'Printer'],
    ['Printer | Help', 'Printer'],
    ['Printer: set it up', 'Printer'],
    ['.scroll() - bind a handler', '.scroll()'],
    ['set-up of well-known printers', 'set-up of well-known printers'],
    ['Ti::UI 12:30', 'Ti::UI 12:30'],
    [': only words', ': only words'],
    ['', ''],
  ])('of %j is %j', (title, head) => {
    expect(headOf(title)).toBe(head);
  });

  it('is a part of the title, and never empty where the title is not', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '-', '–', ':', '|', 'B') }),
        (title) => {
          expect(title).toContain(headOf(title));
          expect(headOf(title) === '').toBe(title === '');
        },
      ),
    );
  });
});
