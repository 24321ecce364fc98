import { describe, expect, it } from 'vitest';
import { mapArticle, type IntercomContext } from '@/lib/sources/intercom/map';
import { articleSchema } from '@/lib/sources/intercom/records';
import { detectIntercom } from '@/lib/sources/intercom/settings';

const context: IntercomContext = {
  sourceId: 'i',
  settings: { everyoneReads: true },
  collections: new Map([['31', 'Exports']]),
  syncedAt: '2026-11-22T08:00:00.000Z',
  languageOf: () => 'fr',
};
const ARTICLE = {
  type: 'article',
  id: '6871118',
  title: 'Export limits',
  body: '<h2>Limits</h2><p>At most 10,000 rows.</p>',
  state: 'published',
  url: 'https://help.acme.example/en/articles/6871118',
  updated_at: 1_787_220_000,
  default_locale: 'en',
  parent_id: 31,
  parent_ids: [31, 32],
};
const map = (change: object, from = context) =>
  mapArticle(articleSchema.parse({ ...ARTICLE, ...change }), from);

describe('mapArticle', () => {
  it('maps an article without translations', async () => {
    const { upserts, deletes } = await map({ translated_content: null });
    expect(deletes).toEqual([]);
    expect(upserts).toMatchObject([
      {
        id: 'i:article:6871118:en',
        title: 'Export limits',
        url: ARTICLE.url,
        labels: ['Exports'],
        visibility: 'public',
        updatedAt: '2026-08-20T10:00:00.000Z',
        blocks: [{ type: 'heading' }, { type: 'paragraph' }],
      },
    ]);
  });

  it('makes an item of each published language', async () => {
    const translated_content = {
      type: 'article_translated_content',
      en: { title: 'Export limits', body: '<p>En</p>', state: 'published', url: ARTICLE.url },
      'pt-BR': {
        title: 'Limites',
        body: '<p>Pt</p>',
        state: 'published',
        url: null,
        updated_at: 1,
      },
      de: { title: 'Grenzen', body: '<p>De</p>', state: 'draft', url: null },
      fr: null,
    };
    const { upserts, deletes } = await map({ translated_content });
    expect(upserts.map(({ id, title, visibility }) => [id, title, visibility])).toEqual([
      ['i:article:6871118:en', 'Export limits', 'public'],
      ['i:article:6871118:pt-BR', 'Limites', 'internal'],
    ]);
    expect(upserts[1]?.updatedAt).toBe('1970-01-01T00:00:01.000Z');
    expect(deletes).toEqual(['i:article:6871118:de']);
  });

  it('does not take for public what may be for some only', async () => {
    const { upserts } = await map({}, { ...context, settings: { everyoneReads: false } });
    expect(upserts[0]?.visibility).toBe('unknown');
  });

  it('tells the language where the article does not', async () => {
    const { upserts } = await map({ default_locale: null });
    expect(upserts[0]?.id).toBe('i:article:6871118:fr');
  });

  it.each([{ state: 'draft' }, { state: null }, { title: '' }])(
    'is no item: %j',
    async (change) => {
      expect(await map(change)).toEqual({ upserts: [], deletes: ['i:article:6871118:en'] });
    },
  );

  it('bears odd fields', async () => {
    const odd = {
      body: null,
      parent_ids: 'x',
      parent_id: null,
      translated_content: [1],
      url: 'x:y',
    };
    expect((await map(odd)).upserts).toMatchObject([
      { labels: [], blocks: [], visibility: 'internal' },
    ]);
    expect(articleSchema.safeParse({ ...ARTICLE, updated_at: 'now' }).success).toBe(false);
  });
});

it('finds the region in an address', () => {
  expect(detectIntercom(new URL('https://app.au.intercom.com/a'))?.region).toBe('au');
  expect(detectIntercom(new URL('https://app.intercom.com/a'))?.region).toBe('us');
});
