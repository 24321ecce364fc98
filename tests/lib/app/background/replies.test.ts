/** Ready replies with the real store and engine, on a database in memory. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createReplies } from '@/lib/app/background/replies';
import { createServices } from '@/lib/app/background/services';
import { blocksText } from '@/lib/convert/block-text';
import type { Item } from '@/lib/model/item';
import type { Ticket } from '@/lib/model/ticket';
import { writeReplyTemplates } from '@/lib/app/reply-templates';
import { createPlatformInHand } from '@/tests/support/background-platform';
import { makeIssue, makeTicket } from '@/tests/support/items';
import { freshDatabase } from '@/tests/support/store';
import { unwrap } from '@/tests/support/unwrap';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const SYNCED = '2026-11-22T08:00:00.000Z';
const at = { syncedAt: SYNCED };
const ITEMS: Item[] = [
  makeIssue('FERN-1042', at, { category: 'fixed', fixVersion: '6.4.2' }),
  makeIssue('FERN-7', at, { category: 'duplicate', duplicateOf: 'FERN-1042' }),
  makeIssue('FERN-8', at, { category: 'duplicate', duplicateOf: 'FERN-404' }),
];

let make: (key: string, ticket?: Ticket) => Promise<string>;
beforeEach(async () => {
  fakeBrowser.reset();
  const services = createServices(createPlatformInHand(), freshDatabase());
  const { store, scheduler } = services;
  const source = { id: 'kb', name: 'KB' };
  unwrap(await store.importItems({ source, syncedAt: SYNCED, items: ITEMS, isLast: true }));
  scheduler.wake();
  await scheduler.whenIdle();
  const replies = createReplies(services, () => Date.parse(SYNCED));
  make = async (key, ticket) => {
    const request = { itemId: `kb:issue:${key}`, passage: [], ...(ticket ? { ticket } : {}) };
    const reply = unwrap(await replies['reply.make'](request));
    return blocksText(reply?.blocks ?? []);
  };
});

describe('a ready reply', () => {
  it('is in the item’s language without a ticket', async () => {
    expect(await make('FERN-1042')).toMatch(/It is fixed in 6\.4\.2\.$/);
  });

  it('is in the language that the customer writes, whatever the helpdesk says', async () => {
    const body =
      'Hallo, seit dem Update druckt die Kasse nicht mehr und wir können nicht arbeiten.';
    const german = makeTicket('Kasse druckt nicht', body, { locale: 'en-US' });
    expect(await make('FERN-1042', german)).toMatch(/in 6\.4\.2 behoben\.$/);
    const short = makeTicket('FERN', 'ok', { locale: 'fr' });
    expect(await make('FERN-1042', short)).toMatch(/corrigé dans 6\.4\.2\.$/);
  });

  it('of a duplicate is that of its original, where it is here', async () => {
    expect(await make('FERN-7')).toMatch(/It is fixed in 6\.4\.2\.$/);
    expect(await make('FERN-8')).toMatch(/our team is aware of it\.$/);
  });

  it('is in the team’s own words', async () => {
    unwrap(await writeReplyTemplates({ en: { 'fixed-version': 'Update to {version}.' } }));
    expect(await make('FERN-1042')).toBe('Update to 6.4.2.');
  });

  it('is in ours when what is stored is something else', async () => {
    await fakeBrowser.storage.local.set({ replies: { en: 7 } });
    expect(await make('FERN-1042')).toMatch(/It is fixed in 6\.4\.2\.$/);
  });
});
