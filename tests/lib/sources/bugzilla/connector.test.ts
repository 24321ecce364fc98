import { describe, expect, it } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import { bugzillaKind } from '@/lib/sources/bugzilla/connector';
import type { BugzillaSettings } from '@/lib/sources/bugzilla/settings';
import { BUGZILLA_BASE, BUGZILLA_SECRETS, createBugzilla } from '@/tests/support/sources/bugzilla';
import { Mirror } from '@/tests/support/sources/mirror';
import { PlaceClock } from '@/tests/support/sources/place';
import { PlaceHttp } from '@/tests/support/sources/place-http';
import { describeConnector } from '@/tests/support/sources/suite';
import { settle } from '@/tests/support/sources/world';

const { signal } = new AbortController();
const settings: BugzillaSettings = { base: BUGZILLA_BASE, products: ['POS'] };
const contract = { kind: bugzillaKind, settings, lagMs: 4 * 60_000 };

describeConnector('bugzilla', {
  ...contract,
  secrets: BUGZILLA_SECRETS,
  createPlace: (clock) => createBugzilla(clock),
  addresses: {
    mine: [
      `${BUGZILLA_BASE}/show_bug.cgi?id=3`,
      'https://bugzilla.fernway.example/buglist.cgi?product=POS',
    ],
    others: [BUGZILLA_BASE, 'https://github.com/a/b'],
  },
});

describeConnector('bugzilla, comments apart, all products, as nobody', {
  ...contract,
  settings: { ...settings, products: [] },
  createPlace: (clock) => createBugzilla(clock, false),
});

function start() {
  const clock = new PlaceClock();
  const place = createBugzilla(clock);
  const http = new PlaceHttp(place, clock);
  const setup = { kind: bugzillaKind, settings, secrets: BUGZILLA_SECRETS };
  return { clock, http, place, mirror: new Mirror({ ...setup, http, clock }) };
}

describe('bugzilla', () => {
  it('takes base and products from the address of a list', () => {
    const address = `${BUGZILLA_BASE}/buglist.cgi?product=POS&product=Pay%20%26%20Go&query_format=advanced`;
    expect(bugzillaKind.detect(new URL(address))).toEqual({
      base: BUGZILLA_BASE,
      products: ['POS', 'Pay & Go'],
    });
  });

  it('is known by its version wherever it lives', async () => {
    const { http } = start();
    const probe = (address: string) => bugzillaKind.probe?.(new URL(address), http, signal);
    for (const path of ['', '/', '/index.cgi']) {
      expect(await probe(BUGZILLA_BASE + path)).toEqual(ok({ base: BUGZILLA_BASE, products: [] }));
    }
    expect(await probe('https://www.fernway.example/shop')).toEqual(ok(null));
    http.mishap = { at: 4, mishap: { name: 'none', kind: 'timeout', spoil: () => null } };
    expect(await probe(BUGZILLA_BASE)).toEqual(fail(fault('timeout')));
  });

  it('gives the products to choose from', async () => {
    const connector = start().mirror.connect();
    expect(await connector.check(signal)).toEqual(ok({ name: 'bugs.fernway.example' }));
    expect(await connector.listChoices?.(signal)).toEqual(
      ok(['POS', 'Pay & Go'].map((name) => ({ setting: 'products', id: name, name }))),
    );
  });

  it('never asks for people', async () => {
    const { http, mirror, place } = start();
    place.shelf.create('A bug');
    await mirror.pull();
    await mirror.sweep();
    for (const { url } of http.log) {
      expect(new URL(url).searchParams.get('include_fields')).not.toMatch(
        /assigned|creator|cc|_default|^$/,
      );
    }
    expect(JSON.stringify([...mirror.items.values()])).not.toContain('someone@');
  });

  it.each([
    [101, 'not-found'],
    [102, 'forbidden'],
    [306, 'signed-out'],
    [410, 'signed-out'],
    [1_000, 'bad-response'],
  ])('says what the code %d means, whatever the status', async (code, kind) => {
    for (const status of [200, 400, 401]) {
      const { http, mirror } = start();
      const body = JSON.stringify({ error: true, code, message: 'No' });
      http.mishap = {
        at: 0,
        mishap: { name: 'x', kind: 'bad-response', spoil: () => ({ status, body }) },
      };
      const pulled = await mirror.connect().pull(null, signal);
      expect(pulled.ok ? 'read' : pulled.fault.kind).toBe(kind);
    }
  });

  it('reads many bugs of one second though they move meanwhile', async () => {
    for (let at = 0; at < 16; at += 1) {
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
