/** Notion's API as its own client describes it: search by last edit, a page as Markdown, the trash. */
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

const uuidOf = (id: number): string => `0a1b2c3d-0000-4000-8000-${String(id).padStart(12, '0')}`;
const idOf = (uuid: string): number => Number(uuid.slice(-12));

interface ListBody {
  sort?: { timestamp: string; direction: string };
  filter?: { property?: string; value?: string; in_trash?: boolean };
  start_cursor?: string;
  page_size?: number;
}

export function createNotion(clock: PlaceClock): Place {
  const shelf = new Shelf(clock);
  const rowOf = (path: string): Row | undefined =>
    shelf.get(idOf(/^\/v1\/pages\/([0-9a-f-]{36})\/markdown$/.exec(path)?.[1] ?? ''));

  function answer({ method, url, headers, body }: PlaceRequest): PlaceAnswer {
    if (headers.get('authorization') !== `Bearer ${NOTION_TOKEN}`) {
      return problem(401, 'unauthorized');
    }
    if (headers.get('notion-version') === null) return problem(400, 'missing_version');
    if (url.pathname === '/v1/users/me') {
      const bot = { workspace_name: 'Fernway' };
      return json({ object: 'user', id: uuidOf(1), type: 'bot', name: 'Trivet', bot });
    }
    if (url.pathname === '/v1/search' && method === 'POST') return search(JSON.parse(body));
    const row = rowOf(url.pathname);
    if (row === undefined || row.hidden || row.deleted) return problem(404, 'object_not_found');
    const markdown = `All about **${row.title}**. {color="blue"}\n<empty-block/>\n`;
    return json({ object: 'page_markdown', id: uuidOf(row.id), markdown, truncated: false });
  }

  function search({
    sort,
    filter,
    start_cursor: start,
    page_size: size = 100,
  }: ListBody): PlaceAnswer {
    if (size > 100 || (sort && sort.timestamp !== 'last_edited_time')) {
      return problem(400, 'validation_error');
    }
    if (filter?.value === 'data_source') {
      const title = [{ plain_text: 'Known issues' }];
      const results = [{ object: 'data_source', id: uuidOf(9), title }];
      return json({ object: 'list', results, next_cursor: null, has_more: false });
    }
    const isTrash = filter?.in_trash === true;
    const rows = newestFirst(shelf.listed()).filter(
      (row) => !row.hidden && row.deleted === isTrash,
    );
    const from = start === undefined ? 0 : rows.findIndex(({ id }) => uuidOf(id) === start);
    if (from === -1) return problem(400, 'validation_error');
    const page = rows.slice(from, from + Math.min(size, PAGE_ROWS));
    const next = rows[from + page.length];
    return json({
      object: 'list',
      type: 'page_or_data_source',
      results: page.map(pageOf),
      next_cursor: next === undefined ? null : uuidOf(next.id),
      has_more: next !== undefined,
      request_status: { type: 'complete' },
    });
  }

  return {
    shelf,
    answer,
    itemIds: ({ id }) => [`src1:article:${uuidOf(id).replaceAll('-', '')}`],
    rowAskedFor: ({ url }) => rowOf(url.pathname)?.id ?? null,
  };
}

/** Times are cut to the minute. */
function pageOf(row: Row) {
  const edited = new Date(Math.floor(row.updatedAt / MINUTE) * MINUTE).toISOString();
  const url = `https://www.notion.so/Page-${uuidOf(row.id).replaceAll('-', '')}`;
  return {
    object: 'page',
    id: uuidOf(row.id),
    last_edited_time: edited,
    in_trash: row.deleted,
    url,
    public_url: row.id % 2 === 0 ? `https://fernway.notion.site/${row.id}` : null,
    properties: {
      Name: { id: 'title', type: 'title', title: [{ type: 'text', plain_text: row.title }] },
      Product: { id: 'p', type: 'select', select: { name: 'Till' } },
      Tags: { id: 't', type: 'multi_select', multi_select: [{ name: 'offline' }] },
      Owner: { id: 'o', type: 'people', people: [{ id: uuidOf(5) }] },
      Broken: null,
    },
  };
}

function problem(status: number, code: string): PlaceAnswer {
  return json({ object: 'error', status, code, message: 'No.' }, status);
}
