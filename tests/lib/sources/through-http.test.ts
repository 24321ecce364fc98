/** Help centres, forums and helpdesks read over the real way out: retries, waits, limits and bad weather. */
import { describe, expect, it } from 'vitest';
import type { ConnectorKind } from '@/lib/sources/contract';
import { discourseKind } from '@/lib/sources/discourse/connector';
import { helpscoutDocsKind } from '@/lib/sources/helpscout-docs/connector';
import { helpscoutRepliesKind } from '@/lib/sources/helpscout-replies/connector';
import { createSourceHttp } from '@/lib/sources/http';
import { intercomKind } from '@/lib/sources/intercom/connector';
import { zendeskGuideKind } from '@/lib/sources/zendesk-guide/connector';
import { zendeskTicketsKind } from '@/lib/sources/zendesk-tickets/connector';
import { ForumPlace, USER_KEY } from '@/tests/support/sources/discourse';
import { API_KEY, DocsPlace } from '@/tests/support/sources/helpscout-docs';
import { APP, RepliesPlace } from '@/tests/support/sources/helpscout-replies';
import { IntercomPlace, TOKEN } from '@/tests/support/sources/intercom';
import { Mirror } from '@/tests/support/sources/mirror';
import { PlaceClock, type Place } from '@/tests/support/sources/place';
import { placeFetch } from '@/tests/support/sources/place-fetch';
import { GuidePlace } from '@/tests/support/sources/zendesk-guide';
import { AGENT } from '@/tests/support/sources/zendesk-lists';
import { TicketPlace } from '@/tests/support/sources/zendesk-tickets';

const MINUTE = 60_000;
const ZENDESK = 'https://acme.zendesk.com';

interface Case<S> {
  kind: ConnectorKind<S>;
  settings: S;
  secrets: Record<string, string>;
  place: (clock: PlaceClock) => Place;
}
const guide = { origin: ZENDESK, locales: [], sections: [], community: false };
const tickets = { origin: ZENDESK, access: 'token' as const, problems: false, pastDays: 30 };

const CASES: [string, Case<unknown>][] = [
  [
    'zendesk-guide as anyone',
    {
      kind: zendeskGuideKind,
      settings: { ...guide, access: 'public' },
      secrets: {},
      place: (clock) => new GuidePlace(clock, 'articles'),
    },
  ],
  [
    'zendesk-guide with its community',
    {
      kind: zendeskGuideKind,
      settings: { ...guide, access: 'token', community: true },
      secrets: AGENT,
      place: (clock) => new GuidePlace(clock, 'posts'),
    },
  ],
  [
    'zendesk-tickets',
    {
      kind: zendeskTicketsKind,
      settings: { ...tickets, macros: true, pastTickets: true },
      secrets: AGENT,
      place: (clock) => new TicketPlace(clock, 'past', 'admin'),
    },
  ],
  [
    'helpscout-docs',
    {
      kind: helpscoutDocsKind,
      settings: { collections: [] },
      secrets: { apiKey: API_KEY },
      place: (clock) => new DocsPlace(clock),
    },
  ],
  [
    'helpscout-replies',
    {
      kind: helpscoutRepliesKind,
      settings: { mailboxes: [] },
      secrets: APP,
      place: (clock) => new RepliesPlace(clock),
    },
  ],
  [
    'intercom',
    {
      kind: intercomKind,
      settings: { region: 'au', everyoneReads: true },
      secrets: { token: TOKEN },
      place: (clock) => new IntercomPlace(clock),
    },
  ],
  [
    'discourse',
    {
      kind: discourseKind,
      settings: { address: 'https://forum.acme.example', categories: [] },
      secrets: { userApiKey: USER_KEY },
      place: (clock) => new ForumPlace(clock, true),
    },
  ],
];

/** Every seventh answer is a failure, each of another sort. */
const WEATHER: (() => Response)[] = [
  () => new Response('', { status: 503 }),
  () => new Response('{"articles":[{"id":1,', { status: 200 }),
  () => new Response('', { status: 429, headers: { 'retry-after': '2' } }),
  () => new Response('<html>Sign in</html>', { status: 200 }),
  () => {
    throw new TypeError('Failed to fetch');
  },
  () => new Response('Too many', { status: 429, headers: { 'retry-after': '300' } }),
];

function start(given: Case<unknown>) {
  const clock = new PlaceClock();
  const place = given.place(clock);
  const direct = placeFetch(place);
  const log: string[] = [];
  const weather = { isBad: false, requests: 0 };
  const wayOut = createSourceHttp({
    fetch: async (url, init) => {
      weather.requests += 1;
      const turn = weather.requests % 7;
      const sort = WEATHER[Math.floor(weather.requests / 7) % WEATHER.length];
      const answer = weather.isBad && turn === 0 && sort ? sort() : await direct(url, init);
      answer.headers.set('date', new Date(clock.now()).toUTCString());
      return answer;
    },
    now: () => clock.now(),
    sleep: (milliseconds) => Promise.resolve(clock.advance(milliseconds)),
    exclusively: (_name, _signal, work) => work(),
    random: () => 0.5,
    isOnline: () => true,
    log: (entry) => log.push(JSON.stringify(entry)),
  });
  const { kind, settings, secrets } = given;
  const http = wayOut({ sourceId: 'src1', origins: kind.origins(settings) });
  const mirror = new Mirror({ kind, settings, secrets, http, clock });
  return { clock, place, mirror, weather, log };
}

type World = ReturnType<typeof start>;

/** Tries as alarms do, a few minutes apart; how often it was stopped. */
async function persist({ clock }: World, run: () => Promise<unknown>): Promise<number> {
  for (let stops = 0; stops < 100; stops += 1) {
    if ((await run()) === null) return stops;
    clock.advance(6 * MINUTE);
  }
  throw new Error('It never gets through');
}

function truth({ place }: World): Map<string, string> {
  return new Map(
    place.shelf
      .readable()
      .flatMap((row) =>
        place.itemIds(row).map((id) => [id, place.titleOf?.(row, id) ?? row.title] as const),
      ),
  );
}

function shown({ mirror }: World): Map<string, string> {
  return new Map([...mirror.items.values()].map(({ id, title }) => [id, title]));
}

describe.each(CASES)('%s', (_name, given) => {
  it('shows the place as it is, whatever the weather', async () => {
    const world = start(given);
    const { shelf } = world.place;
    for (let row = 0; row < 8; row += 1) shelf.create(`Row ${row}`);
    world.clock.advance(30 * MINUTE);
    world.weather.isBad = true;
    const stops = await persist(world, () => world.mirror.pull());
    expect(stops).toBeGreaterThan(0);
    expect(shown(world)).toEqual(truth(world));
    shelf.edit(102, 'Edited');
    shelf.delete(104);
    shelf.hide(105);
    shelf.create('New');
    world.clock.advance(2 * MINUTE);
    await persist(world, () => world.mirror.pull());
    world.weather.isBad = false;
    world.clock.advance(10 * MINUTE);
    for (let sweep = 0; sweep < 2; sweep += 1) expect(await world.mirror.sweep()).toBe(null);
    expect(shown(world)).toEqual(truth(world));
  });

  it('writes no secret into the request log', async () => {
    const world = start(given);
    world.place.shelf.create('Only row');
    expect(await world.mirror.pull()).toBe(null);
    expect(world.log.length).toBeGreaterThan(0);
    for (const secret of Object.values(given.secrets))
      expect(world.log.join()).not.toContain(secret);
  });
});
