/** A stand-in for Help Scout's Docs API v1: one site, two collections, numbered pages, key as user name. */
import {
  json,
  Shelf,
  type Place,
  type PlaceAnswer,
  type PlaceClock,
  type PlaceRequest,
  type Row,
} from '@/tests/support/sources/place';

export const API_KEY = 'hs-docs-key-1';
const SIZE = 3;

/** The even rows are in the team's own collection. */
const COLLECTIONS = [
  { id: 'c1', siteId: 's1', number: 12, visibility: 'public', name: 'Using Acme', articleCount: 3 },
  { id: 'c2', siteId: 's1', number: 13, visibility: 'private', name: 'Runbook', articleCount: 1 },
];

export class DocsPlace implements Place {
  readonly shelf: Shelf;
  readonly #clock: PlaceClock;

  constructor(clock: PlaceClock) {
    this.shelf = new Shelf(clock);
    this.#clock = clock;
  }

  itemIds({ id }: Row): string[] {
    return [`src1:article:a${id}`];
  }

  rowAskedFor({ url }: PlaceRequest): number | null {
    const id = /\/articles\/a(\d+)$/.exec(url.pathname)?.[1];
    return id === undefined ? null : Number(id);
  }

  answer(request: PlaceRequest): PlaceAnswer {
    const { headers, url } = request;
    if (headers.get('authorization') !== `Basic ${btoa(`${API_KEY}:X`)}`) {
      return json({ code: 401, error: 'Invalid API Key' }, 401);
    }
    const path = url.pathname.replace('/v1/', '');
    if (path === 'sites') return this.#page(request, 'sites', [SITE]);
    if (path === 'collections') return this.#page(request, 'collections', COLLECTIONS);
    const collection = /^collections\/(\w+)\/articles$/.exec(path)?.[1];
    if (collection !== undefined) return this.#articles(request, collection);
    const row = this.shelf.get(this.rowAskedFor(request) ?? 0);
    if (row === undefined || row.deleted) return json({ code: 404, error: 'Not found' }, 404);
    return json({ article: this.#article(row) });
  }

  #articles(request: PlaceRequest, collection: string): PlaceAnswer {
    const { searchParams } = request.url;
    const rows = this.shelf
      .listed()
      .filter((row) => !row.deleted && collectionOf(row) === collection)
      .filter((row) => searchParams.get('status') === 'all' || !row.hidden);
    const sign = searchParams.get('order') === 'asc' ? 1 : -1;
    const key = searchParams.get('sort') === 'updatedAt' ? 'updatedAt' : 'createdAt';
    rows.sort((a, b) => sign * (a[key] - b[key] || a.id - b.id));
    const refs = rows.map((row) => {
      const { text: _text, keywords: _keywords, ...ref } = this.#article(row);
      return ref;
    });
    return this.#page(request, 'articles', refs);
  }

  #article(row: Row) {
    return {
      id: `a${row.id}`,
      number: row.id,
      collectionId: collectionOf(row),
      slug: `article-${row.id}`,
      status: row.hidden ? 'notpublished' : 'published',
      hasDraft: false,
      name: row.title,
      text: `<p>About ${row.title}.</p>`,
      keywords: ['csv'],
      publicUrl: `https://acme.helpscoutdocs.com/article/${row.id}-article`,
      popularity: 4.3,
      createdAt: this.#clock.iso(row.createdAt),
      updatedAt: row.updatedAt === row.createdAt ? null : this.#clock.iso(row.updatedAt),
      lastPublishedAt: row.hidden ? null : this.#clock.iso(row.updatedAt),
    };
  }

  #page({ url }: PlaceRequest, name: string, rows: readonly unknown[]): PlaceAnswer {
    const page = Number(url.searchParams.get('page') ?? 1);
    const items = rows.slice((page - 1) * SIZE, page * SIZE);
    const pages = Math.max(1, Math.ceil(rows.length / SIZE));
    return json({ [name]: { page, pages, count: rows.length, items } });
  }
}

const SITE = {
  id: 's1',
  title: 'Acme Help',
  subDomain: 'acme',
  status: 'active',
  hasPublicSite: true,
};

function collectionOf({ id }: Row): string {
  return id % 2 === 0 ? 'c2' : 'c1';
}
