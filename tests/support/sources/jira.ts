/**
 * Jira Cloud as its REST API 3 answers: JQL must be bounded, pages have tokens that hold the sort
 * values of the last row, a wrong token is shown what the public sees, and only GET comes through
 * from a browser.
 */
import {
  json,
  Shelf,
  type Place,
  type PlaceAnswer,
  type PlaceClock,
  type PlaceRequest,
  type Row,
} from '@/tests/support/sources/place';

export const JIRA_SITE = 'https://fernway.atlassian.net';
export const JIRA_SECRETS = { email: 'lead@fernway.example', token: 'ATATT3xFfGF0-test' };

const ACCOUNT = `Basic ${btoa(`${JIRA_SECRETS.email}:${JIRA_SECRETS.token}`)}`;
const PAGE = 3;
const CLOUD_ID = '1324a887-45db-1bf4-1e99-ef0ff456d421';
const GATEWAY = `/ex/jira/${CLOUD_ID}`;

export interface JiraPlace extends Place {
  /** The type of all issues. */
  issueType: string;
  /** Whether the version is out that every third issue is fixed in. */
  isReleased: boolean;
}

export function createJira(clock: PlaceClock): JiraPlace {
  const shelf = new Shelf(clock);
  const readable = (where: string) =>
    shelf.listed().filter((row) => {
      if (row.deleted || row.hidden) return false;
      if (where.includes('fixVersion = 10100') && row.id % 3 > 0) return false;
      return !where.includes('issuetype in') || place.issueType === '10004';
    });

  function answer(request: PlaceRequest): PlaceAnswer {
    const { hostname, pathname } = request.url;
    if (request.method !== 'GET') return { status: 403, body: 'XSRF check failed' };
    if (pathname === '/_edge/tenant_info') return json({ cloudId: CLOUD_ID });
    const isGateway = hostname === 'api.atlassian.com';
    if (isGateway && !pathname.startsWith(GATEWAY)) return json({ code: 404 }, 404);
    const isKnown = request.headers.get('authorization') === ACCOUNT;
    return answerRest(isGateway ? pathname.slice(GATEWAY.length) : pathname, request, isKnown);
  }

  function answerRest(path: string, { url }: PlaceRequest, isKnown: boolean): PlaceAnswer {
    switch (path) {
      case '/rest/api/3/search/jql':
        return isKnown ? search(url.searchParams) : asStranger(json({ issues: [], isLast: true }));
      case '/rest/api/3/search':
        return json({ errorMessages: ['The requested API has been removed.'], errors: {} }, 410);
      case '/rest/api/3/myself':
        return isKnown
          ? json({ accountId: '5b10', displayName: 'Lea Lead', timeZone: 'Europe/Berlin' })
          : { status: 401, body: 'Client must be authenticated to access this resource.' };
      case '/rest/api/3/project/search':
        return json({
          self: `${JIRA_SITE}${path}`,
          startAt: 0,
          maxResults: 50,
          total: 1,
          isLast: true,
          values: [{ id: '10000', key: 'FERN', name: 'Fernway POS', simplified: false }],
        });
      case '/rest/api/3/project/FERN/versions':
        return isKnown
          ? json([version()])
          : asStranger(json({ errorMessages: ['No project'] }, 404));
      case '/rest/api/3/issuetype':
        return json([{ id: '10004', name: 'Bug', subtask: false }]);
      default:
        return json({ errorMessages: ['null for uri'], errors: {} }, 404);
    }
  }

  function search(query: URLSearchParams): PlaceAnswer {
    const jql = query.get('jql') ?? '';
    const [where = '', order = ''] = jql.split(' ORDER BY ');
    if (where === '') return badJql('Unbounded JQL queries are not allowed here.');
    const since = readClauses(where);
    if (since === null) return badJql(`Error in the JQL Query: ${jql}`);
    const key = order === 'updated ASC, key ASC' ? 'updatedAt' : 'createdAt';
    if (key === 'createdAt' && order !== 'created ASC, key ASC') return badJql('Field unknown.');
    const found = readable(where)
      .filter((row) => row.updatedAt >= since)
      .toSorted((a, b) => a[key] - b[key] || a.id - b.id);
    const after = readToken(query.get('nextPageToken'));
    const rest = found.filter(
      (row) => row[key] > after.at || (row[key] === after.at && row.id > after.id),
    );
    const issues = rest.slice(0, Math.min(PAGE, Number(query.get('maxResults') ?? 50)));
    const last = issues.at(-1);
    const isLast = issues.length === rest.length;
    const onlyIds = (query.get('fields') ?? 'id') === 'id';
    return json({
      issues: issues.map((row) =>
        onlyIds
          ? idRecord(row)
          : issueRecord(row, place.issueType, row.id % 3 === 0 ? [version()] : []),
      ),
      ...(isLast || last === undefined ? {} : { nextPageToken: btoa(`${last[key]}/${last.id}`) }),
      isLast,
    });
  }

  function version() {
    const { isReleased: released } = place;
    return { id: '10100', name: 'POS 6.5', archived: false, released, releaseDate: '2026-12-08' };
  }

  const place: JiraPlace = {
    shelf,
    answer,
    issueType: '10004',
    isReleased: false,
    itemIds: ({ id }) => [`src1:issue:${id}`],
  };
  return place;
}

/** What strangers get, whatever it is, carries this header. */
function asStranger(answer: PlaceAnswer): PlaceAnswer {
  const headers = { ...answer.headers, 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' };
  return { ...answer, headers };
}

function badJql(message: string): PlaceAnswer {
  return json({ errorMessages: [message], errors: {} }, 400);
}

/** Since when, in milliseconds; null for what is no JQL of these clauses or names another project. */
function readClauses(where: string): number | null {
  let since = 0;
  for (const clause of where.split(' AND ')) {
    const updated = /^updated >= (\d+)$/.exec(clause)?.[1];
    // Comparisons are by the minute, whatever the literal says.
    if (updated !== undefined) since = Math.floor(Number(updated) / 60_000) * 60_000;
    else if (
      !/^(?:project is not EMPTY|project in \((?:"FERN"|10000)\)|issuetype in \(10004\)|fixVersion = 10100)$/.test(
        clause,
      )
    ) {
      return null;
    }
  }
  return since;
}

function readToken(token: string | null): { at: number; id: number } {
  const [at = 0, id = 0] = token === null ? [-1, -1] : atob(token).split('/').map(Number);
  return { at, id };
}

function idRecord({ id }: Row) {
  return { expand: 'renderedFields', id: String(id), self: `${JIRA_SITE}/rest/api/3/issue/${id}` };
}

/** Jira writes the account's own time zone. */
function timeOf(at: number): string {
  return new Date(at + 3_600_000).toISOString().replace('Z', '+0100');
}

function issueRecord(row: Row, issueType: string, fixVersions: object[]) {
  return {
    ...idRecord(row),
    key: `FERN-${row.id}`,
    fields: {
      summary: row.title,
      description: {
        type: 'doc',
        version: 1,
        content: [{ type: 'paragraph', content: [{ type: 'text', text: `About ${row.title}` }] }],
      },
      status: {
        self: `${JIRA_SITE}/rest/api/3/status/3`,
        name: 'Done',
        id: '3',
        statusCategory: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
      },
      resolution: null,
      issuetype: { id: issueType, name: 'Bug', subtask: false },
      project: { id: '10000', key: 'FERN', name: 'Fernway POS' },
      fixVersions,
      versions: [],
      components: [],
      labels: [],
      issuelinks: [],
      created: timeOf(row.createdAt),
      updated: timeOf(row.updatedAt),
      duedate: null,
      security: null,
    },
  };
}
