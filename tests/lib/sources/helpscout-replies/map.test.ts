import { describe, expect, it } from 'vitest';
import { blocksText } from '@/lib/convert/block-text';
import { helpscoutRepliesKind as kind } from '@/lib/sources/helpscout-replies/connector';
import { mapReply } from '@/lib/sources/helpscout-replies/map';
import { halListSchema, replySchema } from '@/lib/sources/helpscout-replies/records';
import { APP, RepliesPlace } from '@/tests/support/sources/helpscout-replies';
import { Mirror } from '@/tests/support/sources/mirror';
import { json, PlaceClock } from '@/tests/support/sources/place';
import { PlaceHttp } from '@/tests/support/sources/place-http';

const context = {
  sourceId: 'r',
  mailbox: { id: '85', name: 'Support' },
  syncedAt: '2026-11-22T08:00:00.000Z',
  languageOf: () => 'en',
};
const map = (change: object) =>
  mapReply(
    replySchema.parse({ id: 7, name: 'Limits', text: '<p>At most <b>10</b>.</p>', ...change }),
    context,
  );

describe('mapReply', () => {
  it('maps a saved reply', async () => {
    expect(await map({})).toMatchObject({
      id: 'r:reply:7',
      kind: 'reply',
      title: 'Limits',
      labels: ['Support'],
      visibility: 'public',
      updatedAt: '2026-11-01T00:00:00.000Z',
    });
  });

  it('is the same at the next reading', async () => {
    const first = await map({});
    const record = replySchema.parse({ id: 7, name: 'Limits', text: '<p>At most <b>10</b>.</p>' });
    const later = await mapReply(record, { ...context, syncedAt: '2026-11-23T09:00:00.000Z' });
    expect(later?.contentHash).toBe(first?.contentHash);
  });

  it('takes the chat’s text where there is no other', async () => {
    expect(blocksText((await map({ text: ' ', chatText: 'Hi' }))?.blocks ?? [])).toBe('Hi');
  });

  it.each([{ name: null }, { name: ' ' }, { text: null }, { text: '<p></p>' }])(
    'is nothing: %j',
    async (change) => {
      expect(await map(change)).toBe(null);
    },
  );
});

describe('lists', () => {
  it('may be plain, paged or empty', () => {
    const page = { totalElements: 4, totalPages: 2, number: 1 };
    expect(halListSchema.parse([1, 2])).toEqual({ rows: [1, 2], count: 2, pages: 1 });
    expect(halListSchema.parse({ page })).toEqual({ rows: [], count: 4, pages: 2 });
    expect(halListSchema.parse({ page, _embedded: { x: 1, replies: [3] } }).rows).toEqual([3]);
    expect(halListSchema.safeParse({ error: 'unavailable' }).success).toBe(false);
  });
});

describe('helpscout-replies connector', () => {
  it('reads the mailboxes that were chosen, signing in once', async () => {
    const clock = new PlaceClock();
    const place = new RepliesPlace(clock);
    place.shelf.create('One');
    const http = new PlaceHttp(place, clock);
    const setup = { kind, secrets: APP, http, clock };
    const other = new Mirror({ ...setup, settings: { mailboxes: ['86'] } });
    expect(await other.pull()).toBe(null);
    expect(other.items.size).toBe(0);
    const connector = new Mirror({ ...setup, settings: { mailboxes: [] } }).connect();
    const before = http.log.length;
    const { signal } = new AbortController();
    await connector.check(signal);
    await connector.pull(null, signal);
    const asked = http.log.slice(before);
    expect(asked.filter(({ method }) => method === 'POST').length).toBe(1);
  });

  it('says when the account was closed to it', async () => {
    const clock = new PlaceClock();
    const place = new RepliesPlace(clock);
    const http = new PlaceHttp(place, clock);
    place.answer = () => json({ error: 'invalid_client' }, 400);
    const mirror = new Mirror({ kind, settings: { mailboxes: [] }, secrets: APP, http, clock });
    expect(await mirror.pull()).toMatchObject({ kind: 'signed-out' });
  });
});
