import { describe, expect, it } from 'vitest';
import { GERMAN } from '@/lib/search/analyse/glossary/de';
import { parseGlossary, translateWord } from '@/lib/search/analyse/translate';

describe('translateWord', () => {
  it.each([
    ['rechnung', 'invoice'],
    ['rechnungen', 'invoice'],
    ['druckers', 'printer'],
    ['abgestürzt', 'crash'],
    ['loeschen', 'delete'],
    ['kassenabschlüsse', 'closing'],
  ])('%s → %s', (word, english) => {
    expect(translateWord(word, 'de')).toContain(english);
  });

  it('takes compounds apart', () => {
    expect(translateWord('kartenzahlung', 'de')).toEqual(['card', 'payment']);
    expect(translateWord('küchendrucker', 'de')).toEqual(['kitchen', 'printer']);
  });

  it('does not know every word', () => {
    expect(translateWord('xyzzy', 'de')).toEqual([]);
    expect(translateWord('rechnung', 'xx')).toEqual([]);
  });
});

describe('the German glossary', () => {
  const entries = parseGlossary(GERMAN);

  it('names every headword once', () => {
    expect(new Set(entries.map(([head]) => head)).size).toBe(entries.length);
  });
});
