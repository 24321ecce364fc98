/** The engine: answers from committed segments, and commits batches whole or not at all. */
import { yieldToOthers } from '@/lib/core/async';
import { ok, type Result } from '@/lib/core/result';
import { analyse } from '@/lib/search/analyse/analyse';
import { createBlockCache } from '@/lib/search/blocks/block-cache';
import type { Commit, SearchEngine, SegmentStore, TermFrequency } from '@/lib/search/contract';
import { applyBatch, mergeOnce } from '@/lib/search/index-writer';
import { expandTyped } from '@/lib/search/rank/expand';
import { planTerms } from '@/lib/search/rank/plan';
import { searchSegments, type SegmentsQuery } from '@/lib/search/rank/search-segments';
import { findEverywhere } from '@/lib/search/rank/weigh';
import { chooseMerge } from '@/lib/search/segment/merge-policy';
import { liveFrequency, type LiveSegment } from '@/lib/search/segment/segment';
import { Snapshots } from '@/lib/search/snapshots';
import { countLive, toCommit } from '@/lib/search/snapshot';

export interface EngineOptions {
  /** Bytes of index blocks kept in memory. */
  cacheBytes?: number;
  /** Called often by what builds and merges: resolves when it may go on. */
  giveWay?: () => Promise<void>;
  /** False to read every posting of a query: the yardstick that pruning is held against. */
  prune?: boolean;
}

/** Questions that a merged segment is tried with before it is searched. */
const WARMING_QUERIES = 16;

/** An engine over the segments in `store`. Reads nothing until first asked. */
export function createEngine(
  store: SegmentStore,
  { cacheBytes, giveWay = yieldToOthers, prune = true }: EngineOptions = {},
): SearchEngine {
  const cache = createBlockCache(store, cacheBytes);
  const snapshots = new Snapshots(store, cache);
  const recent: SegmentsQuery[] = [];
  const parts = { store, cache, giveWay, warm };

  /** Asks a merged segment what was asked last: its blocks are at hand when it takes over. Its faults show later. */
  async function warm(live: LiveSegment): Promise<void> {
    const asked = [...recent];
    for (const query of asked) {
      await giveWay();
      await searchSegments([live], query);
    }
  }

  function remember(query: SegmentsQuery): SegmentsQuery {
    recent.push(query);
    if (recent.length > WARMING_QUERIES) recent.shift();
    return query;
  }

  return {
    search: ({ parts: asked, lists }) =>
      snapshots.read(({ segments }) =>
        searchSegments(segments, remember({ terms: planTerms(asked), lists, prune })),
      ),
    lookup: (text, locale, limit, groups) =>
      snapshots.read(async ({ segments }) => {
        const terms = await expandTyped(text, locale, segments);
        if (!terms.ok) return terms;
        const lists = [{ limit, ...(groups === undefined ? {} : { groups }) }];
        return searchSegments(segments, { terms: terms.value, lists, prune });
      }),
    frequencies: (texts) =>
      snapshots.read(({ segments }) =>
        frequenciesOf(
          segments,
          texts.map(({ text, locale }) => [
            ...new Set(analyse(text, locale).map(({ term }) => term)),
          ]),
        ),
      ),
    async apply(batch) {
      const applied = await snapshots.write(({ segments }) => applyBatch(parts, segments, batch));
      return applied.ok ? ok(undefined) : applied;
    },
    async merge(isQuiet = false) {
      const isDue = (commit: Commit | null): boolean =>
        chooseMerge(commit?.segments ?? [], isQuiet).length > 0;
      // By the directory alone: the index is not opened to find that it is tidy.
      const last = await store.readCommit();
      if (!last.ok) return last;
      if (isDue(last.value)) {
        const merged = await snapshots.write(({ segments }) => mergeOnce(parts, segments, isQuiet));
        return merged.ok ? ok(isDue(toCommit(merged.value))) : merged;
      }
      const swept = isQuiet ? await snapshots.sweep() : ok(undefined);
      return swept.ok ? ok(false) : swept;
    },
    reset: () => snapshots.reset(),
    size: () => snapshots.read((snapshot) => Promise.resolve(ok(countLive(snapshot)))),
  };
}

/** Looks each term up once, whoever has it. */
async function frequenciesOf(
  segments: readonly LiveSegment[],
  texts: readonly string[][],
): Promise<Result<TermFrequency[][]>> {
  const terms = [...new Set(texts.flat())];
  const found = await findEverywhere(segments, terms);
  if (!found.ok) return found;
  const heldIn = (at: number): number =>
    segments.reduce((sum, live, of) => sum + liveFrequency(live, found.value[of]?.[at] ?? null), 0);
  const held = new Map(terms.map((term, at) => [term, heldIn(at)]));
  return ok(texts.map((own) => own.map((term) => ({ term, documents: held.get(term) ?? 0 }))));
}
