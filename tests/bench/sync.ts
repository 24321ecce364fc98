/**
 * A first sync of a whole help centre inside real Chromium: from a local server through fetching, converting
 * and storing to the index; then one with 100 changes. Meanwhile tickets are asked about.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { IndexStatus } from '@/lib/model/source';
import type { SourceState } from '@/lib/model/source-state';
import type { Ticket } from '@/lib/model/ticket';
import type { SpeedOptions } from '@/tests/bench/index';
import { watchExtensionMemory } from '@/tests/bench/process-memory';
import { quantile, type Figure, type Report } from '@/tests/bench/report';
import { askTimed, removeSample, send, type TimedAnswer } from '@/tests/bench/speed-browser';
import { readSets, withWorkspace } from '@/tests/bench/speed-given';
import type { Workspace } from '@/tests/bench/speed-workspace';
import { servePlace, type SyncPlace } from '@/tests/bench/sync-place';
import { toDataTicket } from '@/tests/support/data-items';
import { openExtensionPage, type ExtensionPage } from '@/tests/support/extension/extension-page';

const DOCUMENTS = 100_000;
const HOST = 'acme.zendesk.com';
const CHANGES = 100;
const RESYNCS = 5;
const TICKETS = 60;
/** Tickets come now and then, not one upon the other. */
const PAUSE_MS = 250;
/** Without any progress for so long, it has failed; the last merges of a large index take a minute. */
const PATIENCE_MS = 240_000;
const TELL_MS = 20_000;

export async function benchSync({ report, folders, docs }: SpeedOptions): Promise<void> {
  const sets = readSets(folders);
  if (sets.length === 0) return;
  for (const documents of docs.length > 0 ? docs : [DOCUMENTS]) {
    await withWorkspace(sets, { documents, fresh: 0, tickets: TICKETS }, async (workspace) => {
      const place = await servePlace(workspace, HOST);
      const page = await openExtensionPage('chromium', 'options.html', { [HOST]: place.port });
      try {
        await measure(page, place, workspace, report);
      } finally {
        await page.close();
        await place.close();
      }
    });
  }
}

async function measure(
  page: ExtensionPage,
  place: SyncPlace,
  { documents, queries }: Workspace,
  report: Report,
): Promise<void> {
  const tickets = queries.map((query) => toDataTicket({ ...query, split: 'test' }));
  const about = { bench: 'sync', engine: 'trivet', docs: documents, set: 'chromium' };
  await removeSample(page);
  const memory = watchExtensionMemory();
  const started = performance.now();
  await addSource(page);
  const syncing = await askUntilRead(page, tickets, documents);
  const seconds = (performance.now() - started) / 1_000;
  const peak = memory.stop();
  report({ ...about, metric: 'items_per_s', value: documents / seconds, unit: '/s' });
  if (peak !== null) report({ ...about, metric: 'peak_memory_mb', value: peak, unit: 'MB' });
  reportTickets(syncing, await askAll(page, tickets), { ...about, unit: 'ms' }, report);
  const times: number[] = [];
  for (let run = 0; run < RESYNCS; run += 1) times.push(await timeResync(page, place));
  const value = quantile(times, 0.5);
  report({ ...about, metric: 'resync100_ms', value, unit: 'ms', n: RESYNCS });
}

function reportTickets(
  syncing: readonly number[],
  idle: readonly number[],
  about: Omit<Figure, 'metric' | 'value'>,
  report: Report,
): void {
  const [busy, quiet] = [quantile(syncing, 0.95), quantile(idle, 0.95)];
  report({ ...about, metric: 'ticket_p95_ms', value: quiet, variant: 'idle', n: idle.length });
  const n = syncing.length;
  report({ ...about, metric: 'ticket_p95_ms', value: busy, variant: 'syncing', n });
  const ratio = { ...about, metric: 'ticket_p95_ratio_while_syncing', unit: 'x', n };
  report({ ...ratio, value: busy / quiet });
}

async function addSource(page: ExtensionPage): Promise<void> {
  const settings = {
    origin: `https://${HOST}`,
    access: 'public',
    locales: [],
    sections: [],
    community: false,
  };
  const draft = { kind: 'zendesk-guide', settings, secrets: {} };
  const added = await page.evaluate(send, 'source.add', { draft, name: 'Help' });
  if (added === null) throw new Error('The source was not added');
}

/** Asks about tickets until all is read and indexed; times of the second half, when there is much to search. */
async function askUntilRead(
  page: ExtensionPage,
  tickets: readonly Ticket[],
  documents: number,
): Promise<number[]> {
  const times: number[] = [];
  const started = Date.now();
  let last = { indexed: -1, items: -1, at: started, told: started };
  for (let at = 0; ; at += 1) {
    const status = (await page.evaluate(send, 'index.status', {})) as IndexStatus | null;
    if (status?.state === 'ready' && status.indexed === documents) return times;
    if (status?.state === 'failed')
      throw new Error(`Failed: ${JSON.stringify(await stateOf(page))}`);
    const now = Date.now();
    const { indexed, items } = status ?? last;
    if (indexed !== last.indexed || items !== last.items)
      last = { ...last, indexed, items, at: now };
    if (now - last.at > PATIENCE_MS) throw new Error('The sync stands still');
    const ms = await ask(page, tickets[at % tickets.length]);
    if (ms !== null && indexed > documents / 2) times.push(ms);
    if (now - last.told > TELL_MS) {
      const seconds = Math.round((now - started) / 1_000);
      const fault = (await stateOf(page))?.fault ?? null;
      const trouble = fault === null ? '' : `, waiting after ${JSON.stringify(fault)}`;
      console.error(`${items} of ${documents} read, ${indexed} indexed, ${seconds} s${trouble}`);
      last.told = now;
    }
    await sleep(PAUSE_MS);
  }
}

async function askAll(page: ExtensionPage, tickets: readonly Ticket[]): Promise<number[]> {
  const times: number[] = [];
  for (const ticket of [...tickets, ...tickets]) {
    const ms = await ask(page, ticket);
    if (ms !== null) times.push(ms);
    await sleep(PAUSE_MS);
  }
  return times;
}

async function ask(page: ExtensionPage, ticket: Ticket | undefined): Promise<number | null> {
  if (ticket === undefined) return null;
  const answer = (await page.evaluate(askTimed, ticket as never)) as TimedAnswer | null;
  return answer?.ms ?? null;
}

/** From the moment that it is told to until the changes are stored and indexed. */
async function timeResync(page: ExtensionPage, place: SyncPlace): Promise<number> {
  place.edit(CHANGES);
  const before = (await stateOf(page))?.syncedAt;
  const id = (await stateOf(page))?.id ?? '';
  const started = performance.now();
  await page.evaluate(send, 'source.syncNow', { id, isFull: false });
  for (;;) {
    const [state, status] = [
      await stateOf(page),
      (await page.evaluate(send, 'index.status', {})) as IndexStatus | null,
    ];
    const ms = performance.now() - started;
    const isRead = state?.activity === 'idle' && state.syncedAt !== before;
    if (isRead && status?.state === 'ready') {
      if (state.lastCounts?.changed !== CHANGES) throw new Error('Not all changes were found');
      return ms;
    }
    if (ms > PATIENCE_MS) throw new Error(`No end: ${JSON.stringify(state)}`);
    await sleep(10);
  }
}

async function stateOf(page: ExtensionPage): Promise<SourceState | undefined> {
  const states = (await page.evaluate(send, 'source.states', {})) as SourceState[] | null;
  return states?.[0];
}
