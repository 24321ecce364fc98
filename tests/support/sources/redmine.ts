/** Redmine 5's REST API as the real one was seen to answer, but for the size of its pages. */
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

export const REDMINE_BASE = 'https://bugs.fernway.example/redmine';
export const REDMINE_SECRETS = { token: 'c'.repeat(40) };

export interface RedminePlace extends Place {
  /** Of version 1, which every third issue is fixed in. */
  versionStatus: string;
  tracker: string;
}

export function createRedmine(clock: PlaceClock): RedminePlace {
  const shelf = new Shelf(clock);

  function answer({ method, url, headers }: PlaceRequest): PlaceAnswer {
    if (method !== 'GET') return json({ errors: ['Invalid form authenticity token.'] }, 422);
    const key = headers.get('x-redmine-api-key');
    // A wrong key is nobody's, and nobody in particular sees none of these issues.
    const isKnown = key === REDMINE_SECRETS.token;
    switch (url.pathname.replace('/redmine/', '')) {
      case 'login':
        return { status: 200, body: '<html><meta name="description" content="Redmine" /></html>' };
      case 'users/current.json':
        return isKnown ? json({ user: { id: 5, login: 'lea' } }) : { status: 401, body: ' ' };
      case 'issues.json':
        return listIssues(url.searchParams, isKnown || key === null);
      case 'projects/pos/versions.json':
      case 'projects/1/versions.json':
        return json({ versions: [versionRecord()], total_count: 1 });
      case 'trackers.json':
        return json({ trackers: [{ id: 1, name: 'Bug', default_status: { id: 1, name: 'New' } }] });
      default:
        return { status: 404, body: ' ' };
    }
  }

  function listIssues(query: URLSearchParams, isSeen: boolean): PlaceAnswer {
    const since = (query.get('updated_on') ?? '>=1970-01-01T00:00:00Z').replace(/^>=/, '');
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(since)) return json({ errors: ['Invalid'] }, 422);
    const visible = shelf.listed().filter((row) => {
      if (!isSeen || row.deleted || row.hidden) return false;
      // Only open ones unless told, and up to a second too many.
      if (query.get('status_id') !== '*' && row.id % 2 === 0) return false;
      if (!(query.get('tracker_id') ?? place.tracker).split('|').includes(place.tracker))
        return false;
      const version = query.get('fixed_version_id');
      if (version !== null && (version !== '1' || row.id % 3 > 0)) return false;
      return row.updatedAt >= Date.parse(since) - 1_000;
    });
    const byAge = query.get('sort') === 'updated_on:asc,id';
    const rows = byAge ? byChange(visible, 'asc') : visible.toSorted((a, b) => a.id - b.id);
    const offset = Number(query.get('offset') ?? 0);
    const limit = Math.min(PAGE, Number(query.get('limit') ?? 25));
    const issues = rows.slice(offset, offset + limit).map(issueRecord);
    return json({ issues, total_count: rows.length, offset, limit });
  }

  function versionRecord() {
    const { versionStatus: status } = place;
    return { id: 1, project: { id: 1, name: 'POS' }, name: '6.5', status, due_date: '2026-12-08' };
  }

  function issueRecord(row: Row) {
    const isClosed = row.id % 2 === 0;
    return {
      id: row.id,
      project: { id: 1, name: 'POS' },
      tracker: { id: Number(place.tracker), name: 'Bug' },
      status: isClosed
        ? { id: 5, name: 'Closed', is_closed: true }
        : { id: 1, name: 'New', is_closed: false },
      author: { id: 9, name: 'Some One' },
      ...(row.id % 3 === 0 ? { fixed_version: { id: 1, name: '6.5' } } : {}),
      subject: row.title,
      description: `About ${row.title}`,
      due_date: null,
      done_ratio: 0,
      is_private: false,
      created_on: clock.iso(row.createdAt),
      updated_on: clock.iso(row.updatedAt),
      closed_on: null,
      relations: [],
    };
  }

  const place: RedminePlace = {
    shelf,
    answer,
    versionStatus: 'open',
    tracker: '1',
    itemIds: ({ id }) => [`src1:issue:${id}`],
  };
  return place;
}
