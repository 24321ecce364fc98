import { describe, expect, it } from 'vitest';
import { analyse } from '@/lib/search/analyse/analyse';
import { createEngine } from '@/lib/search/engine';
import { INFLECTED } from '@/tests/fixtures/inflected';
import { page } from '@/tests/lib/search/small-world';
import { createMemorySegmentStore } from '@/tests/support/memory-segment-store';
import { unwrap } from '@/tests/support/unwrap';

const terms = (text: string, locale: string): string[] =>
  analyse(text, locale).map(({ term }) => term);

const articles = Object.entries(INFLECTED).flatMap(([locale, of]) =>
  of.articles.map((title, at) => ({ ...page(`${locale}-${at}`, title, '', locale), locale })),
);

describe.each(Object.entries(INFLECTED))('in %s', (locale, { sentences }) => {
  it('a ticket finds the article worded with other inflections', async () => {
    const engine = createEngine(createMemorySegmentStore());
    unwrap(await engine.apply({ upserts: articles, deletes: [] }));
    for (const [at, text] of sentences.entries()) {
      const parts = [{ text, weight: 1, locale }];
      const { lists } = unwrap(
        await engine.search({ parts, lists: [{ groups: [locale], limit: 1 }] }),
      );
      expect([text, lists[0]?.[0]?.id]).toEqual([text, `${locale}-${at}`]);
    }
  });
});

describe('mixed scripts', () => {
  it.each([
    ['ログイン時にNullPointerExceptionが発生します', 'ja', 'nullpointerexcept'],
    ['注文がSYNC-4031で失敗', 'ja', 'sync-4031'],
    ['打印机显示SYNC-4031错误', 'zh', 'sync-4031'],
    ['로그인할 때 NullPointerException이 발생해요', 'ko', 'nullpointerexcept'],
    ['버전6.3.2에서', 'ko', '6.3.2'],
    ['เกิดข้อผิดพลาดSYNC-4031เมื่อพิมพ์', 'th', 'sync-4031'],
    ['Ошибка NullPointerException при печати', 'ru', 'nullpointerexcept'],
  ])('%s holds the name', (text, locale, name) => {
    const found = analyse(text, locale).filter(({ identifier }) => identifier);
    expect(found.map(({ term }) => term)).toEqual([name]);
    expect(terms(text, locale).length).toBeGreaterThan(2);
  });

  it('stems English in languages of other scripts as English', () => {
    for (const locale of ['ja', 'zh', 'ko', 'th', 'ru']) {
      expect(terms('printers', locale)).toEqual(terms('printer', 'en'));
      expect(terms('the', locale)).toEqual([]);
    }
  });
});

describe('spellings', () => {
  it.each([
    ['de', 'Überweisungen für Geräte', 'Ueberweisung fuer Geraet'],
    ['de', 'Größe', 'Groesse'],
    ['fr', 'réseaux', 'reseau'],
    ['es', 'contraseñas', 'contrasena'],
    ['pt', 'conexões', 'conexao'],
    ['sv', 'beställningar', 'bestallning'],
    ['ru', 'счётов', 'счетов'],
    ['ja', 'サーバー', 'サーバ'],
    ['ja', 'プリンター', 'ﾌﾟﾘﾝﾀ'],
    ['ja', '申し込み', '申込'],
  ])('%s: %s is also %s', (locale, one, other) => {
    expect(terms(one, locale)).toEqual(terms(other, locale));
  });
});
