/** Sources that are being set up: what an address is, whether it can be read, how its items look. */
import type { Services } from '@/lib/app/background/services';
import { createId, hashText } from '@/lib/core/ids';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { MessageResponse } from '@/lib/messaging/contract';
import type { Handlers } from '@/lib/messaging/router';
import { isoTime, systemClock } from '@/lib/core/clock';
import type { Source } from '@/lib/model/source';
import type { SourceDraft } from '@/lib/model/source-draft';
import type { Connector, SkippedRecord } from '@/lib/sources/contract';
import { configure, detectSources, probeSources } from '@/lib/sources/registry';
import type { Item } from '@/lib/model/item';

type DraftHandlers = Pick<
  Handlers,
  | 'source.detect'
  | 'source.probe'
  | 'source.check'
  | 'source.choices'
  | 'source.preview'
  | 'source.add'
>;

/** Below what the options page waits. */
const PATIENCE_MS = 28_000;
const PREVIEW_ITEMS = 10;
const PREVIEW_STEPS = 5;

export function createDrafts(services: Services): DraftHandlers {
  const { connecting, scheduler } = services;
  const withConnector = async <T>(
    draft: SourceDraft,
    ask: (connector: Connector, signal: AbortSignal) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const connection = await connecting.connectDraft(draft);
    if (!connection.ok) return connection;
    return inTime((signal) => ask(connection.value.connector, signal));
  };
  return {
    'source.detect'({ url }) {
      const address = readAddress(url);
      const matches = address === null ? [] : detectSources(address);
      return Promise.resolve(ok({ matches, askable: address?.origin ?? null }));
    },
    async 'source.probe'({ url }) {
      const address = readAddress(url);
      if (address === null) return fail(fault('bad-message', { why: 'no address' }));
      const http = await connecting.wayTo(address.origin);
      if (!http.ok) return http;
      return inTime((signal) => probeSources(address, http.value, signal));
    },
    'source.check': ({ draft }) =>
      withConnector(draft, (connector, signal) => connector.check(signal)),
    'source.choices': ({ draft }) =>
      withConnector(
        draft,
        (connector, signal) => connector.listChoices?.(signal) ?? Promise.resolve(ok([])),
      ),
    'source.preview': ({ draft }) => withConnector(draft, preview),
    async 'source.add'({ draft, name }) {
      const added = await addDraft(services, draft, name);
      if (added.ok) scheduler.wake();
      return added;
    },
  };
}

/** Stores a source; one of the same kind and settings is not added twice. */
export async function addDraft(
  { store }: Pick<Services, 'store'>,
  { kind, settings, secrets }: SourceDraft,
  name: string,
): Promise<Result<Source>> {
  const configured = configure(kind, settings);
  if (!configured.ok) return configured;
  const rows = await store.listRows();
  if (!rows.ok) return rows;
  const mark = await markOf(kind, settings);
  const marks = await Promise.all(rows.value.map((row) => markOf(row.kind, row.settings)));
  const same = rows.value.find((row, at) => marks[at] === mark && row.phase !== 'purge');
  // A question that is asked again, because its answer was lost, has the same answer.
  if (same !== undefined) return store.addSource(same);
  // Its own name for every source ever added: items of a removed one may still be on their way out.
  const id = `${kind}-${createId().slice(0, 8)}`;
  return store.addSource({ id, kind, name, addedAt: isoTime(systemClock), settings }, secrets);
}

/** Equal for sources that read the same. */
export function markOf(kind: string, settings: object): Promise<string> {
  const sorted = Object.entries(settings).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return hashText(JSON.stringify([kind, sorted]));
}

/** People paste addresses without `https://`, too. */
function readAddress(text: string): URL | null {
  const trimmed = text.trim();
  const full = /^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (/\s/.test(full) || !URL.canParse(full)) return null;
  const url = new URL(full);
  const isHost = url.hostname.includes('.') || url.hostname === 'localhost';
  return isHost && url.username === '' && url.password === '' ? url : null;
}

async function inTime<T>(work: (signal: AbortSignal) => Promise<Result<T>>): Promise<Result<T>> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const done = await work(signal);
  return !done.ok && done.fault.kind === 'cancelled' ? fail(fault('timeout')) : done;
}

async function preview(
  connector: Connector,
  signal: AbortSignal,
): Promise<Result<MessageResponse<'source.preview'>>> {
  const items = new Map<string, Item>();
  const skipped: SkippedRecord[] = [];
  let cursor: string | null = null;
  for (let step = 0; step < PREVIEW_STEPS; step += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each step begins where the one before ended
    const batch = await connector.pull(cursor, signal);
    // What was found before the fault is worth showing.
    if (!batch.ok && items.size > 0) break;
    if (!batch.ok) return batch;
    for (const item of batch.value.upserts) items.set(item.id, item);
    skipped.push(...batch.value.skipped);
    if (batch.value.done || items.size >= PREVIEW_ITEMS) break;
    ({ cursor } = batch.value);
  }
  return ok({ items: [...items.values()].slice(0, PREVIEW_ITEMS), skipped: skipped.slice(0, 50) });
}
