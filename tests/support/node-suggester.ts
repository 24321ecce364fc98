/** The suggester outside the browser: the same engine and the same ranking over items in memory. */
import { ok } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import { createEngine } from '@/lib/search/engine';
import type { SearchEngine } from '@/lib/search/contract';
import type { ExperienceReader, ItemReader, Suggester } from '@/lib/suggest/contract';
import { toSearchDocument } from '@/lib/suggest/search-document';
import { createSuggester } from '@/lib/suggest/suggester';
import { createMemorySegmentStore } from '@/tests/support/memory-segment-store';
import { unwrap } from '@/tests/support/unwrap';

const SLICE = 200;

/** An engine in memory that has indexed `items`. */
export async function createNodeEngine(items: readonly Item[]): Promise<SearchEngine> {
  const engine = createEngine(createMemorySegmentStore());
  for (let at = 0; at < items.length; at += SLICE) {
    const upserts = items.slice(at, at + SLICE).map(toSearchDocument);
    unwrap(await engine.apply({ upserts, deletes: [] }));
  }
  return engine;
}

export function readerOf(items: readonly Item[]): ItemReader {
  const byId = new Map(items.map((item) => [item.id, item]));
  return { readItems: (ids) => Promise.resolve(ok(ids.flatMap((id) => byId.get(id) ?? []))) };
}

/** Nothing was ever decided. */
export const NO_EXPERIENCE: ExperienceReader = {
  readExperience: () => Promise.resolve(ok({ timesUsed: new Map(), precedents: 0 })),
  dismissedItems: () => Promise.resolve(ok([])),
};

/** Indexes `items` and answers from them, but for those `dismissed`; `now` is what ages are counted from. */
export async function createNodeSuggester(
  items: readonly Item[],
  now: () => Date,
  dismissed: string[] = [],
): Promise<Suggester> {
  return createSuggester({
    engine: await createNodeEngine(items),
    items: readerOf(items),
    experience: { ...NO_EXPERIENCE, dismissedItems: () => Promise.resolve(ok(dismissed)) },
    now,
  });
}
