import { describe, expect, it } from 'vitest';
import { zendeskGuideKind as kind } from '@/lib/sources/zendesk-guide/connector';
import { Mirror } from '@/tests/support/sources/mirror';
import {
  json,
  PlaceClock,
  type PlaceAnswer,
  type PlaceRequest,
} from '@/tests/support/sources/place';
import { PlaceHttp } from '@/tests/support/sources/place-http';
import { GuidePlace } from '@/tests/support/sources/zendesk-guide';
import { AGENT, FORBIDDEN, NOT_FOUND } from '@/tests/support/sources/zendesk-lists';

const settings = {
  origin: 'https://acme.zendesk.com',
  access: 'token' as 'token' | 'public' | 'session',
  locales: ['en-us'],
  sections: [] as string[],
  community: false,
};

/** `answer` may answer instead of the place. */
function start(
  change: Partial<typeof settings>,
  answer: (request: PlaceRequest) => PlaceAnswer | null = () => null,
  holds: 'articles' | 'posts' = 'articles',
) {
  const clock = new PlaceClock();
  const place = new GuidePlace(clock, holds);
  const whole = place.answer.bind(place);
  place.answer = (request) => answer(request) ?? whole(request);
  const http = new PlaceHttp(place, clock);
  for (const title of ['One', 'Two', 'Three', 'Four']) place.shelf.create(title);
  const all = { ...settings, ...change };
  const mirror = new Mirror({ kind, settings: all, secrets: AGENT, http, clock });
  return { clock, place, http, mirror };
}

const anonymous = json({ user: { id: null, name: 'Anonymous user', role: 'end-user' } });
const { signal } = new AbortController();

describe('zendesk-guide connector', () => {
  it('takes a session that ended for no reason to forget what it can no longer see', async () => {
    let isOver = false;
    const world = start({}, ({ url }) =>
      isOver && url.pathname.includes('/users/me') ? anonymous : null,
    );
    expect(await world.mirror.pull()).toBe(null);
    isOver = true;
    expect((await world.mirror.pull())?.kind).toBe('signed-out');
    expect((await world.mirror.sweep())?.kind).toBe('signed-out');
    expect(world.mirror.items.size).toBe(4);
  });

  it('does not end a sweep whose session ended on the way', async () => {
    let asked = 0;
    const world = start({}, ({ url }) => {
      if (!url.pathname.includes('/users/me')) return null;
      asked += 1;
      return asked > 1 ? anonymous : null;
    });
    expect((await world.mirror.sweep())?.kind).toBe('signed-out');
  });

  it('refuses to read as a customer', async () => {
    const customer = json({ user: { id: 5, name: 'C', role: 'end-user' } });
    const world = start({}, ({ url }) => (url.pathname.includes('/users/me') ? customer : null));
    const report = await world.mirror.connect().check(signal);
    expect(report).toMatchObject({ ok: false, fault: { kind: 'forbidden' } });
  });

  it('sends no credentials with the agent’s session, and none as anyone', async () => {
    for (const access of ['session', 'public'] as const) {
      const world = start({ access });
      await world.mirror.pull();
      expect(world.http.log.length).toBeGreaterThan(0);
      for (const { headers } of world.http.log) expect(headers).not.toHaveProperty('authorization');
    }
  });

  it('goes on without a community where there is none', async () => {
    const world = start({ community: true }, ({ url }) =>
      url.pathname.startsWith('/api/v2/community') ? NOT_FOUND : null,
    );
    expect(await world.mirror.pull()).toBe(null);
    expect(await world.mirror.sweep()).toBe(null);
    expect(world.mirror.items.size).toBe(4);
  });

  it('keeps to the sections that were chosen', async () => {
    const world = start({ sections: ['99'] });
    expect(await world.mirror.pull()).toBe(null);
    expect(world.mirror.items.size).toBe(0);
    const chosen = start({ sections: ['81'] });
    expect(await chosen.mirror.pull()).toBe(null);
    expect(chosen.mirror.items.size).toBe(4);
  });

  it('takes away at once what became a draft', async () => {
    const world = start({});
    await world.mirror.pull();
    world.clock.advance(1_000);
    world.place.shelf.hide(102);
    expect(await world.mirror.pull()).toBe(null);
    expect([...world.mirror.items.keys()]).not.toContain('src1:article:102:en-us');
  });

  it('sees an answer that moved its post to the top, and nothing else', async () => {
    let answers: string[] = [];
    const world = start(
      { community: true },
      ({ url }) => {
        if (!url.pathname.includes('/posts/101/comments')) return null;
        const at = '2026-11-02T08:00:00Z';
        const comments = answers.map((body) => ({ body, official: true, created_at: at }));
        return json({ comments });
      },
      'posts',
    );
    await world.mirror.pull();
    const before = world.mirror.items.get('src1:thread:101')?.contentHash;
    answers = ['<p>At last.</p>'];
    await world.mirror.pull();
    expect(world.mirror.items.get('src1:thread:101')?.contentHash).not.toBe(before);
  });

  it('reads on by page number where the server knows no cursors', async () => {
    const world = start({ access: 'public' }, ({ url }) => {
      if (!url.pathname.endsWith('/articles.json')) return null;
      const page = Number(url.searchParams.get('page') ?? 1);
      const at = '2026-11-02T08:00:00Z';
      const articles = [{ id: page, title: `Page ${page}`, updated_at: at, user_segment_id: null }];
      const next = `https://acme.zendesk.com/api/v2/next?page=${page + 1}`;
      return json({ articles, count: 3, next_page: page < 3 ? next : null });
    });
    expect(await world.mirror.pull()).toBe(null);
    expect([...world.mirror.items.values()].map(({ title }) => title)).toEqual([
      'Page 1',
      'Page 2',
      'Page 3',
    ]);
  });

  it('names what there is to choose', async () => {
    const world = start({}, ({ url }) =>
      url.pathname.endsWith('/sections.json')
        ? json({
            sections: [{ id: 81, name: 'Reports', category_id: 82 }],
            categories: [{ id: 82, name: 'Selling' }],
          })
        : null,
    );
    const choices = await world.mirror.connect().listChoices?.(signal);
    expect(choices).toMatchObject({
      ok: true,
      value: [
        { setting: 'locales', id: 'en-us' },
        { setting: 'locales', id: 'de' },
        { setting: 'sections', id: '81', name: 'Selling › Reports' },
      ],
    });
  });

  it.each([
    ['a help centre on its own host', null, true],
    ['any other page', json('<html>'), false],
    ['a page that is not for us', FORBIDDEN, false],
  ])('finds out by asking: %s', async (_name, answer, isOne) => {
    const world = start({}, () => answer);
    const url = new URL('https://help.acme.example/hc/de');
    const found = await kind.probe?.(url, world.http, signal);
    expect(found).toMatchObject({ ok: true, value: isOne ? { access: 'public' } : null });
  });
});
