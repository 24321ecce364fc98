import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, analyseInto, type Token } from '@/lib/search/analyse/analyse';
import { isIdentifier } from '@/lib/search/analyse/identifiers';

const terms = (text: string, locale = 'en'): string[] =>
  analyse(text, locale).map(({ term }) => term);
const identifiers = (text: string): string[] =>
  analyse(text, 'en').flatMap(({ term, identifier }) => (identifier ? [term] : []));

describe('analyse', () => {
  it('stems words by language and leaves stop words out', () => {
    expect(terms('The printers were printing')).toEqual(['printer', 'print']);
    expect(terms('Die Drucker drucken nicht', 'de')).toEqual(['druck', 'druck']);
    expect(terms("l'imprimante de la caisse", 'fr')).toEqual(['imprim', 'caiss']);
  });

  it.each([
    ['SYNC-4031', 'sync-4031'],
    ['v6.3.2', '6.3.2'],
    ['0xc0000005', '0xc0000005'],
    ['com.fernway.pay.TerminalSession.open', 'com.fernway.pay.terminalsession.open'],
    ['TerminalSession.kt:214', 'terminalsession.kt'],
    ['TypeError', 'typeerror'],
    ['max_connections', 'max_connections'],
    ['std::vector', 'std::vector'],
  ])('keeps %s whole', (text, whole) => {
    expect(identifiers(text)).toEqual([whole]);
  });

  it('also gives the parts of an identifier', () => {
    expect(terms('TerminalSession')).toEqual(['terminalsession', 'termin', 'session']);
    expect(terms('SYNC-4031')).toEqual(['sync-4031', 'sync', '4031']);
    expect(terms('6.3.2')).toEqual(['6.3.2', '6.3']);
  });

  it.each([
    'iPad',
    'and/or',
    'e-mail',
    '2026-11-18',
    '09:14:02.118',
    '12:30',
    'help.fernway.example',
  ])('sees no identifier in %s', (text) => {
    expect(identifiers(text)).toEqual([]);
  });

  it('leaves e-mail addresses out altogether', () => {
    expect(terms('write to ana.perez@northwind.example now')).toEqual(['write']);
  });

  it('breaks Japanese, Chinese and Thai into words', () => {
    expect(terms('印刷できません', 'ja').length).toBeGreaterThan(1);
    expect(terms('打印机脱机', 'zh').length).toBeGreaterThan(1);
    expect(terms('เครื่องพิมพ์ออฟไลน์', 'th').length).toBeGreaterThan(1);
  });

  it('gives places that hold the word, in order, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        let last = 0;
        for (const { term, start, end } of analyse(text, 'en')) {
          expect(term.length).toBeGreaterThan(0);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(end).toBeGreaterThan(start);
          last = start;
        }
      }),
    );
  });

  it('hands the same tokens to a sink', () => {
    const text = 'Ana’s printer 6.3.2 at https://x.example/help/printer-offline says SYNC-4031';
    const sunk: Token[] = [];
    analyseInto(text, 'en', (term, start, end, identifier) => {
      sunk.push({ term, start, end, identifier });
    });
    expect(sunk.length).toBeGreaterThan(5);
    expect(sunk).toEqual(analyse(text, 'en'));
  });

  it('remembers each language by itself', () => {
    expect(terms('drucken printing', 'de')).not.toEqual(terms('drucken printing', 'en'));
    expect(terms('drucken printing', 'de')).toEqual(terms('drucken printing', 'de'));
  });

  it('stays linear on long hostile runs', () => {
    const started = performance.now();
    for (const unit of ['a', 'a.', 'A_', '1-', "a'", 'é́', '-.-', 'aA'])
      analyse(unit.repeat(200_000), 'en');
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('isIdentifier', () => {
  it.each([
    ['POS-1103', true],
    ['CVE-2026-1', true],
    ['C:\\x\\agent', false],
    ['com.a.b', true],
    ['printer', false],
    ['X1', false],
  ])('%s: %s', (chunk, expected) => {
    expect(isIdentifier(chunk)).toBe(expected);
  });
});
