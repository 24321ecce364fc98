/** A stand-in for Intercom's API: articles in two languages, numbered pages, changed last first. */
import {
  json,
  newestFirst,
  Shelf,
  type Place,
  type PlaceAnswer,
  type PlaceClock,
  type PlaceRequest,
  type Row,
} from '@/tests/support/sources/place';

export const TOKEN = 'ic-token-1';
const SIZE = 3;

export class IntercomPlace implements Place {
  readonly shelf: Shelf;

  constructor(clock: PlaceClock) {
    this.shelf = new Shelf(clock);
  }

  itemIds({ id }: Row): string[] {
    return [`src1:article:${id}:en`, `src1:article:${id}:de`];
  }

  titleOf({ title }: Row, itemId: string): string {
    return itemId.endsWith(':de') ? `${title} (de)` : title;
  }

  answer(request: PlaceRequest): PlaceAnswer {
    const { headers, url } = request;
    const error = (code: string, message: string) => ({
      type: 'error.list',
      request_id: 'r1',
      errors: [{ code, message }],
    });
    if (headers.get('authorization') !== `Bearer ${TOKEN}`) {
      return json(error('unauthorized', 'Access Token Invalid'), 401);
    }
    if (!headers.has('intercom-version')) {
      return json(
        error('intercom_version_invalid', 'The requested version could not be found'),
        400,
      );
    }
    if (url.pathname === '/me') {
      const app = { type: 'app', id_code: 'abc', name: 'Acme', region: 'EU' };
      return json({ type: 'admin', id: '7', name: 'Robin', email: 'robin@acme.example', app });
    }
    if (url.pathname === '/articles') return this.#articles(request);
    const row = this.shelf.get(Number(/^\/articles\/(\d+)$/.exec(url.pathname)?.[1] ?? 0));
    if (row !== undefined && !row.deleted) return json(this.#article(row));
    if (url.pathname === '/help_center/collections') {
      return page(request, [{ id: '31', type: 'collection', name: 'Exports' }]);
    }
    return json(error('not_found', 'Resource Not Found'), 404);
  }

  #articles(request: PlaceRequest): PlaceAnswer {
    const rows = newestFirst(this.shelf.listed()).filter((row) => !row.deleted);
    return page(
      request,
      rows.map((row) => this.#article(row)),
    );
  }

  #article(row: Row) {
    return {
      type: 'article',
      id: String(row.id),
      workspace_id: 'abc',
      author_id: 7,
      default_locale: 'en',
      parent_id: 31,
      parent_ids: [31],
      parent_type: 'collection',
      ...content(row, row.title, 'en'),
      translated_content: {
        type: 'article_translated_content',
        en: content(row, row.title, 'en'),
        de: content(row, `${row.title} (de)`, 'de'),
      },
    };
  }
}

function content(row: Row, title: string, locale: string) {
  return {
    title,
    description: '',
    body: `<p class="no-margin">About ${title}.</p>`,
    state: row.hidden ? 'draft' : 'published',
    created_at: Math.floor(row.createdAt / 1000),
    updated_at: Math.floor(row.updatedAt / 1000),
    url: row.hidden ? null : `https://help.acme.example/${locale}/articles/${row.id}`,
  };
}

function page({ url }: PlaceRequest, rows: readonly unknown[]): PlaceAnswer {
  const number = Number(url.searchParams.get('page') ?? 1);
  const per = Math.min(Number(url.searchParams.get('per_page') ?? 15), SIZE);
  const total = Math.max(1, Math.ceil(rows.length / per));
  return json({
    type: 'list',
    pages: { type: 'pages', page: number, per_page: per, total_pages: total },
    total_count: rows.length,
    data: rows.slice((number - 1) * per, number * per),
  });
}
