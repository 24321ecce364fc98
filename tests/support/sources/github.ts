/** GitHub's REST API for one repository: issues and pull requests in one list, as GitHub has it. */
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

export const GITHUB_REPO = 'fernway/pos-app';
export const GITHUB_SECRETS = { token: 'github_pat_test' };

const REPO = `/repos/${GITHUB_REPO}`;
/** Every fifth row is a pull request. */
const isPull = ({ id }: Row) => id % 5 === 0;

export interface GithubPlace extends Place {
  isPrivate: boolean;
  /** Labels of all issues. */
  labels: string[];
  /** Of milestone 3, which every third issue is in. */
  milestoneState: string;
}

export function createGithub(clock: PlaceClock): GithubPlace {
  const shelf = new Shelf(clock);

  function answer({ method, url, headers }: PlaceRequest): PlaceAnswer {
    const authorization = headers.get('authorization');
    if (authorization !== null && authorization !== `Bearer ${GITHUB_SECRETS.token}`) {
      return json(
        { message: 'Bad credentials', documentation_url: 'https://docs.github.com' },
        401,
      );
    }
    const notFound = json(
      { message: 'Not Found', documentation_url: 'https://docs.github.com' },
      404,
    );
    if (method !== 'GET' || (place.isPrivate && authorization === null)) return notFound;
    switch (url.pathname) {
      case REPO:
        return json({ id: 1, name: 'pos-app', full_name: GITHUB_REPO, private: place.isPrivate });
      case `${REPO}/issues`:
        return listIssues(url);
      case `${REPO}/milestones`:
        return json([milestone()]);
      case `${REPO}/labels`:
        return json([{ id: 1, name: 'bug', color: 'ff0000', default: true }]);
      case '/user':
        return json({ login: 'lea-lead', id: 5 });
      default:
        return notFound;
    }
  }

  function listIssues(url: URL): PlaceAnswer {
    const query = url.searchParams;
    const since = query.get('since');
    if (since !== null && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(since)) {
      return json({ message: 'Validation Failed' }, 422);
    }
    const visible = shelf.listed().filter((row) => {
      if (row.deleted || row.hidden) return false;
      // By default only open ones; this place knows no closed ones but those of even number.
      if (query.get('state') !== 'all' && row.id % 2 === 0) return false;
      const inMilestone = query.get('milestone');
      if (inMilestone !== null && (inMilestone !== '3' || row.id % 3 > 0)) return false;
      const wanted = query.get('labels')?.split(',') ?? [];
      if (!wanted.every((label) => place.labels.includes(label))) return false;
      return since === null || row.updatedAt >= Date.parse(since);
    });
    const rows =
      query.get('sort') === 'updated'
        ? byChange(visible, query.get('direction'))
        : visible.toSorted((a, b) => a.createdAt - b.createdAt || a.id - b.id);
    return pageOf(rows, url, (row) => record(row), { 'x-ratelimit-remaining': '4999' });
  }

  function milestone() {
    const { milestoneState: state } = place;
    return { id: 30, number: 3, title: 'v6.5', state, due_on: '2026-12-08T08:00:00Z' };
  }

  function record(row: Row) {
    const kind = isPull(row) ? 'pull' : 'issues';
    const html = `https://github.com/${GITHUB_REPO}/${kind}/${row.id}`;
    return {
      id: row.id,
      node_id: `I_${row.id}`,
      number: row.id,
      title: row.title,
      user: { login: 'someone', id: 9 },
      state: row.id % 2 === 0 ? 'closed' : 'open',
      state_reason: row.id % 2 === 0 ? 'completed' : null,
      labels: place.labels.map((name) => ({ id: 1, name, color: 'ff0000' })),
      milestone: row.id % 3 === 0 ? milestone() : null,
      html_url: html,
      body: `About ${row.title}`,
      created_at: clock.iso(row.createdAt),
      updated_at: clock.iso(row.updatedAt),
      ...(isPull(row) ? { pull_request: { html_url: html }, draft: false } : {}),
    };
  }

  const place: GithubPlace = {
    shelf,
    answer,
    isPrivate: false,
    labels: ['bug'],
    milestoneState: 'open',
    itemIds: (row) => (isPull(row) ? [] : [`src1:issue:${row.id}`]),
  };
  return place;
}
