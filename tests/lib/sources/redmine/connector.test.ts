import { describe, expect, it } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import { redmineKind } from '@/lib/sources/redmine/connector';
import type { RedmineSettings } from '@/lib/sources/redmine/settings';
import { Mirror } from '@/tests/support/sources/mirror';
import { PlaceClock } from '@/tests/support/sources/place';
import { PlaceHttp } from '@/tests/support/sources/place-http';
import { createRedmine, REDMINE_BASE, REDMINE_SECRETS } from '@/tests/support/sources/redmine';
import { describeConnector } from '@/tests/support/sources/suite';
import { settle } from '@/tests/support/sources/world';

const { signal } = new AbortController();
const settings: RedmineSettings = { base: REDMINE_BASE, project: 'pos', trackers: [] };
const contract = { kind: redmineKind, settings, createPlace: createRedmine, lagMs: 0 };

describeConnector('redmine', {
  ...contract,
  secrets: REDMINE_SECRETS,
  addresses: { mine: [], others: [REDMINE_BASE, 'https://github.com/a/b'] },
});

describeConnector('redmine, all projects, as nobody', {
  ...contract,
  settings: { base: `${REDMINE_BASE}/`, trackers: ['1'] },
});

function start(own: Partial<RedmineSettings> = {}) {
  const clock = new PlaceClock();
  const place = createRedmine(clock);
  const http = new PlaceHttp(place, clock);
  const setup = { kind: redmineKind, settings: { ...settings, ...own }, secrets: REDMINE_SECRETS };
  return { clock, http, place, mirror: new Mirror({ ...setup, http, clock }) };
}

describe('redmine', () => {
  it.each([
    ['', undefined],
    ['/', undefined],
    ['/projects/pos/issues?set_filter=1', 'pos'],
    ['/issues/12', undefined],
    ['/login?back_url=x', undefined],
  ])('is found from the address %s', async (path, project) => {
    const found = await redmineKind.probe?.(new URL(REDMINE_BASE + path), start().http, signal);
    const expected = { base: REDMINE_BASE, trackers: [] };
    expect(found).toEqual(ok(project === undefined ? expected : { ...expected, project }));
  });

  it('is not found where another program answers, or none', async () => {
    const { http } = start();
    const address = new URL('https://www.fernway.example/shop');
    expect(await redmineKind.probe?.(address, http, signal)).toEqual(ok(null));
    http.mishap = { at: 1, mishap: { name: 'none', kind: 'timeout', spoil: () => null } };
    expect(await redmineKind.probe?.(address, http, signal)).toEqual(fail(fault('timeout')));
  });

  it('gives its account and the trackers to choose from', async () => {
    const connector = start().mirror.connect();
    expect(await connector.check(signal)).toEqual(
      ok({ name: 'bugs.fernway.example pos', account: 'lea' }),
    );
    expect(await connector.listChoices?.(signal)).toEqual(
      ok([{ setting: 'trackers', id: '1', name: 'Bug' }]),
    );
  });

  it('knows that a version is out though no issue says so', async () => {
    const world = start();
    for (let row = 0; row < 4; row += 1) world.place.shelf.create(`Row ${row}`);
    expect(await settle(world)).toEqual([]);
    const category = () => world.mirror.items.get('src1:issue:102')?.issue?.category;
    expect(category()).toBe('fixed-unreleased');
    world.place.versionStatus = 'closed';
    world.clock.advance(86_400_000);
    await world.mirror.pull();
    expect(category()).toBe('fixed');
  });

  it('forgets at once what is no longer of a chosen tracker', async () => {
    const world = start({ trackers: ['1'] });
    world.place.shelf.create('A bug');
    expect(await settle(world)).toEqual([]);
    world.place.tracker = '2';
    world.clock.advance(2_000);
    world.place.shelf.edit(101, 'A wish');
    await world.mirror.pull();
    expect(world.mirror.items.size).toBe(0);
  });

  it('reads many rows of one second though they move meanwhile', async () => {
    for (let at = 2; at < 40; at += 1) {
      const world = start();
      const { shelf } = world.place;
      for (let row = 0; row < 11; row += 1) shelf.create(`Row ${row}`);
      world.clock.advance(3_600_000);
      world.http.beforeRequest = (request) => {
        if (request !== at) return;
        // One alone is made up for by the row that comes twice.
        for (const id of [101, 102, 104]) shelf.edit(id, `Moved ${id}`);
        shelf.delete(103);
      };
      expect(await world.mirror.pull()).toBe(null);
      world.http.beforeRequest = () => {};
      expect({ at, wrong: await settle(world) }).toEqual({ at, wrong: [] });
    }
  });
});
