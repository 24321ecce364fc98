import { test } from 'vitest';
import { parseGlossary, translateWord } from '@/lib/search/analyse/translate';
import { GERMAN } from '@/lib/search/analyse/glossary/de';
test('x', () => {
  const e = parseGlossary(GERMAN);
  console.log(e.length);
  const seen = new Set<string>();
  for (const [h, t] of e) {
    if (seen.has(h)) console.log('dup', h);
    seen.add(h);
    for (const w of t) if (!/^[a-z0-9-]+$/.test(w)) console.log('bad', h, w);
  }
  const t0 = performance.now();
  translateWord('kartenzahlungx', 'de');
  console.log('first', performance.now() - t0);
  for (const w of 'kartenzahlung küchendrucker monatsabrechnung auszahlungsübersicht bericht rechnung drucker kassenabschlüsse loeschen zahlungen druckers anmeldeseite suchfeld adressfeld bestellübersicht kundendaten passwortänderung umsatzbericht produktpreise'.split(
    ' ',
  ))
    console.log(w, translateWord(w, 'de').join(' '));
  const t1 = performance.now();
  for (let i = 0; i < 1e5; i++) translateWord('kartenzahlung', 'de');
  console.log('µs', (performance.now() - t1) / 100);
});
