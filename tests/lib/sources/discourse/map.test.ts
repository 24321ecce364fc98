import { describe, expect, it } from 'vitest';
import { blocksText } from '@/lib/convert/block-text';
import { discourseKind as kind } from '@/lib/sources/discourse/connector';
import { mapTopic, type TopicContext } from '@/lib/sources/discourse/map';
import { categorySchema, postSchema, topicSchema } from '@/lib/sources/discourse/records';
import { ForumPlace, USER_KEY } from '@/tests/support/sources/discourse';
import { Mirror } from '@/tests/support/sources/mirror';
import {
  json,
  PlaceClock,
  type PlaceAnswer,
  type PlaceRequest,
} from '@/tests/support/sources/place';
import { PlaceHttp } from '@/tests/support/sources/place-http';

const CATEGORIES = [
  { id: 5, name: 'Exports', read_restricted: false },
  { id: 6, name: 'Partners', read_restricted: true },
].map((record) => categorySchema.parse(record));
const context: TopicContext = {
  sourceId: 'd',
  address: 'https://forum.acme.example',
  visibility: 'public',
  categories: new Map(CATEGORIES.map((category) => [category.id, category])),
  syncedAt: '2026-11-22T08:00:00.000Z',
  languageOf: () => 'en',
};
const TOPIC = {
  id: 12,
  title: 'Export stops at 10,000 rows',
  slug: 'export-stops',
  bumped_at: '2026-06-03T00:00:00.000Z',
  category_id: 5,
  tags: ['csv', { id: 3, name: 'limits' }, null],
  has_accepted_answer: true,
};
const quote = '<aside class="quote"><div class="title">sam:</div>What?</aside>';
const post = (cooked: string, change = {}) =>
  postSchema.parse({ post_number: 1, cooked, ...change });

function map(change: object, from: Partial<TopicContext> = {}) {
  const solution = { question: post('<p>How?</p>'), answer: post(`${quote}<p>So.</p>`) };
  return mapTopic(topicSchema.parse({ ...TOPIC, ...change }), solution, { ...context, ...from });
}

describe('mapTopic', () => {
  it('maps the question and its answer, without what was quoted', async () => {
    const item = await map({});
    expect(item).toMatchObject({
      id: 'd:thread:12',
      kind: 'thread',
      title: 'Export stops at 10,000 rows',
      url: 'https://forum.acme.example/t/export-stops/12',
      labels: ['Exports', 'csv', 'limits'],
      visibility: 'public',
      updatedAt: '2026-06-03T00:00:00.000Z',
    });
    expect(item.blocks.map(({ type }) => type)).toEqual(['quote', 'paragraph']);
    expect(blocksText(item.blocks)).toBe('How?\n\nSo.');
  });

  it.each([
    [{}, 'public', 'public'],
    [{}, 'internal', 'internal'],
    [{}, 'unknown', 'unknown'],
    [{ category_id: 6 }, 'public', 'restricted'],
    [{ category_id: 6 }, 'internal', 'restricted'],
    [{ category_id: 7 }, 'public', 'unknown'],
    [{ category_id: null }, 'public', 'unknown'],
  ] as const)('%j in a forum that is %s is %s', async (change, visibility, expected) => {
    expect((await map(change, { visibility })).visibility).toBe(expected);
  });

  it('shows nothing that moderators hid, and bears quotes without an end', async () => {
    const question = post('<p>Rude</p>', { hidden: true });
    const answer = post(`${'<aside class="quote">'.repeat(5_000)}<p>So.</p>`);
    const item = await mapTopic(topicSchema.parse(TOPIC), { question, answer }, context);
    expect(blocksText(item.blocks)).not.toContain('Rude');
    expect(blocksText(item.blocks)).toContain('So.');
  });
});

describe('discourse connector', () => {
  const settings = { address: 'https://forum.acme.example', categories: [] as string[] };
  const HOUR = 3_600_000;

  function start(
    answer: (request: PlaceRequest) => PlaceAnswer | null = () => null,
    change: Partial<typeof settings> = {},
  ) {
    const clock = new PlaceClock();
    const place = new ForumPlace(clock, true);
    const whole = place.answer.bind(place);
    place.answer = (request) => answer(request) ?? whole(request);
    const http = new PlaceHttp(place, clock);
    for (let row = 0; row < 5; row += 1) place.shelf.create(`Topic ${row}`);
    const secrets = { userApiKey: USER_KEY };
    const mirror = new Mirror({ kind, settings: { ...settings, ...change }, secrets, http, clock });
    const topics = () => http.log.filter(({ url }) => url.includes('/t/')).length;
    return { clock, place, http, mirror, topics };
  }

  it('reads a topic again only when the list shows it changed', async () => {
    const { clock, place, mirror, topics } = start();
    await mirror.pull();
    expect(topics()).toBe(5);
    clock.advance(HOUR);
    await mirror.pull();
    expect(topics()).toBe(5);
    place.shelf.edit(103, 'Changed');
    await mirror.pull();
    expect(topics()).toBe(6);
  });

  it('sees an answer that was accepted later and moved nothing', async () => {
    let isSolved = false;
    const { clock, mirror, place } = start(({ url }) => {
      if (isSolved || url.pathname !== '/latest.json') return null;
      const at = new Date(clock.now()).toISOString();
      return json({
        topic_list: { topics: [{ ...TOPIC, id: 101, has_accepted_answer: false, bumped_at: at }] },
      });
    });
    await mirror.pull();
    expect(mirror.items.size).toBe(0);
    isSolved = true;
    clock.advance(24 * HOUR);
    await mirror.pull();
    expect(mirror.items.size).toBe(place.shelf.count);
  });

  it('goes through a long page in steps', async () => {
    const at = '2026-11-02T08:00:00.000Z';
    const topics = Array.from({ length: 30 }, (_, row) => ({
      ...TOPIC,
      id: 1000 + row,
      bumped_at: at,
    }));
    const { mirror, http } = start(({ url }) => {
      if (url.pathname === '/latest.json') return json({ topic_list: { topics } });
      if (!url.pathname.startsWith('/t/')) return null;
      if (url.pathname === '/t/1003.json') return json({ errors: [] }, 404);
      const posts = [
        post('<p>Q</p>'),
        { post_number: 2, cooked: '<p>A</p>', accepted_answer: true },
      ];
      return json({ post_stream: { posts } });
    });
    expect(await mirror.pull()).toBe(null);
    expect(mirror.items.size).toBe(29);
    expect(http.log.filter(({ url }) => url.includes('/latest')).length).toBe(6);
  });

  it('asks again for a topic that was refused once', async () => {
    let refused = true;
    const { mirror } = start(({ url }) =>
      refused && url.pathname === '/t/102.json' ? json({ errors: [] }, 403) : null,
    );
    await mirror.pull();
    expect(mirror.items.size).toBe(4);
    refused = false;
    await mirror.pull();
    expect(mirror.items.size).toBe(5);
  });

  it('keeps to the categories that were chosen', async () => {
    const { mirror } = start(undefined, { categories: ['6'] });
    await mirror.pull();
    expect(mirror.items.size).toBe(0);
  });

  it('takes what only members read for internal', async () => {
    const { mirror } = start();
    await mirror.pull();
    expect(mirror.items.get('src1:thread:101')?.visibility).toBe('internal');
  });

  it('tells a forum from other pages by asking', async () => {
    const { http, place } = start();
    const url = new URL('https://forum.acme.example/t/x/1');
    const { signal } = new AbortController();
    expect(await kind.probe?.(url, http, signal)).toMatchObject({ ok: true, value: settings });
    place.answer = () => json({ title: 'A shop' });
    expect(await kind.probe?.(url, http, signal)).toMatchObject({ ok: true, value: null });
  });
});
