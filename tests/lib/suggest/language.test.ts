import { describe, expect, it } from 'vitest';
import { detectLanguage } from '@/lib/suggest/language';
import { INFLECTED } from '@/tests/fixtures/inflected';

it.each([
  ['The printer is offline and I do not know why', 'en'],
  ['Der Drucker ist offline und ich weiß nicht warum', 'de'],
  ["L'imprimante est hors ligne et je ne sais pas pourquoi", 'fr'],
  ['La impresora no funciona y no sé por qué', 'es'],
  ['A impressora não funciona e não sei porquê', 'pt'],
  ['La stampante non funziona e non so perché', 'it'],
  ['De printer is offline en ik weet niet waarom', 'nl'],
  ['Skrivaren fungerar inte och jag vet inte varför', 'sv'],
  ['Принтер не работает и я не знаю что делать', 'ru'],
  ['プリンターがオフラインです', 'ja'],
  ['打印机一直显示脱机', 'zh'],
  ['프린터가 오프라인입니다', 'ko'],
  ['เครื่องพิมพ์ออฟไลน์', 'th'],
  ['Printeren er offline, og jeg ved ikke hvorfor', 'da'],
  ['Skriveren virker ikke, hva gjør jeg nå?', 'no'],
  ['Принтер не працює, і я не знаю чому', 'uk'],
  ['Ο εκτυπωτής δεν λειτουργεί', 'el'],
])('%s is %s', (text, language) => {
  expect(detectLanguage(text, 'en')).toBe(language);
  expect(detectLanguage(text, 'fr-CA')).toBe(language);
});

describe('a text that does not tell', () => {
  it.each(['SYNC-4031', '', '...', '12345', 'x', 'https://help.fernway.example/the/and/of'])(
    '%j is what was expected',
    (text) => {
      expect(detectLanguage(text, 'pt-BR')).toBe('pt');
    },
  );

  it('of an unknown language is what was expected', () => {
    const polish = 'Drukarka fiskalna przestaje działać zaraz po aktualizacji i nie wiem dlaczego';
    const finnish = 'Tulostin lakkasi toimimasta heti päivityksen jälkeen enkä tiedä miksi';
    expect(detectLanguage(polish, 'pl')).toBe('pl');
    expect(detectLanguage(finnish, 'en')).toBe('en');
  });
});

describe('a log among the words', () => {
  const log =
    '\n\tat com.fernway.pay.Session.open(Session.java:12) is not in the state to be'.repeat(3);

  it('does not make a Japanese or Russian ticket English', () => {
    expect(detectLanguage(`ログインすると次のエラーが出て先に進めません${log}`, 'en')).toBe('ja');
    expect(detectLanguage(`При входе появляется ошибка, что делать?${log}`, 'en')).toBe('ru');
  });

  it('nor does a foreign name make an English ticket foreign', () => {
    const text = 'The label of the button is 印刷 but it should be the English word for it';
    expect(detectLanguage(text, 'en')).toBe('en');
    expect(detectLanguage('I wrote to Иван Петров but he is not in the office', 'en')).toBe('en');
    expect(detectLanguage('中文用户报告了 プリンター 的问题并且无法打印收据', 'en')).toBe('zh');
  });
});

describe('short sentences and titles', () => {
  const known = Object.entries(INFLECTED);

  it.each(known)('of %s are told whatever was expected', (language, { articles, sentences }) => {
    const texts = [...articles, ...sentences];
    for (const expected of ['en', 'de']) {
      const missed = texts.filter((text) => detectLanguage(text, expected) !== language);
      // A title such as `Exporting invoices` may hold no word that is known.
      expect(missed.slice(texts.length / 5)).toEqual([]);
    }
  });
});

it('is quick on megabytes', () => {
  const started = performance.now();
  detectLanguage('x'.repeat(10_000_000), 'en');
  detectLanguage('the '.repeat(2_000_000), 'en');
  expect(performance.now() - started).toBeLessThan(1_000);
});
