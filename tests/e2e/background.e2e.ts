/** The background in real browsers: first start, answers, callers, and being killed at any moment. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '@/lib/core/result';
import type { MessageName, MessageRequest, MessageResponse } from '@/lib/messaging/contract';
import type { Item } from '@/lib/model/item';
import { loadSampleItems } from '@/lib/sources/sample/load';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { openExtensionPage, type ExtensionPage } from '@/tests/support/extension/extension-page';
import { eventually, openDockedPage } from '@/tests/support/extension/docked-page';
import { readSampleText } from '@/tests/support/sample';
import { readSampleTickets, toTicket } from '@/tests/support/sample-tickets';
import { unwrap } from '@/tests/support/unwrap';
import { createStandIn } from '@/tests/support/zendesk/stand-in';
import { mailTicket } from '@/tests/support/zendesk/test-tickets';

/** What stands on disk, read without our own code. */
interface OnDisk {
  items: string[];
  pending: number;
  /** By the index's directory. */
  documents: number;
  /** Files of the directory, and files there are. */
  named: string[];
  files: string[];
}

/** In the page: one message, once; null when the background died under it. */
async function sendOnce(name: string, request: unknown): Promise<unknown> {
  type Api = { runtime: { sendMessage(message: unknown): Promise<unknown> } };
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome?: Api };
  try {
    return (await (browser ?? chrome)?.runtime.sendMessage({ name, request })) ?? null;
  } catch {
    return null;
  }
}

/** In the page: reads the database by the browser's own functions. */
async function readDisk(): Promise<OnDisk> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('no reason')));
    });
  const db = await done(indexedDB.open('trivet'));
  try {
    const transaction = db.transaction(['items', 'outbox', 'blocks', 'settings']);
    const [items, pending, blocks, commit] = await Promise.all([
      done(transaction.objectStore('items').getAllKeys()),
      done(transaction.objectStore('outbox').count()),
      done(transaction.objectStore('blocks').getAllKeys()),
      done(transaction.objectStore('settings').get('commit') as IDBRequest<unknown>),
    ]);
    const segments =
      (
        commit as {
          value: {
            segments: {
              name: string;
              documents: number;
              deleted: number;
              deletions: string | null;
            }[];
          };
        }
      )?.value.segments ?? [];
    return {
      items: items as string[],
      pending,
      documents: segments.reduce((sum, one) => sum + one.documents - one.deleted, 0),
      named: segments.flatMap(({ name, deletions }) => [name, deletions ?? []].flat()).sort(),
      files: [...new Set((blocks as [string, number][]).map(([file]) => file))].sort(),
    };
  } finally {
    db.close();
  }
}

const SAMPLE_ID = 'sample';
const tickets = readSampleTickets();

describe.each<BrowserName>(['chromium', 'firefox'])('the background in %s', (browser) => {
  let page: ExtensionPage;
  let sample: Item[];

  beforeAll(async () => {
    sample = await loadSampleItems(readSampleText);
    page = await openExtensionPage(browser, 'options.html');
  });
  afterAll(() => page?.close());

  /** Asks as our pages do: once more when the background was stopped under the question. */
  async function ask<N extends MessageName>(
    name: N,
    request: MessageRequest<N>,
  ): Promise<Result<MessageResponse<N>>> {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const answer = await page.evaluate(sendOnce, name, request);
      if (answer !== null) return answer as Result<MessageResponse<N>>;
      await sleep(50);
    }
    throw new Error(`No answer to ${name}`);
  }

  async function untilStatus(state: 'ready' | 'empty'): Promise<void> {
    const deadline = Date.now() + 60_000;
    for (;;) {
      const status = await ask('index.status', {});
      if (status.ok && status.value.state === state) return;
      if (Date.now() > deadline) throw new Error(`Not ${state}: ${JSON.stringify(status)}`);
      await sleep(100);
    }
  }

  /** Segments may still be merged when all is indexed: what is being written is in no directory yet. */
  async function settledDisk(): Promise<OnDisk> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const disk = await page.evaluate(readDisk);
      if (disk.files.join('\n') === disk.named.join('\n') || Date.now() > deadline) return disk;
      await sleep(100);
    }
  }

  async function expectWhole(items: readonly string[]): Promise<void> {
    const disk = await settledDisk();
    expect(disk.items.toSorted()).toEqual(items.toSorted());
    expect(disk.documents).toBe(items.length);
    expect(disk.pending).toBe(0);
    expect(disk.files).toEqual(disk.named);
  }

  const sampleIds = () => sample.map(({ id }) => id);

  it('reads and indexes the sample after the installation, without being asked', async () => {
    await untilStatus('ready');
    await expectWhole(sampleIds());
    expect(unwrap(await ask('index.status', {}))).toEqual({
      state: 'ready',
      items: sample.length,
      indexed: sample.length,
    });
    expect(unwrap(await ask('source.list', {}))).toMatchObject([
      { id: SAMPLE_ID, kind: 'sample', items: sample.length, syncedAt: expect.any(String) },
    ]);
  });

  it('keeps every item as it was read in Node', async () => {
    const plain = ({ syncedAt: _at, issue, ...item }: Item) => ({
      ...item,
      issue: issue && { ...issue, asOf: '' },
    });
    for (const item of sample.filter((_, at) => at % 25 === 0)) {
      expect(plain(unwrap(await ask('item.read', { id: item.id })))).toEqual(plain(item));
    }
    expect(await ask('item.read', { id: 'nothing' })).toMatchObject({
      fault: { kind: 'not-found' },
    });
  });

  it('suggests what the tickets need, and leaves out what was dismissed', async () => {
    const found: boolean[] = [];
    for (const sampleTicket of tickets.slice(0, 48)) {
      const ticket = toTicket(sampleTicket);
      const list = unwrap(await ask('suggest.forTicket', { ticket }));
      expect(list.searchedItems).toBe(sample.length);
      const wanted = sampleTicket.expect.articles.map((id) => `sample:article:${id}:`);
      if (wanted.length === 0) continue;
      found.push(
        list.suggestions.some(({ item }) => wanted.some((start) => item.id.startsWith(start))),
      );
    }
    expect(found.filter(Boolean).length).toBeGreaterThan(found.length * 0.7);
    const ticket = toTicket(tickets[0]!);
    const before = unwrap(await ask('suggest.forTicket', { ticket }));
    const gone = before.suggestions[0]!.item.id;
    const signal = {
      id: 'dismissal',
      kind: 'dismissed' as const,
      ticketKey: before.ticketKey,
      itemId: gone,
      at: '2026-11-22T08:00:00.000Z',
    };
    unwrap(await ask('signal.record', { signal }));
    await page.stopBackground();
    const ids = async () =>
      unwrap(await ask('suggest.forTicket', { ticket })).suggestions.map(({ item }) => item.id);
    expect(await ids()).not.toContain(gone);
    unwrap(await ask('signal.remove', { id: 'dismissal' }));
    expect(await ids()).toContain(gone);
  });

  it('finds by typed words', async () => {
    const hits = unwrap(await ask('search.typed', { text: 'SYNC-4031', locale: 'en' }));
    expect(hits.length).toBeGreaterThan(0);
  });

  it('knows its callers by their origin', async () => {
    await page.goto('sidepanel.html');
    const remove = await ask('source.remove', { id: SAMPLE_ID });
    expect(remove).toMatchObject({ ok: false, fault: { kind: 'forbidden-caller' } });
    expect(await ask('index.status', {})).toMatchObject({ ok: true });
    await page.goto('options.html');
    const odd = await page.evaluate(sendOnce, 'toString', {});
    expect(odd).toMatchObject({ ok: false, fault: { kind: 'bad-message' } });
    const bad = await page.evaluate(sendOnce, 'item.read', { id: 7 });
    expect(bad).toMatchObject({ ok: false, fault: { kind: 'bad-message' } });
  });

  it('answers the first question after every kill', async () => {
    const times: number[] = [];
    for (let round = 0; round < 15; round += 1) {
      const ticket = toTicket(tickets[round % tickets.length]!);
      const asking = page.evaluate(sendOnce, 'suggest.forTicket', { ticket });
      await sleep(Math.random() * 60);
      await page.stopBackground();
      await asking;
      const started = performance.now();
      const list = unwrap(await ask('suggest.forTicket', { ticket }));
      times.push(performance.now() - started);
      expect(list.searchedItems).toBe(sample.length);
    }
    const sorted = times.map(Math.round).sort((a, b) => a - b);
    console.log(`${browser}: first answer after a kill, ms: ${sorted.join(', ')}`);
    await expectWhole(sampleIds());
  });

  it('removes a source with its items and its index, and adds it again', async () => {
    unwrap(await ask('source.remove', { id: SAMPLE_ID }));
    expect(unwrap(await ask('source.list', {}))).toEqual([]);
    await untilStatus('empty');
    await expectWhole([]);
    const ticket = toTicket(tickets[0]!);
    const list = unwrap(await ask('suggest.forTicket', { ticket }));
    expect(list).toMatchObject({ knownIssue: null, suggestions: [], searchedItems: 0 });
    await page.stopBackground();
    // Removed is removed: the next start does not bring the sample back.
    await untilStatus('empty');
    const added = unwrap(await ask('source.addSample', {}));
    expect(added).toMatchObject({ id: SAMPLE_ID, items: sample.length });
    await untilStatus('ready');
    await expectWhole(sampleIds());
  });

  /** True when work is left on disk, as after a kill in the middle of it. */
  async function isUnfinished(): Promise<boolean> {
    const disk = await page.evaluate(readDisk);
    return disk.items.length !== disk.documents || disk.pending > 0 || disk.items.length === 0;
  }

  it('comes through kills at random moments of indexing with everything, once', async () => {
    let interrupted = 0;
    for (let round = 0; round < 6; round += 1) {
      unwrap(await ask('source.remove', { id: SAMPLE_ID }));
      if (round % 2 === 0) await untilStatus('empty');
      const adding = page.evaluate(sendOnce, 'source.addSample', {});
      for (let kill = 0; kill < 4; kill += 1) {
        await sleep(Math.random() * 500);
        await page.stopBackground();
        if (await isUnfinished()) interrupted += 1;
        await page.evaluate(sendOnce, 'index.status', {});
      }
      await adding;
      unwrap(await ask('source.addSample', {}));
      await untilStatus('ready');
      await expectWhole(sampleIds());
      const ticket = toTicket(tickets[round]!);
      const list = unwrap(await ask('suggest.forTicket', { ticket }));
      expect(list.searchedItems).toBe(sample.length);
    }
    expect(interrupted).toBeGreaterThan(3);
  });

  it('comes back by itself after a kill, when nobody asks', async () => {
    unwrap(await ask('source.remove', { id: SAMPLE_ID }));
    await untilStatus('empty');
    void page.evaluate(sendOnce, 'source.addSample', {}).catch(() => null);
    await sleep(300);
    await page.stopBackground();
    // A page of ours without a script, so that no message wakes the background.
    await page.goto('icon/trivet.svg');
    await page.stopBackground();
    expect(await isUnfinished()).toBe(true);
    const deadline = Date.now() + 75_000;
    while ((await isUnfinished()) && Date.now() < deadline) await sleep(500);
    await expectWhole(sampleIds());
  });
});

describe.each<BrowserName>(['chromium', 'firefox'])('callers in %s', (browser) => {
  it('takes the sidebar docked in a helpdesk page for one of our pages, not for the options page', async () => {
    const standIn = await createStandIn({ tickets: [mailTicket] });
    const page = await openDockedPage(browser, { '*.zendesk.com': standIn.port });
    try {
      await page.goto(`${standIn.origin}/agent/tickets/${mailTicket.id}`);
      const status = await eventually('an answer to the dock', () =>
        page.inDock(sendOnce, 'index.status', {}),
      );
      expect(status).toMatchObject({ ok: true });
      expect(await page.inDock(sendOnce, 'source.remove', { id: SAMPLE_ID })).toMatchObject({
        ok: false,
        fault: { kind: 'forbidden-caller', detail: { caller: 'sidebar' } },
      });
    } finally {
      await page.close();
      await standIn.close();
    }
  });
});
