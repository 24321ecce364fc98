import { describe, expect, it } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import { statuspageKind } from '@/lib/sources/statuspage/connector';
import { Mirror } from '@/tests/support/sources/mirror';
import { PlaceClock } from '@/tests/support/sources/place';
import { PlaceHttp } from '@/tests/support/sources/place-http';
import { createStatuspage, STATUS_ORIGIN } from '@/tests/support/sources/statuspage';
import { describeConnector } from '@/tests/support/sources/suite';
import { unwrap } from '@/tests/support/unwrap';

const { signal } = new AbortController();
const DAY = 86_400_000;

function titles({ items }: Pick<Mirror<unknown>, 'items'>): [string, string][] {
  return [...items].map(([id, { title }]) => [id, title]);
}

describeConnector('statuspage', {
  kind: statuspageKind,
  settings: { origin: STATUS_ORIGIN, locale: 'en' },
  createPlace: createStatuspage,
  lagMs: 0,
  addresses: {
    mine: ['https://fernway.statuspage.io/', 'https://fernway.statuspage.io/history?page=2'],
    others: [STATUS_ORIGIN, 'https://statuspage.io.example/', 'https://github.com/a/b'],
  },
});

describe('a status page', () => {
  function start() {
    const clock = new PlaceClock();
    const place = createStatuspage(clock);
    const http = new PlaceHttp(place, clock);
    const settings = { origin: STATUS_ORIGIN };
    const mirror = new Mirror({ kind: statuspageKind, settings, secrets: {}, http, clock });
    return { clock, http, mirror, shelf: place.shelf };
  }

  it('is known by its answer wherever it lives', async () => {
    const { http } = start();
    const probe = (address: string) => statuspageKind.probe?.(new URL(address), http, signal);
    expect(await probe(`${STATUS_ORIGIN}/history`)).toEqual(ok({ origin: STATUS_ORIGIN }));
    http.mishap = {
      at: 1,
      mishap: {
        name: 'html',
        kind: 'bad-response',
        spoil: (answer) => ({ ...answer, body: '<p>' }),
      },
    };
    expect(await probe('https://www.fernway.example')).toEqual(ok(null));
    http.mishap = { at: 2, mishap: { name: 'none', kind: 'timeout', spoil: () => null } };
    expect(await probe('https://www.fernway.example')).toEqual(fail(fault('timeout')));
  });

  it('is asked once when nothing is new', async () => {
    const { clock, http, mirror, shelf } = start();
    shelf.create('Printing is slow');
    clock.advance(DAY);
    await mirror.pull();
    expect(http.log).toHaveLength(2);
    await mirror.pull();
    expect(http.log).toHaveLength(3);
    expect(titles(mirror)).toEqual([['src1:incident:inc101', 'Printing is slow']]);
  });

  it('forgets at once what was taken off the page while it went on', async () => {
    const { clock, mirror, shelf } = start();
    shelf.create('Printing is slow');
    await mirror.pull();
    clock.advance(60_000);
    shelf.delete(101);
    await mirror.pull();
    expect(titles(mirror)).toEqual([]);
  });

  it('keeps what is over for two weeks', async () => {
    const { clock, mirror, shelf } = start();
    shelf.create('Goes on');
    shelf.create('Is over');
    await mirror.pull();
    clock.advance(13 * DAY);
    await mirror.pull();
    await mirror.sweep();
    await mirror.sweep();
    expect(mirror.items.size).toBe(2);
    clock.advance(2 * DAY);
    await mirror.sweep();
    await mirror.sweep();
    expect(titles(mirror)).toEqual([['src1:incident:inc101', 'Goes on']]);
    // A first reading does not even begin with it.
    const fresh = unwrap(await mirror.connect().pull(null, signal));
    expect(fresh.upserts.map(({ title }) => title)).toEqual(['Goes on']);
    expect(fresh.deletes).toEqual(['src1:incident:inc102']);
  });
});
