import { describe, expect, it } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import { linearKind } from '@/lib/sources/linear/connector';
import type { LinearSettings } from '@/lib/sources/linear/settings';
import { createLinear, linearId, LINEAR_SECRETS, TEAM_ID } from '@/tests/support/sources/linear';
import { Mirror } from '@/tests/support/sources/mirror';
import { PlaceClock } from '@/tests/support/sources/place';
import { PlaceHttp } from '@/tests/support/sources/place-http';
import { describeConnector } from '@/tests/support/sources/suite';
import { settle } from '@/tests/support/sources/world';

const { signal } = new AbortController();
const settings: LinearSettings = { teams: [] };
const contract = {
  kind: linearKind,
  settings,
  secrets: LINEAR_SECRETS,
  createPlace: createLinear,
  lagMs: 4 * 60_000,
};

describeConnector('linear', {
  ...contract,
  addresses: {
    mine: ['https://linear.app/fernway/issue/POS-12/tips', 'https://linear.app/fernway'],
    others: ['https://linear.app.example/x', 'https://github.com/a/b'],
  },
});

describeConnector('linear, one team', { ...contract, settings: { teams: [TEAM_ID] } });

function start(own: Partial<LinearSettings> = {}) {
  const clock = new PlaceClock();
  const place = createLinear(clock);
  const http = new PlaceHttp(place, clock);
  const setup = { kind: linearKind, settings: { ...settings, ...own }, secrets: LINEAR_SECRETS };
  return { clock, http, place, mirror: new Mirror({ ...setup, http, clock }) };
}

describe('linear', () => {
  it('gives its account and the teams to choose from', async () => {
    const connector = start().mirror.connect();
    expect(await connector.check(signal)).toEqual(ok({ name: 'Fernway', account: 'lea' }));
    expect(await connector.listChoices?.(signal)).toEqual(
      ok([{ setting: 'teams', id: TEAM_ID, name: 'POS' }]),
    );
  });

  it.each([
    ['RATELIMITED', fault('rate-limited', { status: 400, seconds: 90 })],
    ['AUTHENTICATION_ERROR', fault('signed-out', { status: 400 })],
    ['FORBIDDEN', fault('forbidden', { status: 400 })],
    ['INTERNAL_SERVER_ERROR', fault('bad-response', { status: 400, why: 'internal_server_error' })],
    ['authentication error', fault('signed-out', { status: 400 })],
    ['someone@fernway.example', fault('bad-response', { status: 400, why: 'errors' })],
  ])('says what an error with the code %s means', async (code, expected) => {
    const { mirror, place } = start();
    place.refusal = code;
    expect(await mirror.connect().pull(null, signal)).toEqual(fail(expected));
  });

  it('forgets at once what is in the bin, and what went to another team', async () => {
    const world = start({ teams: [TEAM_ID] });
    world.place.shelf.create('Goes to the bin');
    world.place.shelf.create('Goes to another team');
    await world.mirror.pull();
    expect(world.mirror.items.size).toBe(2);
    world.clock.advance(1_000);
    world.place.shelf.delete(101);
    await world.mirror.pull();
    expect([...world.mirror.items.keys()]).toEqual([`src1:issue:${linearId(102)}`]);
    world.place.team = '00000000-0000-4000-8000-999999999999';
    world.place.shelf.edit(102, 'Went');
    await world.mirror.pull();
    expect(world.mirror.items.size).toBe(0);
  });

  it('reads many rows of one moment though they move meanwhile', async () => {
    for (let at = 0; at < 8; at += 1) {
      const world = start();
      const { shelf } = world.place;
      for (let row = 0; row < 11; row += 1) shelf.create(`Row ${row}`);
      world.clock.advance(3_600_000);
      world.http.beforeRequest = (request) => {
        // The last row of a page, which a cursor would stand on.
        if (request === at) for (const id of [101, 103, 106]) shelf.edit(id, `Moved ${id}`);
      };
      expect(await world.mirror.pull()).toBe(null);
      world.http.beforeRequest = () => {};
      expect({ at, wrong: await settle(world) }).toEqual({ at, wrong: [] });
    }
  });
});
