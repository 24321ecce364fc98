/** A status page as Atlassian's Statuspage serves it, every second incident over. */
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

/** `/api/v2/incidents.json` names this many. */
const RECENT = 50;

export const STATUS_ORIGIN = 'https://status.fernway.example';

export function createStatuspage(clock: PlaceClock): Place {
  const shelf = new Shelf(clock);
  const visible = () => shelf.listed().filter((row) => !row.deleted && !row.hidden);
  const page = () => ({
    id: 'fw1',
    name: 'Fernway',
    url: STATUS_ORIGIN,
    time_zone: 'Etc/UTC',
    updated_at: clock.iso(Math.max(0, ...visible().map((row) => row.updatedAt))),
  });
  const incidents = (rows: Row[]) => newestFirst(rows).map((row) => incidentRecord(row, clock));

  function answer({ method, url }: PlaceRequest): PlaceAnswer {
    if (method !== 'GET') return json({ error: 'Method not allowed' }, 405);
    switch (url.pathname) {
      case '/api/v2/summary.json':
        return json({
          page: page(),
          components: [],
          incidents: incidents(visible().filter((row) => !isOver(row))),
          scheduled_maintenances: [],
          status: { indicator: 'minor', description: 'Partially degraded' },
        });
      case '/api/v2/incidents.json':
        return json({ page: page(), incidents: incidents(visible()).slice(0, RECENT) });
      default:
        return {
          status: 404,
          headers: { 'content-type': 'text/html' },
          body: '<h1>Not found</h1>',
        };
    }
  }

  return { shelf, answer, itemIds: ({ id }) => [`src1:incident:inc${id}`] };
}

function isOver({ id }: Row): boolean {
  return id % 2 === 0;
}

function incidentRecord(row: Row, clock: PlaceClock) {
  const status = isOver(row) ? 'resolved' : 'identified';
  const at = clock.iso(row.updatedAt);
  return {
    id: `inc${row.id}`,
    name: row.title,
    status,
    created_at: clock.iso(row.createdAt),
    updated_at: at,
    monitoring_at: null,
    resolved_at: isOver(row) ? at : null,
    impact: 'minor',
    shortlink: `https://stspg.io/inc${row.id}`,
    started_at: clock.iso(row.createdAt),
    page_id: 'fw1',
    incident_updates: [
      {
        id: `upd${row.id}`,
        status,
        body: `About ${row.title}.`,
        incident_id: `inc${row.id}`,
        created_at: at,
        updated_at: at,
        display_at: at,
        affected_components: [
          { code: 'c1', name: 'Payouts', old_status: 'operational', new_status: 'partial_outage' },
        ],
        deliver_notifications: true,
        custom_tweet: null,
        tweet_id: null,
      },
    ],
    components: [],
    reminder_intervals: null,
  };
}
