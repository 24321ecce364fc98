/** A stand-in for a Zendesk account: problem tickets, macros, or solved tickets, for agents or admins. */
import { redact } from '@/lib/sources/zendesk-tickets/redact';
import {
  json,
  oldestFirst,
  Shelf,
  type Place,
  type PlaceAnswer,
  type PlaceClock,
  type PlaceRequest,
  type Row,
} from '@/tests/support/sources/place';
import {
  cursorPage,
  FORBIDDEN,
  isAgent,
  me,
  NOT_FOUND,
  REFUSED,
} from '@/tests/support/sources/zendesk-lists';

export type TicketKind = 'problems' | 'macros' | 'past';
const ITEM_KINDS = { problems: 'issue', macros: 'reply', past: 'past-ticket' };
const EXPORT_PAGE = 3;

export class TicketPlace implements Place {
  readonly shelf: Shelf;
  readonly #clock: PlaceClock;
  readonly #holds: TicketKind;
  readonly #role: 'agent' | 'admin';

  constructor(clock: PlaceClock, holds: TicketKind, role: 'agent' | 'admin' = 'agent') {
    this.shelf = new Shelf(clock);
    this.#clock = clock;
    this.#holds = holds;
    this.#role = role;
  }

  itemIds({ id }: Row): string[] {
    return [`src1:${ITEM_KINDS[this.#holds]}:${id}`];
  }

  /** Long numbers in a title are taken out. */
  titleOf({ title }: Row): string {
    return this.#holds === 'macros' ? title : redact(title, []);
  }

  rowAskedFor({ url }: PlaceRequest): number | null {
    const id = /\/tickets\/(\d+)\/(?:comments|incidents)/.exec(url.pathname)?.[1];
    return id === undefined ? null : Number(id);
  }

  answer(request: PlaceRequest): PlaceAnswer {
    const path = request.url.pathname.replace(/\.json$/, '');
    if (!isAgent(request)) return REFUSED;
    switch (path) {
      case '/api/v2/users/me':
        return me(request, this.#role);
      case '/api/v2/problems':
        return this.#list(request, 'problems');
      case '/api/v2/macros/active':
        return this.#list(request, 'macros');
      case '/api/v2/search/export':
        return this.#search(request);
      case '/api/v2/incremental/tickets/cursor':
        return this.#role === 'admin' ? this.#export(request) : FORBIDDEN;
      default:
        return this.#ofTicket(request);
    }
  }

  #list(request: PlaceRequest, what: TicketKind): PlaceAnswer {
    const rows = this.#holds === what ? this.shelf.listed() : [];
    const page = cursorPage(
      request,
      rows.filter((row) => !row.deleted && !row.hidden),
      'updated_at',
    );
    if (what === 'macros')
      return json({ macros: page.rows.map((row) => this.#macro(row)), ...page.end });
    return json({ tickets: page.rows.map((row) => this.#ticket(row)), ...page.end });
  }

  /** By creation, as the vendor says; a type within the query is refused. */
  #search(request: PlaceRequest): PlaceAnswer {
    const { searchParams } = request.url;
    const query = searchParams.get('query') ?? '';
    const from = /updated>=(\S+)/.exec(query)?.[1];
    if (
      searchParams.get('filter[type]') !== 'ticket' ||
      query.includes('type:') ||
      from === undefined
    ) {
      return json({ error: 'invalid', description: 'Invalid search' }, 422);
    }
    const since = Date.parse(from);
    const rows = (this.#holds === 'past' ? this.shelf.listed() : []).filter(
      (row) => !row.deleted && !row.hidden && row.updatedAt >= since,
    );
    const page = cursorPage(request, rows, 'created_at');
    const results = page.rows.map((row) => ({ ...this.#ticket(row), result_type: 'ticket' }));
    return json({ results, facets: null, ...page.end });
  }

  /** Tickets in the order they changed; deleted ones are named, too. */
  #export({ url }: PlaceRequest): PlaceAnswer {
    const start = url.searchParams.get('start_time');
    const now = this.#clock.now();
    if (start !== null && Number(start) * 1000 > now - 60_000) {
      return json({ error: 'StartTimeTooRecent', description: 'Too recent start_time.' }, 400);
    }
    const cursor = url.searchParams.get('cursor');
    const [time, id] =
      cursor === null ? [Number(start) * 1000, 0] : (JSON.parse(atob(cursor)) as [number, number]);
    const rest = oldestFirst(this.#holds === 'past' ? this.shelf.listed() : []).filter(
      (row) => row.updatedAt > time || (row.updatedAt === time && row.id > id),
    );
    const rows = rest.slice(0, EXPORT_PAGE);
    const last = rows.at(-1);
    const after = last === undefined ? cursor : btoa(JSON.stringify([last.updatedAt, last.id]));
    return json({
      tickets: rows.map((row) => this.#ticket(row)),
      after_cursor: after,
      after_url: 'https://elsewhere.example/next',
      end_of_stream: rest.length <= EXPORT_PAGE,
    });
  }

  #ofTicket(request: PlaceRequest): PlaceAnswer {
    const row = this.shelf.get(this.rowAskedFor(request) ?? 0);
    if (row === undefined || row.deleted) return NOT_FOUND;
    if (request.url.pathname.includes('/incidents')) return json({ tickets: [], count: 3 });
    const at = this.#clock.iso(row.updatedAt);
    const comment = (id: number, author: number, body: string, isPublic = true) => ({
      id,
      type: 'Comment',
      author_id: author,
      body,
      plain_body: body,
      public: isPublic,
      created_at: at,
      metadata: { system: { ip_address: '192.0.2.10', location: 'Madrid, Spain' } },
    });
    return json({
      comments: [
        comment(1, 9001, `About ${row.title}, says Ana.`),
        comment(2, 9100, 'A secret between us.', false),
        comment(3, 9100, 'Restart the worker.'),
      ],
      users: [
        { id: 9001, name: 'Ana Perez', email: 'ana@northwind.example', role: 'end-user' },
        { id: 9100, name: 'Bo Lind', email: 'bo@acme.example', role: 'agent' },
      ],
      meta: { has_more: false, after_cursor: null, before_cursor: null },
      links: { next: null, prev: null },
    });
  }

  #ticket(row: Row) {
    const isPast = this.#holds === 'past';
    const status = row.deleted ? 'deleted' : isPast && !row.hidden ? 'solved' : 'open';
    return {
      id: row.id,
      url: `https://acme.zendesk.com/api/v2/tickets/${row.id}.json`,
      subject: row.deleted ? 'SCRUBBED' : row.title,
      description: 'The CSV export stops.',
      type: isPast ? 'incident' : 'problem',
      status,
      has_incidents: !isPast,
      requester_id: 9001,
      tags: ['export'],
      custom_fields: [],
      satisfaction_rating: { score: 'unoffered' },
      created_at: this.#clock.iso(row.createdAt),
      updated_at: this.#clock.iso(row.updatedAt),
      generated_timestamp: Math.floor(row.updatedAt / 1000),
    };
  }

  #macro(row: Row) {
    return {
      id: row.id,
      title: row.title,
      active: true,
      restriction: null,
      updated_at: this.#clock.iso(row.updatedAt),
      created_at: this.#clock.iso(row.createdAt),
      actions: [
        { field: 'status', value: 'solved' },
        { field: 'comment_value', value: 'Please restart the worker.' },
      ],
    };
  }
}
