import { describe, expect, it } from 'vitest';
import { zendeskTicketsKind as kind } from '@/lib/sources/zendesk-tickets/connector';
import { Mirror } from '@/tests/support/sources/mirror';
import {
  json,
  PlaceClock,
  type PlaceAnswer,
  type PlaceRequest,
} from '@/tests/support/sources/place';
import { PlaceHttp } from '@/tests/support/sources/place-http';
import { AGENT, FORBIDDEN } from '@/tests/support/sources/zendesk-lists';
import { TicketPlace } from '@/tests/support/sources/zendesk-tickets';

const settings = {
  origin: 'https://acme.zendesk.com',
  access: 'token' as const,
  problems: false,
  macros: false,
  pastTickets: true,
  pastDays: 30,
};
const DAY = 86_400_000;

function start(
  role: 'agent' | 'admin',
  answer: (request: PlaceRequest) => PlaceAnswer | null = () => null,
) {
  const clock = new PlaceClock();
  const place = new TicketPlace(clock, 'past', role);
  const whole = place.answer.bind(place);
  place.answer = (request) => answer(request) ?? whole(request);
  const http = new PlaceHttp(place, clock);
  for (const title of ['One', 'Two', 'Three', 'Four']) place.shelf.create(title);
  const mirror = new Mirror({ kind, settings, secrets: AGENT, http, clock });
  return { clock, place, http, mirror };
}

describe('zendesk-tickets connector', () => {
  it('searches as an agent, and reads the export as an admin', async () => {
    const paths = async (role: 'agent' | 'admin') => {
      const { mirror, http, clock } = start(role);
      clock.advance(DAY);
      expect(await mirror.pull()).toBe(null);
      return http.log.map(({ url }) => new URL(url).pathname).join(' ');
    };
    expect(await paths('agent')).toContain('/search/export');
    expect(await paths('agent')).not.toContain('/incremental/');
    expect(await paths('admin')).toContain('/incremental/tickets/cursor');
  });

  it('goes through a page that is larger than asked for in steps', async () => {
    const at = '2026-10-20T08:00:00Z';
    const tickets = Array.from({ length: 45 }, (_, row) => ({
      id: 101 + (row % 4),
      subject: `Ticket ${row}`,
      status: row < 41 ? 'open' : 'solved',
      tags: [],
      created_at: at,
      updated_at: at,
    }));
    const { mirror, http } = start('admin', ({ url }) =>
      url.pathname.includes('/incremental/')
        ? json({ tickets, after_cursor: 'c', end_of_stream: true })
        : null,
    );
    expect(await mirror.pull()).toBe(null);
    expect(mirror.items.size).toBe(4);
    expect(http.log.filter(({ url }) => url.includes('/incremental/')).length).toBe(3);
  });

  it('leaves out a ticket that we may not read, and keeps the rest', async () => {
    const { mirror } = start('agent', ({ url }) =>
      url.pathname.includes('/tickets/102/') ? FORBIDDEN : null,
    );
    expect(await mirror.pull()).toBe(null);
    expect(mirror.items.size).toBe(3);
    expect(mirror.skipped).toEqual([{ where: '#102', why: 'refused', detail: '403' }]);
  });

  it('removes a deleted ticket at once where the export names it', async () => {
    const { mirror, place, clock } = start('admin');
    clock.advance(DAY);
    await mirror.pull();
    place.shelf.delete(103);
    clock.advance(60_000);
    expect(await mirror.pull()).toBe(null);
    expect([...mirror.items.keys()]).not.toContain('src1:past-ticket:103');
  });

  it('lets tickets go that are older than what is kept', async () => {
    const { mirror, clock } = start('agent');
    await mirror.pull();
    clock.advance(32 * DAY);
    await mirror.sweep();
    await mirror.sweep();
    expect(mirror.items.size).toBe(0);
  });

  it('keeps no internal note, name or address', async () => {
    const { mirror } = start('agent');
    await mirror.pull();
    const kept = JSON.stringify([...mirror.items.values()]);
    for (const word of ['secret', 'Ana', 'Perez', 'northwind', '192.0.2', 'Madrid']) {
      expect(kept).not.toContain(word);
    }
  });

  it('calls a problem’s status what agents call it', async () => {
    const at = '2026-10-20T08:00:00Z';
    const times = { created_at: at, updated_at: at };
    const problems = [
      { id: 1, subject: 'One', status: 'hold', custom_status_id: 70009, ...times },
      { id: 2, subject: 'Two', status: 'open', custom_status_id: 70010, ...times },
    ];
    const clock = new PlaceClock();
    const place = new TicketPlace(clock, 'problems');
    let labels = json({ custom_statuses: [{ id: 70009, agent_label: 'Waiting for engineering' }] });
    place.answer = ({ url }) => {
      if (url.pathname.endsWith('/custom_statuses.json')) return labels;
      if (url.pathname.endsWith('/problems.json')) return json({ tickets: problems });
      return json({ user: { id: 1, name: 'Bo', role: 'agent' } });
    };
    const http = new PlaceHttp(place, clock);
    const chosen = { ...settings, problems: true, pastTickets: false };
    const mirror = new Mirror({ kind, settings: chosen, secrets: AGENT, http, clock });
    const words = () => [...mirror.items.values()].map(({ issue }) => issue?.rawStatus);
    expect(await mirror.pull()).toBe(null);
    expect(words()).toEqual(['Waiting for engineering', 'open']);
    labels = FORBIDDEN;
    expect(await mirror.pull()).toBe(null);
    expect(words()).toEqual(['hold', 'open']);
  });

  it('begins the search anew when its pages have expired, but not for ever', async () => {
    let refused = 0;
    const { mirror } = start('agent', ({ url }) => {
      if (!url.searchParams.has('page[after]') || refused >= 2) return null;
      refused += 1;
      return json({ error: 'InvalidCursor' }, 400);
    });
    expect(await mirror.pull()).toBe(null);
    expect(mirror.items.size).toBe(4);
    const broken = start('agent', ({ url }) =>
      url.searchParams.has('page[after]') ? json({ error: 'InvalidCursor' }, 400) : null,
    );
    expect((await broken.mirror.pull())?.kind).toBe('bad-response');
  });
});
