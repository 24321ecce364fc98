/** GitLab's REST API for one project; times in milliseconds, pages by number, `scope` as it defaults. */
import {
  json,
  Shelf,
  type Place,
  type PlaceAnswer,
  type PlaceClock,
  type PlaceRequest,
  type Row,
} from '@/tests/support/sources/place';
import { byChange, pageOf } from '@/tests/support/sources/tracker-place';

export const GITLAB_HOST = 'https://gitlab.com';
export const GITLAB_PROJECT = 'fernway/clients/pos-app';
export const GITLAB_SECRETS = { token: 'glpat-test' };

const PROJECT = `/api/v4/projects/${encodeURIComponent(GITLAB_PROJECT)}`;

export interface GitlabPlace extends Place {
  visibility: string;
  labels: string[];
  /** Rows that went to another project. */
  moved: Set<number>;
  /** Of the milestone that every third issue is in. */
  milestoneState: string;
}

export function createGitlab(clock: PlaceClock): GitlabPlace {
  const shelf = new Shelf(clock);

  function answer({ method, url, headers }: PlaceRequest): PlaceAnswer {
    const token = headers.get('private-token');
    if (token !== null && token !== GITLAB_SECRETS.token) {
      return json({ message: '401 Unauthorized' }, 401);
    }
    if (method !== 'GET') return json({ error: '405 Not Allowed' }, 405);
    switch (url.pathname) {
      case PROJECT:
        return json({
          id: 7,
          name: 'POS app',
          path: 'pos-app',
          path_with_namespace: GITLAB_PROJECT,
          web_url: `${GITLAB_HOST}/${GITLAB_PROJECT}`,
          visibility: place.visibility,
          issues_access_level: 'enabled',
        });
      case `${PROJECT}/issues`:
        return listIssues(url);
      case `${PROJECT}/milestones`:
        return json([milestone()]);
      case `${PROJECT}/labels`:
        return json([{ id: 1, name: 'bug', color: '#ff0000' }]);
      case '/api/v4/user':
        return json({ id: 3, username: 'lea.lead', state: 'active' });
      default:
        return json({ message: '404 Project Not Found' }, 404);
    }
  }

  function listIssues(url: URL): PlaceAnswer {
    const query = url.searchParams;
    // `created_by_me`, and the token's owner wrote none of them.
    if (query.get('scope') !== 'all') return json([]);
    const since = Date.parse(query.get('updated_after') ?? '1970-01-01');
    if (Number.isNaN(since)) return json({ error: 'updated_after is invalid' }, 400);
    const wanted = query.get('labels')?.split(',') ?? [];
    const visible = shelf.listed().filter((row) => {
      if (row.deleted || row.hidden || row.updatedAt < since) return false;
      const inMilestone = query.get('milestone');
      if (inMilestone !== null && (inMilestone !== '6.5' || row.id % 3 > 0)) return false;
      return wanted.every((label) => place.labels.includes(label));
    });
    const rows =
      query.get('order_by') === 'updated_at'
        ? byChange(visible, query.get('sort'))
        : visible.toSorted((a, b) => a.createdAt - b.createdAt || a.id - b.id);
    return pageOf(rows, url, record, { 'x-total': String(rows.length) });
  }

  function milestone() {
    return { id: 30, iid: 3, title: '6.5', state: place.milestoneState, due_date: '2026-12-08' };
  }

  function record(row: Row) {
    const time = (at: number) => new Date(at).toISOString();
    return {
      id: row.id,
      iid: row.id - 100,
      project_id: 7,
      title: row.title,
      description: `About ${row.title}`,
      state: row.id % 2 === 0 ? 'closed' : 'opened',
      created_at: time(row.createdAt),
      updated_at: time(row.updatedAt),
      closed_at: null,
      labels: place.labels,
      milestone: row.id % 3 === 0 ? milestone() : null,
      author: { id: 9, username: 'someone' },
      confidential: false,
      issue_type: 'issue',
      due_date: null,
      web_url: `${GITLAB_HOST}/${GITLAB_PROJECT}/-/issues/${row.id - 100}`,
      moved_to_id: place.moved.has(row.id) ? 9_000 + row.id : null,
      _links: { self: 'https://gitlab.com/x', closed_as_duplicate_of: null },
    };
  }

  const place: GitlabPlace = {
    shelf,
    answer,
    visibility: 'public',
    labels: ['bug'],
    moved: new Set(),
    milestoneState: 'active',
    itemIds: ({ id }) => [`src1:issue:${id}`],
  };
  return place;
}
