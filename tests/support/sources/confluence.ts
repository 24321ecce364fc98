/** A Confluence Cloud site with one space: REST v2 lists with cursors, and the v1 search by id. */
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

export const CONFLUENCE_SITE = 'https://acme.atlassian.net';
export const CONFLUENCE_SECRETS = { email: 'robin@acme.example', token: 'conf-token' };
const SPACE = '4711';
const CLOUD_ID = '11223344-a1b2';
const GATEWAY = `https://api.atlassian.com/ex/confluence/${CLOUD_ID}`;
const PAGE_ROWS = 3;
/** The most the search gives with its expansions. */
const MOST_FOUND = 50;

export interface ConfluenceOptions {
  /** Anyone may read the space. */
  isPublic?: boolean;
  /** Ids of pages that only some may read; the account is one of them. */
  restricted?: ReadonlySet<number>;
  /** Ids of pages of the old editor: no document tree. */
  old?: ReadonlySet<number>;
}

type Status = 'current' | 'trashed' | 'archived';

export function createConfluence(clock: PlaceClock, options: ConfluenceOptions = {}): Place {
  const shelf = new Shelf(clock);
  const { isPublic = false, restricted = new Set(), old = new Set() } = options;
  const space = { id: SPACE, key: 'HELP', name: 'Help', type: 'global', status: 'current' };
  /** Hidden rows are ones this account may not see at all. */
  const ofStatus = (status: Status): Row[] =>
    shelf.listed().filter((row) => !row.hidden && statusOf(row) === status);

  function answer({ method, url, headers }: PlaceRequest): PlaceAnswer {
    if (method !== 'GET') return json({ message: 'XSRF check failed' }, 403);
    const sent = headers.get('authorization');
    if (url.href === `${CONFLUENCE_SITE}/_edge/tenant_info`) return json({ cloudId: CLOUD_ID });
    const path = pathBelowWiki(url);
    if (path === null) return json({ message: 'No such resource' }, 404);
    const isSpace = path === `api/v2/spaces/${SPACE}`;
    if (sent === null && isSpace && isPublic) return json(space);
    if (sent === null && isSpace) return json({ errors: [{ status: 404 }] }, 404);
    if (sent !== `Basic ${btoa(`${CONFLUENCE_SECRETS.email}:${CONFLUENCE_SECRETS.token}`)}`) {
      return json({ message: 'Client must be authenticated' }, 401);
    }
    if (isSpace) return json(space);
    if (path === 'api/v2/spaces') return json({ results: [space], _links: {} });
    if (path === `api/v2/spaces/${SPACE}/pages`) return list(url.searchParams);
    if (path === 'rest/api/content/search') return search(url.searchParams);
    const id = Number(/^api\/v2\/pages\/(\d+)$/.exec(path)?.[1] ?? 0);
    const row = shelf.get(id);
    if (row === undefined || row.hidden || row.deleted) return json({ errors: [{}] }, 404);
    return json(pageOf(row, 'storage'));
  }

  function list(query: URLSearchParams): PlaceAnswer {
    const status = query.get('status') as Status;
    const sort = query.get('sort');
    const format = query.get('body-format');
    if (!['id', '-modified-date'].includes(sort ?? '')) return json({ errors: [{}] }, 400);
    if (format !== null && format !== 'atlas_doc_format') return json({ errors: [{}] }, 400);
    const rows = sort === 'id' ? byId(ofStatus(status)) : newestFirst(ofStatus(status));
    const keyOf = (row: Row) =>
      sort === 'id' ? row.id : -(row.updatedAt * 1_000 + row.id) / 1_000;
    const after = query.get('cursor');
    const rest = after === null ? rows : rows.filter((row) => keyOf(row) > Number(after));
    const page = rest.slice(0, PAGE_ROWS);
    const last = page.at(-1);
    const next = new URLSearchParams(query);
    if (last !== undefined) next.set('cursor', String(keyOf(last)));
    const hasMore = rest.length > PAGE_ROWS;
    const links = hasMore ? { next: `/wiki/api/v2/spaces/${SPACE}/pages?${next}` } : {};
    const results = page.map((row) => pageOf(row, format));
    return json({ results, _links: { ...links, base: `${CONFLUENCE_SITE}/wiki` } });
  }

  function pageOf(row: Row, format: string | null) {
    return {
      id: String(row.id),
      status: statusOf(row),
      title: row.title,
      spaceId: SPACE,
      createdAt: new Date(row.createdAt).toISOString(),
      version: { createdAt: new Date(row.updatedAt).toISOString(), number: 3 },
      body: bodyOf(row, format),
      _links: { webui: `/spaces/HELP/pages/${row.id}/Page` },
    };
  }

  function bodyOf(row: Row, format: string | null) {
    if (format === 'storage') {
      return { storage: { representation: 'storage', value: `<p>Old ${row.title}.</p>` } };
    }
    if (format === null || old.has(row.id)) return {};
    const text = { type: 'text', text: `All about ${row.title}.` };
    const document = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [text] }] };
    return { atlas_doc_format: { representation: format, value: JSON.stringify(document) } };
  }

  function search(query: URLSearchParams): PlaceAnswer {
    const ids = /^id in \(([\d,]+)\)$/
      .exec(query.get('cql') ?? '')?.[1]
      ?.split(',')
      .map(Number);
    if (ids === undefined || ids.length > MOST_FOUND) return json({ message: 'CQL' }, 400);
    const rows = ids.flatMap((id) => shelf.get(id) ?? []).filter((row) => !row.hidden);
    return json({ results: rows.map(factsOf), _links: {} });
  }

  function factsOf(row: Row) {
    const groups = restricted.has(row.id) ? [{ type: 'group', name: 'staff' }] : [];
    const parent = row.id % 2 === 0 ? [{ id: String(row.id - 1) }] : [];
    return {
      id: String(row.id),
      type: 'page',
      metadata: { labels: { results: [{ prefix: 'global', name: 'how-to', id: '1' }] } },
      restrictions: {
        read: { restrictions: { user: { results: [] }, group: { results: groups } } },
      },
      ancestors: parent.filter(({ id }) => shelf.get(Number(id)) !== undefined),
    };
  }

  return {
    shelf,
    answer,
    itemIds: ({ id }) => [`src1:article:${id}`],
    // Asking as anyone is asking to be refused.
    rowAskedFor: ({ headers }) => (headers.has('authorization') ? null : -1),
  };
}

/** The site itself, or Atlassian's gateway to it. */
function pathBelowWiki({ href }: URL): string | null {
  const root = [CONFLUENCE_SITE, GATEWAY].find((base) => href.startsWith(`${base}/wiki/`));
  return root === undefined
    ? null
    : new URL(href.slice(root.length + 6), 'https://x').pathname.slice(1);
}

/** Every third page that goes is archived instead of thrown away. */
function statusOf({ deleted, id }: Row): Status {
  if (!deleted) return 'current';
  return id % 3 === 0 ? 'archived' : 'trashed';
}

function byId(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => a.id - b.id);
}
