/** Bugzilla 5's REST API: no totals, refusals with codes of its own, times in whole seconds. */
import {
  json,
  Shelf,
  type Place,
  type PlaceAnswer,
  type PlaceClock,
  type PlaceRequest,
  type Row,
} from '@/tests/support/sources/place';
import { byChange, PAGE } from '@/tests/support/sources/tracker-place';

export const BUGZILLA_BASE = 'https://bugs.fernway.example/bz';
export const BUGZILLA_SECRETS = { token: 'k'.repeat(40) };

/** `hasComments`: whether lists of bugs hold their comments when asked to. */
export function createBugzilla(clock: PlaceClock, hasComments = true): Place {
  const shelf = new Shelf(clock);

  function answer({ method, url, headers }: PlaceRequest): PlaceAnswer {
    const key = headers.get('x-bugzilla-api-key');
    if (key !== null && key !== BUGZILLA_SECRETS.token) return refuse(306, 400);
    const path = url.pathname.replace('/bz/rest/', '');
    const id = commentPath(path);
    if (id !== null) return readComments(id);
    if (method !== 'GET') return refuse(32_610, 400);
    switch (path) {
      case 'version':
        return json({ version: '5.0.6' });
      case 'product':
        return json({ products: [{ name: 'POS' }, { name: 'Pay & Go' }] });
      case 'bug':
        return listBugs(url.searchParams);
      default:
        return refuse(32_000, 404);
    }
  }

  function listBugs(query: URLSearchParams): PlaceAnswer {
    const since = query.get('last_change_time');
    if (since === null && !query.has('product')) return refuse(1_000, 400);
    const products = query.getAll('product');
    const visible = shelf.listed().filter((row) => {
      if (row.deleted || row.hidden || row.updatedAt < Date.parse(since ?? '1970-01-01'))
        return false;
      return products.length === 0 || products.includes('POS');
    });
    const rows =
      query.get('order') === 'changeddate,bug_id'
        ? byChange(visible, 'asc')
        : visible.toSorted((a, b) => a.id - b.id);
    const offset = Number(query.get('offset') ?? 0);
    const limit = Math.min(PAGE, Number(query.get('limit') ?? PAGE) || PAGE);
    const fields = new Set((query.get('include_fields') ?? '_default').split(','));
    const bugs = rows.slice(offset, offset + limit).map((row) => pick(bugRecord(row), fields));
    return json({ bugs });
  }

  function readComments(id: number): PlaceAnswer {
    const row = shelf.get(id);
    if (row === undefined || row.deleted) return refuse(101, 404);
    if (row.hidden) return refuse(102, 401);
    return json({ bugs: { [id]: { comments: commentsOf(row) } }, comments: {} });
  }

  function bugRecord(row: Row) {
    return {
      id: row.id,
      summary: row.title,
      status: 'NEW',
      resolution: '',
      is_open: true,
      dupe_of: null,
      product: 'POS',
      component: 'Tips',
      version: 'unspecified',
      target_milestone: '---',
      deadline: null,
      keywords: [],
      whiteboard: '',
      groups: [],
      assigned_to: 'someone@fernway.example',
      creation_time: clock.iso(row.createdAt),
      last_change_time: clock.iso(row.updatedAt),
      ...(hasComments ? { comments: commentsOf(row) } : {}),
    };
  }

  return {
    shelf,
    answer,
    itemIds: ({ id }) => [`src1:issue:${id}`],
    rowAskedFor: ({ url }) => commentPath(url.pathname.replace('/bz/rest/', '')),
  };
}

function commentPath(path: string): number | null {
  const id = /^bug\/(\d+)\/comment$/.exec(path)?.[1];
  return id === undefined ? null : Number(id);
}

function commentsOf(row: Row) {
  const common = { bug_id: row.id, is_private: false, creator: 'someone@fernway.example' };
  return [
    { ...common, count: 0, text: `About ${row.title}` },
    { ...common, count: 1, text: 'Me too' },
  ];
}

function pick(record: object, fields: ReadonlySet<string>): object {
  return Object.fromEntries(Object.entries(record).filter(([name]) => fields.has(name)));
}

function refuse(code: number, status: number): PlaceAnswer {
  return json({ error: true, code, message: 'No', documentation: 'https://x.example' }, status);
}
