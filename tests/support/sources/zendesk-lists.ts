/** What stand-ins for Zendesk share: signing in, refusing, and lists paged by cursor. */
import { json, type PlaceAnswer, type PlaceRequest, type Row } from '@/tests/support/sources/place';

export const AGENT = { email: 'bo@acme.example', token: 'zd-token-1' };
/** Whatever size is asked for. */
const MOST_ROWS = 3;

const ROW_TIMES = {
  updated_at: (row: Row) => row.updatedAt,
  edited_at: (row: Row) => row.updatedAt,
  recent_activity: (row: Row) => row.updatedAt,
  created_at: (row: Row) => row.createdAt,
};
type Order = keyof typeof ROW_TIMES;

/** True for the agent's token, as developer.zendesk.com's "API token" says it is sent. */
export function isAgent({ headers }: PlaceRequest): boolean {
  return headers.get('authorization') === `Basic ${btoa(`${AGENT.email}/token:${AGENT.token}`)}`;
}

export const REFUSED = json({ error: "Couldn't authenticate you" }, 401);
export const NOT_FOUND = json({ error: 'RecordNotFound', description: 'Not found' }, 404);
export const FORBIDDEN = json(
  { error: { title: 'Forbidden', message: 'You do not have access to this page.' } },
  403,
);

/** Who is signed in; nobody is a user without an id. */
export function me(request: PlaceRequest, role = 'agent'): PlaceAnswer {
  if (!request.headers.has('authorization')) {
    return json({ user: { id: null, name: 'Anonymous user', role: 'end-user' } });
  }
  if (!isAgent(request)) return REFUSED;
  return json({ user: { id: 9100, name: 'Bo Lind', email: AGENT.email, role } });
}

/** The rows of one page after `page[after]`, newest first, and what Zendesk says around them. */
export function cursorPage(request: PlaceRequest, rows: readonly Row[], order?: Order) {
  const { searchParams } = request.url;
  const by = order ?? ((searchParams.get('sort_by') ?? 'created_at') as Order);
  const timeOf = ROW_TIMES[by];
  const sorted = rows.toSorted((a, b) => timeOf(b) - timeOf(a) || b.id - a.id);
  const after = readAfter(searchParams.get('page[after]'));
  const rest = sorted.filter(
    (row) =>
      after === null || timeOf(row) < after[0] || (timeOf(row) === after[0] && row.id < after[1]),
  );
  const size = Math.min(Number(searchParams.get('page[size]') ?? 30), MOST_ROWS);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  const cursor = last === undefined ? null : btoa(JSON.stringify([timeOf(last), last.id]));
  return {
    rows: page,
    end: {
      meta: { has_more: rest.length > size, after_cursor: cursor, before_cursor: null },
      links: { next: 'https://elsewhere.example/api/v2/next', prev: null },
    },
  };
}

function readAfter(token: string | null): [number, number] | null {
  return token === null ? null : (JSON.parse(atob(token)) as [number, number]);
}
