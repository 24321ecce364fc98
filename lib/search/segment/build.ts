/** Builds a segment from documents: analyses each, gathers the postings in flat arrays, and writes them. */
import { createBreather, yieldToOthers } from '@/lib/core/async';
import type { Result } from '@/lib/core/result';
import { byCodeUnits, encodeText } from '@/lib/search/blocks/bytes';
import type { SearchDocument, SegmentStore } from '@/lib/search/contract';
import { Gathered } from '@/lib/search/segment/gathered';
import { emptyList } from '@/lib/search/segment/postings';
import { createForwardIndex } from '@/lib/search/segment/records';
import { SegmentWriter } from '@/lib/search/segment/segment-writer';

/** Queries wait no longer than this while documents are analysed. */
const LONGEST_TURN_MS = 6;

/** Writing so many takes less than a millisecond. */
const TERMS_A_BREATH = 256;

/** Writes `documents` (ids unique) as the segment `file`; `giveWay` lets others in. */
export async function buildSegment(
  store: SegmentStore,
  file: string,
  documents: readonly SearchDocument[],
  giveWay: () => Promise<void> = yieldToOthers,
): Promise<Result<void>> {
  const sorted = documents.toSorted(
    (a, b) => byCodeUnits(a.group, b.group) || byCodeUnits(a.id, b.id),
  );
  const gathered = new Gathered();
  const breathe = createBreather(LONGEST_TURN_MS, giveWay);
  for (const document of sorted) {
    gathered.add(document);
    await breathe();
  }
  const turned = await gathered.turnRound(breathe);
  await breathe();
  const writer = new SegmentWriter(store, file, sorted.length);
  const forward = createForwardIndex();
  for (const [at, { group, id, time, original, about }] of sorted.entries()) {
    turned.readForward(at, forward);
    const lengths = gathered.lengths[at] ?? [];
    writer.addDocument({ group, id, time, original, about, lengths }, forward);
    await breathe();
  }
  let list = emptyList();
  for (const [ordinal, term] of turned.terms.entries()) {
    if (ordinal % TERMS_A_BREATH === 0) await breathe();
    list = turned.readPostings(ordinal, list);
    writer.addTerm(encodeText(term), list);
  }
  return writer.finish();
}
