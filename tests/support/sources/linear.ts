/** Linear's GraphQL API, as far as our queries go: filters, pages, its way to refuse. */
import * as z from 'zod/mini';
import {
  json,
  Shelf,
  type Place,
  type PlaceAnswer,
  type PlaceClock,
  type PlaceRequest,
  type Row,
} from '@/tests/support/sources/place';
import { PAGE } from '@/tests/support/sources/tracker-place';

export const LINEAR_SECRETS = { token: 'lin_api_test' };
export const TEAM_ID = '9cfb482a-81e3-4154-b5b9-2c805e70a02d';

const bodySchema = z.object({
  query: z.string(),
  variables: z.strictObject({
    first: z.optional(z.number()),
    after: z.optional(z.nullable(z.string())),
    filter: z.optional(
      z.strictObject({
        updatedAt: z.optional(z.strictObject({ gte: z.iso.datetime() })),
        team: z.optional(z.strictObject({ id: z.strictObject({ in: z.array(z.string()) }) })),
        id: z.optional(z.strictObject({ nin: z.array(z.string()) })),
      }),
    ),
  }),
});
type Variables = z.infer<typeof bodySchema>['variables'];

export interface LinearPlace extends Place {
  /** The team of all issues. */
  team: string;
  /** When set, every request is refused with this code. */
  refusal: string | null;
}

/** Linear's ids are UUIDs. */
export function linearId(id: number): string {
  return `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`;
}

export function createLinear(clock: PlaceClock): LinearPlace {
  const shelf = new Shelf(clock);

  function answer({ method, url, headers, body }: PlaceRequest): PlaceAnswer {
    if (url.pathname !== '/graphql' || method !== 'POST') return { status: 404, body: 'Not found' };
    if (headers.get('authorization') !== LINEAR_SECRETS.token) {
      return refuse('AUTHENTICATION_ERROR', 401);
    }
    if (place.refusal !== null) return refuse(place.refusal, 400, clock);
    const parsed = bodySchema.safeParse(JSON.parse(body));
    if (!parsed.success) return refuse('GRAPHQL_VALIDATION_FAILED', 400);
    const { query, variables } = parsed.data;
    switch (/^query (\w+)/.exec(query)?.[1]) {
      case 'ChangedIssues':
        return list(variables, (row) => row.updatedAt, issueRecord);
      case 'IssueIds':
        return list(variables, (row) => row.createdAt, idRecord);
      case 'Who':
        return json({
          data: { viewer: { displayName: 'lea' }, organization: { name: 'Fernway' } },
        });
      case 'Teams':
        return json({ data: { teams: { nodes: [{ id: TEAM_ID, name: 'POS' }] } } });
      default:
        return refuse('GRAPHQL_VALIDATION_FAILED', 400);
    }
  }

  function list(
    { first = 50, after = null, filter = {} }: Variables,
    orderOf: (row: Row) => number,
    record: (row: Row) => object,
  ): PlaceAnswer {
    const since = Date.parse(filter.updatedAt?.gte ?? '1970-01-01');
    const unseen = new Set(filter.id?.nin);
    const rows = shelf
      .listed()
      // What is in the bin is listed still; what was made private is not ours to see.
      .filter((row) => !row.hidden && row.updatedAt >= since && !unseen.has(linearId(row.id)))
      .filter(() => filter.team?.id.in.includes(place.team) ?? true)
      .toSorted((a, b) => orderOf(a) - orderOf(b) || a.id - b.id);
    const start = after === null ? 0 : rows.findIndex((row) => linearId(row.id) === after) + 1;
    const nodes = rows.slice(start, start + Math.min(PAGE, first));
    const pageInfo = {
      hasNextPage: start + nodes.length < rows.length,
      endCursor: nodes.length === 0 ? null : linearId(nodes.at(-1)?.id ?? 0),
    };
    return json({ data: { issues: { nodes: nodes.map(record), pageInfo } } });
  }

  function idRecord(row: Row) {
    return { id: linearId(row.id), trashed: row.deleted ? true : null };
  }

  function issueRecord(row: Row) {
    return {
      ...idRecord(row),
      identifier: `POS-${row.id}`,
      title: row.title,
      description: `About ${row.title}`,
      url: `https://linear.app/fernway/issue/POS-${row.id}/row`,
      createdAt: new Date(row.createdAt).toISOString(),
      updatedAt: new Date(row.updatedAt).toISOString(),
      dueDate: null,
      customerTicketCount: 0,
      state: { name: 'Todo', type: 'unstarted' },
      team: { id: place.team, name: 'POS', private: false },
      project: null,
      projectMilestone: null,
      cycle: null,
      sharedAccess: { viewerHasOnlySharedAccess: false },
      labels: { nodes: [] },
      relations: { nodes: [] },
    };
  }

  const place: LinearPlace = {
    shelf,
    answer,
    team: TEAM_ID,
    refusal: null,
    itemIds: ({ id }) => [`src1:issue:${linearId(id)}`],
  };
  return place;
}

function refuse(code: string, status: number, clock?: PlaceClock): PlaceAnswer {
  const answer = json(
    {
      errors: [
        { message: 'No', extensions: / /.test(code) ? { type: code } : { code, type: 'x' } },
      ],
    },
    status,
  );
  if (clock === undefined) return answer;
  const limits = {
    'x-ratelimit-requests-remaining': '0',
    'x-ratelimit-requests-reset': String(clock.now() + 90_000),
  };
  return { ...answer, headers: { ...answer.headers, ...limits } };
}
