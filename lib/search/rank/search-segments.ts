/** One query over all segments: weigh its terms, score range by range, read the winners. */
import { ok, type Result } from '@/lib/core/result';
import type { Hit, SearchAnswer, WantedList } from '@/lib/search/contract';
import type { PlannedTerm } from '@/lib/search/rank/plan';
import { readHits, type RangePlace } from '@/lib/search/rank/hits';
import { openingBlock, openPostings, type PostingsReader } from '@/lib/search/rank/postings-reader';
import { RangeScorer, type SegmentQuery } from '@/lib/search/rank/score-range';
import { TopList } from '@/lib/search/rank/top-list';
import { weighTerms, type WeighedQuery } from '@/lib/search/rank/weigh';
import { liveDocuments, type LiveSegment } from '@/lib/search/segment/segment';

export interface SegmentsQuery {
  terms: readonly PlannedTerm[];
  lists: readonly WantedList[];
  /** False to read every posting: the yardstick that pruning is held against. */
  prune: boolean;
}

/** The wanted lists, each best first; ties go to the smaller id, so that answers are repeatable. */
export async function searchSegments(
  segments: readonly LiveSegment[],
  query: SegmentsQuery,
): Promise<Result<SearchAnswer>> {
  const documents = segments.reduce((sum, live) => sum + liveDocuments(live), 0);
  const weighed = await weighTerms(segments, query.terms, documents);
  if (!weighed.ok) return weighed;
  const lists = query.lists.map(({ limit, since }) => new TopList(limit, since));
  const places = await scoreAll(segments, weighed.value, query, lists);
  if (!places.ok) return places;
  const hits: Hit[][] = [];
  const reading = lists.map((list, at) => {
    const wanted = query.lists[at] ?? { limit: 0 };
    return readHits(list.contenders(), wanted, places.value, weighed.value);
  });
  for (const read of await Promise.all(reading)) {
    if (!read.ok) return read;
    hits.push(read.value);
  }
  return ok({ lists: hits, terms: weighed.value.terms.map(({ term }) => term), documents });
}

/** Fills the lists. The answer says where each range is that they name. */
async function scoreAll(
  segments: readonly LiveSegment[],
  weighed: WeighedQuery,
  query: SegmentsQuery,
  lists: readonly TopList[],
): Promise<Result<RangePlace[]>> {
  const places: RangePlace[] = [];
  // The largest first: what it finds lets the others be skipped sooner.
  const order = [...segments.keys()].sort(
    (a, b) => (segments[b]?.segment.documents ?? 0) - (segments[a]?.segment.documents ?? 0),
  );
  // All at once: a wait for storage may be long, and there are many segments while sources are read.
  const opening = await Promise.all(
    segments.map((live, at) => openSegmentQuery(live, at, weighed)),
  );
  let scorer: RangeScorer | null = null;
  for (const at of order) {
    const live = segments[at];
    const opened = opening[at];
    if (live === undefined || opened === undefined) continue;
    if (!opened.ok) return opened;
    if (scorer === null) scorer = new RangeScorer(opened.value);
    else scorer.use(opened.value);
    for (const { group, from, to } of live.segment.ranges) {
      const wanted = lists.filter((_, list) => query.lists[list]?.groups?.includes(group) ?? true);
      if (wanted.length === 0) continue;
      const number = places.push({ segment: live.segment, at, group }) - 1;
      const range = { number, from, to, lists: wanted, prune: query.prune };
      const scored = await scorer.score(range);
      if (!scored.ok) return scored;
    }
  }
  return ok(places);
}

async function openSegmentQuery(
  { segment, deletions }: LiveSegment,
  at: number,
  { terms }: WeighedQuery,
): Promise<Result<SegmentQuery>> {
  const here = terms.flatMap(({ entries, factor }) => {
    const entry = entries[at] ?? null;
    return entry === null || factor === 0 ? [] : [{ entry, factor, block: openingBlock(entry) }];
  });
  const blocks = here.map(({ block }) => block).filter((block) => block !== null);
  const read = await segment.file.load(blocks);
  if (!read.ok) return read;
  let next = 0;
  const postings = here.map(({ entry, factor, block }): PostingsReader => {
    const bytes = block === null ? undefined : read.value[next++];
    return openPostings(entry, bytes ?? new Uint8Array(), factor, segment.documents);
  });
  const { documents: hidden } = deletions;
  return ok({ file: segment.file, postings, times: segment.head.times, hidden });
}
