import { describe, expect, it } from 'vitest';
import { helpscoutDocsKind as kind } from '@/lib/sources/helpscout-docs/connector';
import { mapArticle, shelfOf, touchedAt } from '@/lib/sources/helpscout-docs/map';
import { articleSchema, collectionSchema, siteSchema } from '@/lib/sources/helpscout-docs/records';
import { API_KEY, DocsPlace } from '@/tests/support/sources/helpscout-docs';
import { Mirror } from '@/tests/support/sources/mirror';
import { PlaceClock } from '@/tests/support/sources/place';
import { PlaceHttp } from '@/tests/support/sources/place-http';

const ARTICLE = {
  id: '65b012',
  number: 121,
  collectionId: '65a001',
  status: 'published',
  hasDraft: true,
  name: 'Export limits',
  text: '<p>At most <b>10,000 rows</b>.</p><div class="callout-yellow"><p>Team plan: more.</p></div>',
  keywords: ['csv', 'limit'],
  publicUrl: 'https://acme.helpscoutdocs.com/article/121-export-limits',
  createdAt: '2025-01-12T09:00:00Z',
  updatedAt: '2026-11-18T10:00:00Z',
  lastPublishedAt: '2026-10-02T11:30:00Z',
};
const article = (change: object = {}) => articleSchema.parse({ ...ARTICLE, ...change });
const context = { sourceId: 'h', syncedAt: '2026-11-22T08:00:00.000Z', languageOf: () => 'en' };
const shelf = { id: '65a001', name: 'Using Acme', visibility: 'public' as const };

describe('shelfOf', () => {
  const sites = [
    { id: 's1', hasPublicSite: true, status: 'active' },
    { id: 's2', hasPublicSite: false, status: 'active' },
    { id: 's3', hasPublicSite: true, status: 'inactive' },
    { id: 's4' },
  ].map((site) => siteSchema.parse(site));

  it.each([
    ['s1', 'public', 'public'],
    ['s1', 'private', 'internal'],
    ['s1', 'secret', 'unknown'],
    ['s1', null, 'unknown'],
    ['s2', 'public', 'internal'],
    ['s3', 'public', 'internal'],
    ['s4', 'public', 'unknown'],
    ['s9', 'public', 'unknown'],
    [null, 'public', 'unknown'],
  ])('site %s, %s collection: %s', (siteId, visibility, expected) => {
    const record = collectionSchema.parse({ id: 'c', siteId, visibility, name: 'C' });
    expect(shelfOf(record, sites).visibility).toBe(expected);
  });
});

describe('mapArticle', () => {
  it('maps an article', async () => {
    expect(await mapArticle(article(), shelf, context)).toMatchObject({
      id: 'h:article:65b012',
      title: 'Export limits',
      url: ARTICLE.publicUrl,
      labels: ['Using Acme', 'csv', 'limit'],
      visibility: 'public',
      updatedAt: '2026-10-02T11:30:00.000Z',
      blocks: [
        {
          type: 'paragraph',
          text: [{ text: 'At most ' }, { text: '10,000 rows', strong: true }, { text: '.' }],
        },
        { type: 'paragraph', text: [{ text: 'Team plan: more.' }] },
      ],
    });
  });

  it('links private articles to the team’s own page', async () => {
    const item = await mapArticle(article(), { ...shelf, visibility: 'internal' }, context);
    expect(item.url).toBe('https://secure.helpscout.net/docs/65a001/article/65b012');
  });

  it('bears missing times and texts', async () => {
    const bare = {
      text: null,
      updatedAt: null,
      lastPublishedAt: null,
      createdAt: 'soon',
      keywords: 3,
    };
    const item = await mapArticle(article(bare), shelf, context);
    expect(item).toMatchObject({
      blocks: [],
      labels: ['Using Acme'],
      updatedAt: '1970-01-01T00:00:00.000Z',
    });
    expect(touchedAt(article())).toBe('2026-11-18T10:00:00Z');
  });
});

describe('helpscout-docs connector', () => {
  function start() {
    const clock = new PlaceClock();
    const place = new DocsPlace(clock);
    const http = new PlaceHttp(place, clock);
    for (const title of ['One', 'Two', 'Three', 'Four']) place.shelf.create(title);
    // Beyond what is read twice because lists may learn of a change late.
    clock.advance(3_600_000);
    const secrets = { apiKey: API_KEY };
    const mirror = new Mirror({ kind, settings: { collections: [] }, secrets, http, clock });
    const texts = () => http.log.filter(({ url }) => /\/articles\/a/.test(url)).length;
    return { clock, place, http, mirror, texts };
  }

  it('reads only the texts that were touched', async () => {
    const { clock, place, mirror, texts } = start();
    await mirror.pull();
    expect(texts()).toBe(4);
    clock.advance(3_600_000);
    place.shelf.edit(102, 'Changed');
    await mirror.pull();
    expect(texts()).toBe(5);
  });

  it('reads a collection again when others may read it than before', async () => {
    const { clock, place, mirror, texts } = start();
    await mirror.pull();
    clock.advance(3_600_000);
    const answer = place.answer.bind(place);
    place.answer = (request) => {
      const given = answer(request);
      return {
        ...given,
        body: given.body.replaceAll('"visibility":"public"', '"visibility":"private"'),
      };
    };
    const visible = () => mirror.items.get('src1:article:a101')?.visibility;
    expect(visible()).toBe('public');
    expect(await mirror.pull()).toBe(null);
    expect(visible()).toBe('internal');
    expect(texts()).toBe(6);
  });

  it('takes away at once what is published no more', async () => {
    const { clock, place, mirror } = start();
    await mirror.pull();
    clock.advance(3_600_000);
    place.shelf.hide(101);
    await mirror.pull();
    expect([...mirror.items.keys()]).not.toContain('src1:article:a101');
  });

  it('keeps to the collections that were chosen, and names them', async () => {
    const { clock, http } = start();
    const secrets = { apiKey: API_KEY };
    const mirror = new Mirror({ kind, settings: { collections: ['c2'] }, secrets, http, clock });
    await mirror.pull();
    expect([...mirror.items.keys()].toSorted()).toEqual(['src1:article:a102', 'src1:article:a104']);
    const choices = await mirror.connect().listChoices?.(new AbortController().signal);
    expect(choices).toMatchObject({
      ok: true,
      value: [{ id: 'c1', name: 'Using Acme' }, { id: 'c2' }],
    });
  });
});
