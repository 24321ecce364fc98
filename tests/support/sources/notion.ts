/**
 * Notion's API as its own client describes it (@notionhq/client 5.26): search by last edit, which
 * misses some pages for good, rows of a data source, a page's record and its Markdown, the trash.
 */
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

export const NOTION_TOKEN = 'ntn_stand-in';
const PAGE_ROWS = 3;
const MINUTE = 60_000;
/** A page without a title, and nothing but pages in it: an item of nobody's. */
const ROOT = 7;
const DATABASE = 9;

export const notionId = (id: number): string =>
  `0a1b2c3d-0000-4000-8000-${String(id).padStart(12, '0')}`;
export const NOTION_DATABASE = notionId(DATABASE);
const plainId = (id: number): string => notionId(id).replaceAll('-', '');
const idOf = (uuid: string): number => Number(uuid.slice(-12));

/** Where a page stands: in another one by its number, in a database, or in the workspace itself. */
export interface NotionPlacing {
  parent: 'workspace' | 'database' | number;
  /** Whether the search ever names it. */
  isFound: boolean;
}

export interface NotionOptions {
  placeOf?: (id: number) => NotionPlacing;
  /** A database that the search does not name, and a page shows. */
  isDatabaseHidden?: boolean;
}

/** Pages of each sort; some children and some rows are never found. */
function anywhere(id: number): NotionPlacing {
  switch (id % 4) {
    case 1:
      return { parent: ROOT, isFound: true };
    case 2:
      return { parent: 'database', isFound: id % 8 === 2 };
    case 3:
      return { parent: ROOT, isFound: false };
    default:
      return { parent: 'workspace', isFound: true };
  }
}

interface ListBody {
  sort?: { timestamp: string; direction: string };
  sorts?: { timestamp: string; direction: string }[];
  filter?: { property?: string; value?: string; in_trash?: boolean };
  in_trash?: boolean;
  start_cursor?: string;
  page_size?: number;
}

export function createNotion(clock: PlaceClock, options: NotionOptions = {}): Place {
  const shelf = new Shelf(clock);
  const { placeOf = anywhere, isDatabaseHidden = false } = options;

  /** What is taken from us, or thrown away, takes what is in it along. */
  const isThere = ({ id, hidden, deleted }: Row): boolean => {
    const { parent } = placeOf(id);
    const above = typeof parent === 'number' && parent !== ROOT ? shelf.get(parent) : undefined;
    return !hidden && !deleted && (above === undefined || isThere(above));
  };
  const childrenOf = (parent: number): Row[] =>
    shelf.readable().filter((row) => placeOf(row.id).parent === parent && isThere(row));
  /** Rows that were in the trash, or out of our sight. */
  const taken = new Set<number>();
  const noteTaken = (): void => {
    for (const { id } of shelf.listed()) {
      const row = shelf.get(id);
      if (row?.deleted === true || row?.hidden === true) taken.add(id);
    }
  };
  /** Pages that come, are thrown or moved away, or come back edit the page they are in; no others do. */
  const root = (): Row => {
    const inside = shelf.listed().flatMap(({ id }) => shelf.get(id) ?? []);
    const times = inside
      .filter(({ id }) => placeOf(id).parent === ROOT)
      .map((row) => (taken.has(row.id) ? row.updatedAt : row.createdAt));
    const [createdAt, updatedAt] = [Math.min(...times), Math.max(...times)];
    return { id: ROOT, title: '', createdAt, updatedAt, hidden: false, deleted: false };
  };
  const hasRoot = (): boolean => childrenOf(ROOT).length > 0;
  const rowOf = (uuid: string): Row | undefined =>
    idOf(uuid) === ROOT && hasRoot() ? root() : shelf.get(idOf(uuid));

  function answer(request: PlaceRequest): PlaceAnswer {
    const { method, url, headers, body } = request;
    noteTaken();
    if (headers.get('authorization') !== `Bearer ${NOTION_TOKEN}`) {
      return problem(401, 'unauthorized');
    }
    if (headers.get('notion-version') !== '2025-09-03') return problem(400, 'missing_version');
    if (url.pathname === '/v1/users/me') {
      const bot = { workspace_name: 'Fernway' };
      return json({ object: 'user', id: notionId(1), type: 'bot', name: 'Trivet', bot });
    }
    if (url.pathname === '/v1/search' && method === 'POST') return search(JSON.parse(body));
    const asked = askedFor(request);
    if (asked === null) return problem(400, 'invalid_request_url');
    if (asked.what === 'query' && method === 'POST') return query(asked.id, JSON.parse(body));
    return page(asked.id, asked.what);
  }

  function page(id: string, what: string): PlaceAnswer {
    const row = rowOf(id);
    if (row === undefined || row.hidden) return problem(404, 'object_not_found');
    if (!isThere(row) && !row.deleted) return problem(404, 'object_not_found');
    if (what === 'record') return json(pageOf(row));
    if (row.deleted) return problem(404, 'object_not_found');
    const text =
      row.id === ROOT ? '' : `All about **${row.title}**. {color="blue"}\n<empty-block/>`;
    const lines = [text, ...childrenOf(row.id).map(tagOf)];
    if (isDatabaseHidden && placeOf(row.id).parent === 'workspace') lines.push(DATABASE_TAG);
    const markdown = lines.join('\n');
    return json({ object: 'page_markdown', id: notionId(row.id), markdown, truncated: false, unknown_block_ids: [] }); // prettier-ignore
  }

  function search(body: ListBody): PlaceAnswer {
    const { sort, filter } = body;
    if (sort && sort.timestamp !== 'last_edited_time') return problem(400, 'validation_error');
    if (filter?.value === 'data_source') {
      const title = [{ plain_text: 'Known issues' }];
      const results = isDatabaseHidden ? [] : [{ object: 'data_source', id: NOTION_DATABASE, title }]; // prettier-ignore
      return json({ object: 'list', results, next_cursor: null, has_more: false });
    }
    const isTrash = filter?.in_trash === true;
    const found = shelf.listed().filter((row) => placeOf(row.id).isFound && isShown(row, isTrash));
    return list(hasRoot() && !isTrash ? [...found, root()] : found, body);
  }

  function query(id: string, body: ListBody): PlaceAnswer {
    if (idOf(id) !== DATABASE) return problem(404, 'object_not_found');
    const isTrash = body.in_trash === true;
    const rows = [...shelf.listed()].flatMap(({ id: row }) => shelf.get(row) ?? []);
    const inside = rows.filter((row) => placeOf(row.id).parent === 'database');
    return list(inside.filter((row) => isShown(row, isTrash)), body); // prettier-ignore
  }

  function isShown(row: Row, isTrash: boolean): boolean {
    return isTrash ? row.deleted && !row.hidden : isThere(row);
  }

  function list(found: Row[], { start_cursor: start, page_size: size = 100 }: ListBody) {
    if (size > 100) return problem(400, 'validation_error');
    const rows = newestFirst(found);
    const from = start === undefined ? 0 : rows.findIndex(({ id }) => notionId(id) === start);
    if (from === -1) return problem(400, 'validation_error');
    const shown = rows.slice(from, from + Math.min(size, PAGE_ROWS));
    const next = rows[from + shown.length];
    return json({
      object: 'list',
      type: 'page_or_data_source',
      results: shown.map(pageOf),
      next_cursor: next === undefined ? null : notionId(next.id),
      has_more: next !== undefined,
      request_status: { type: 'complete' },
    });
  }

  /** Times are cut to the minute. */
  function pageOf(row: Row) {
    const { parent } = placeOf(row.id);
    const isRow = parent === 'database' && row.id !== ROOT;
    return {
      object: 'page',
      id: notionId(row.id),
      last_edited_time: new Date(Math.floor(row.updatedAt / MINUTE) * MINUTE).toISOString(),
      in_trash: row.deleted,
      parent: isRow
        ? { type: 'data_source_id', data_source_id: NOTION_DATABASE, database_id: notionId(8) }
        : { type: 'workspace', workspace: true },
      url: addressOf(row.id),
      public_url: row.id % 2 === 0 ? `https://fernway.notion.site/${row.id}` : null,
      properties: {
        Name: { id: 'title', type: 'title', title: [{ type: 'text', plain_text: row.title }] },
        ...(isRow ? ROW_PROPERTIES : {}),
      },
    };
  }

  return {
    shelf,
    answer,
    itemIds: (row) => (isThere(row) ? [`src1:article:${plainId(row.id)}`] : []),
    rowAskedFor: (request) => {
      const id = askedFor(request)?.id;
      return id === undefined ? null : idOf(id);
    },
  };
}

const ROW_PROPERTIES = {
  Product: { id: 'p', type: 'select', select: { name: 'Till' } },
  Tags: { id: 't', type: 'multi_select', multi_select: [{ name: 'offline' }] },
  Status: { id: 's', type: 'status', status: { name: 'In progress' } },
  Workaround: { id: 'w', type: 'rich_text', rich_text: [{ plain_text: 'Start the ' }, { plain_text: 'till again.' }] }, // prettier-ignore
  'Fixed on': { id: 'd', type: 'date', date: { start: '2026-11-20', end: null, time_zone: null } },
  Notes: { id: 'n', type: 'rich_text', rich_text: [] },
  Owner: { id: 'o', type: 'people', people: [{ id: notionId(5) }] },
  Contact: { id: 'c', type: 'email', email: 'robin@acme.example' },
  Broken: null,
};

const DATABASE_TAG = `<database url="https://www.notion.so/${plainId(8)}" inline="true" data-source-url="collection://${NOTION_DATABASE}">Known issues</database>`;

function addressOf(id: number): string {
  return `https://www.notion.so/Page-${plainId(id)}`;
}

function tagOf({ id, title }: Row): string {
  return `<page url="${addressOf(id)}">${title}</page>`;
}

/** Which page or data source a request is about, and what of it. */
function askedFor({ url }: Pick<PlaceRequest, 'url'>): { id: string; what: string } | null {
  const found = /^\/v1\/(?:pages|data_sources)\/([0-9a-f-]{32,36})(?:\/(markdown|query))?$/.exec(url.pathname); // prettier-ignore
  return found === null ? null : { id: found[1] ?? '', what: found[2] ?? 'record' };
}

function problem(status: number, code: string): PlaceAnswer {
  return json({ object: 'error', status, code, message: 'No.' }, status);
}
