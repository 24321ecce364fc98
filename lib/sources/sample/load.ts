/** All sample items at once, for tools that need no store: the demo, benchmarks, tests. */
import { systemClock, type Clock } from '@/lib/core/clock';
import { ok } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { SkippedRecord } from '@/lib/sources/contract';
import { createSampleConnector } from '@/lib/sources/sample/connector';

/** Reads every file below `sample/` through `readText`, which rejects when a file is missing. */
export async function loadSample(
  readText: (path: string) => Promise<string>,
  now: Clock = systemClock,
): Promise<{ items: Item[]; skipped: SkippedRecord[] }> {
  const connector = createSampleConnector(async (path) => ok(await readText(path)), now);
  const { signal } = new AbortController();
  const items: Item[] = [];
  const skipped: SkippedRecord[] = [];
  for (let cursor: string | null = null, done = false; !done;) {
    const batch = await connector.pull(cursor, signal);
    if (!batch.ok) throw new Error(`The sample cannot be read: ${batch.fault.kind}`);
    items.push(...batch.value.upserts);
    skipped.push(...batch.value.skipped);
    ({ cursor, done } = batch.value);
  }
  return { items, skipped };
}

/** The items of `loadSample`. */
export async function loadSampleItems(
  readText: (path: string) => Promise<string>,
  now: Clock = systemClock,
): Promise<Item[]> {
  return (await loadSample(readText, now)).items;
}
