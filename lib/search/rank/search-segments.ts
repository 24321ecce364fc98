/** One query over all segments: score term by term, keep the best of each wanted list, then explain. */
import { FIELDS, type Hit, type TermEvidence, type WantedList } from '@/lib/search/contract';
import {
  documentFrequency,
  idf,
  statisticsOf,
  termWeight,
  type Statistics,
} from '@/lib/search/rank/bm25f';
import { pruneTerms, type PlannedTerm } from '@/lib/search/rank/plan';
import { topIndexes } from '@/lib/search/rank/top';
import type { LiveSegment } from '@/lib/search/segment/build';
import type { Postings, Segment } from '@/lib/search/segment/segment';

interface WeighedTerm extends PlannedTerm {
  documents: number;
  idf: number;
}

/** One term's postings in one segment with what each adds to its document's score. */
interface ScoredPostings extends Postings {
  term: WeighedTerm;
  scores: Float32Array;
}

interface Candidate {
  live: LiveSegment;
  scored: ScoredPostings[];
  document: number;
  score: number;
}

/** How much a query word counts that no document holds. */
const UNKNOWN_SHARE = 0.4;

/** The wanted lists, each best first; ties go to the smaller id, so that answers are repeatable. */
export function searchSegments(
  segments: readonly LiveSegment[],
  terms: readonly PlannedTerm[],
  lists: readonly WantedList[],
  excluded: ReadonlySet<string>,
): Hit[][] {
  const statistics = statisticsOf(segments.map(({ segment }) => segment));
  const weighed = weighTerms(segments, terms, statistics);
  const concepts = weighConcepts(weighed);
  const candidates = lists.map((): Candidate[] => []);
  for (const live of segments) {
    const scored = scorePostings(live.segment, weighed, statistics);
    const scores = addUp(live, scored, excluded);
    lists.forEach((list, index) => {
      candidates[index]?.push(...bestOf(live, scored, scores, list));
    });
  }
  return lists.map((list, index) =>
    (candidates[index] ?? [])
      .map((candidate) => ({ candidate, id: candidate.live.segment.idAt(candidate.document) }))
      .sort((a, b) => b.candidate.score - a.candidate.score || (a.id < b.id ? -1 : 1))
      .slice(0, list.limit)
      .map(({ candidate, id }) => explain(candidate, id, concepts)),
  );
}

/** Keeps the strongest terms that stand in the index at all. */
function weighTerms(
  segments: readonly LiveSegment[],
  terms: readonly PlannedTerm[],
  statistics: Statistics,
): WeighedTerm[] {
  const parts = segments.map(({ segment }) => segment);
  const weighed = terms.map((term): WeighedTerm => {
    const documents = documentFrequency(parts, term.term);
    return { ...term, documents, idf: idf(statistics.documents, documents) };
  });
  return pruneTerms(weighed, (term) => (term.documents === 0 ? 0 : term.idf));
}

/**
 * What each word of the query weighs: its best term that stands in the index. A word that stands nowhere
 * (a name, a misspelling) still counts a little: nothing answers it.
 */
function weighConcepts(terms: readonly WeighedTerm[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { concept, weight, documents, idf: rarity } of terms) {
    const value = weight * rarity * (documents === 0 ? UNKNOWN_SHARE : 1);
    weights.set(concept, Math.max(weights.get(concept) ?? 0, value));
  }
  return weights;
}

function scorePostings(
  segment: Segment,
  terms: readonly WeighedTerm[],
  { averageLengths }: Statistics,
): ScoredPostings[] {
  return terms.flatMap((term) => {
    const index = segment.findTerm(term.term);
    if (index < 0) return [];
    const postings = segment.postings(index);
    const factor = term.weight * term.idf;
    const scores = new Float32Array(postings.documents.length);
    for (let at = 0; at < scores.length; at++) {
      const document = postings.documents[at] ?? 0;
      scores[at] =
        factor * termWeight(postings.counts, at * FIELDS.length, segment, document, averageLengths);
    }
    return [{ ...postings, term, scores }];
  });
}

/** Scores of all documents of the segment; 0 for those not matched, deleted or excluded. */
function addUp(
  { segment, deleted }: LiveSegment,
  scored: readonly ScoredPostings[],
  excluded: ReadonlySet<string>,
): Float32Array {
  const total = new Float32Array(segment.documents);
  for (const { documents, scores } of scored) {
    for (let at = 0; at < documents.length; at++) {
      const document = documents[at] ?? 0;
      total[document] = (total[document] ?? 0) + (scores[at] ?? 0);
    }
  }
  for (const document of deleted) total[document] = 0;
  for (const id of excluded) {
    const document = segment.findDocument(id);
    if (document >= 0) total[document] = 0;
  }
  return total;
}

function bestOf(
  live: LiveSegment,
  scored: ScoredPostings[],
  scores: Float32Array,
  list: WantedList,
): Candidate[] {
  const { segment } = live;
  const wanted = segment.groups.map((group) => list.groups?.includes(group) ?? true);
  const best = topIndexes(
    scores,
    list.limit,
    (index) => wanted[segment.groupIndexAt(index)] ?? false,
  );
  return best.map((document) => ({ live, scored, document, score: scores[document] ?? 0 }));
}

function explain(
  { live, scored, document, score }: Candidate,
  id: string,
  concepts: ReadonlyMap<string, number>,
): Hit {
  const { segment } = live;
  const terms = scored
    .flatMap((postings) => evidenceFor(postings, document))
    .sort((a, b) => b.score - a.score);
  const titleLength = segment.fieldLength(document, 0);
  const inTitle = terms.filter(({ fields }) => fields.includes('title')).length;
  const held = scored.filter(({ documents }) => position(documents, document) >= 0);
  return {
    id,
    group: segment.groupAt(document),
    score,
    terms,
    titleCoverage: titleLength === 0 ? 0 : Math.min(1, inTitle / titleLength),
    queryCoverage: coverageOf(new Set(held.map(({ term }) => term.concept)), concepts),
  };
}

function coverageOf(held: ReadonlySet<string>, concepts: ReadonlyMap<string, number>): number {
  let total = 0;
  let covered = 0;
  for (const [concept, weight] of concepts) {
    total += weight;
    if (held.has(concept)) covered += weight;
  }
  return total === 0 ? 0 : covered / total;
}

function evidenceFor(
  { documents, masks, scores, term }: ScoredPostings,
  document: number,
): TermEvidence[] {
  const at = position(documents, document);
  if (at < 0) return [];
  const mask = masks[at] ?? 0;
  return [
    {
      term: term.term,
      surface: term.surface,
      fields: FIELDS.filter((_, field) => (mask & (1 << field)) !== 0),
      score: scores[at] ?? 0,
      identifier: term.identifier,
      documents: term.documents,
    },
  ];
}

/** Binary search in a sorted array; -1 when absent. */
function position(sorted: Uint32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle] ?? 0;
    if (value === wanted) return middle;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
