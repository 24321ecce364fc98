/**
 * Which of a list's documents are returned: all of them, or the best few and the newest of the others.
 * Reading a document's record is what costs, so it is told before whose records can matter.
 */
import { byCodeUnits } from '@/lib/search/blocks/bytes';
import type { WantedList } from '@/lib/search/contract';

/** A document of the list before its record is read. */
export interface Entrant {
  score: number;
  /** Milliseconds since 1970. */
  time: number;
}

/**
 * Those of the entrants that the choice can fall on. `entrants`: best first, all of a list's documents
 * and those whose ids decide whether they are of it; the answer keeps their order.
 */
export function selectToRead<T extends Entrant>(
  entrants: readonly T[],
  { limit, keep }: WantedList,
): T[] {
  if (keep === undefined) return [...entrants];
  const edge = edgeOf(entrants, keep.best);
  const ties = entrants.filter(({ score }) => score === edge).length;
  const others = byAge(entrants.filter((one) => isAmongOthers(one, entrants, limit, edge)));
  // Any of those on the edge may turn out to be one of the best.
  const last = others[keep.newest + ties - 1];
  const isNew = (one: T): boolean => last === undefined || compareAge(one, last) <= 0;
  const wanted = new Set(others.filter(isNew));
  return entrants.filter((one) => one.score >= edge || wanted.has(one));
}

/** The documents returned, best first, ties by id. `read` is what `selectToRead` selected. */
export function choose<T extends Entrant & { id: string }>(
  read: readonly T[],
  entrants: readonly Entrant[],
  { limit, keep }: WantedList,
): T[] {
  const ordered = read.toSorted((a, b) => b.score - a.score || byCodeUnits(a.id, b.id));
  if (keep === undefined) return ordered.slice(0, limit);
  const best = new Set(ordered.slice(0, keep.best));
  const edge = edgeOf(entrants, keep.best);
  const others = ordered.filter(
    (one) => !best.has(one) && isAmongOthers(one, entrants, limit, edge),
  );
  const newest = new Set(
    others.toSorted((a, b) => compareAge(a, b) || byCodeUnits(a.id, b.id)).slice(0, keep.newest),
  );
  return ordered.filter((one) => best.has(one) || newest.has(one));
}

/** The least score of the best `count`. */
function edgeOf(entrants: readonly Entrant[], count: number): number {
  return (count === 0 ? Infinity : entrants[count - 1]?.score) ?? 0;
}

/**
 * True for what may be kept for its age. Where more documents than the list takes have its least score,
 * ids would decide which of them are of it: then none of them is looked at.
 */
function isAmongOthers(
  { score }: Entrant,
  entrants: readonly Entrant[],
  limit: number,
  edge: number,
): boolean {
  const floor = entrants.length > limit ? (entrants[limit - 1]?.score ?? 0) : -Infinity;
  return score <= edge && score > floor;
}

function byAge<T extends Entrant>(entrants: readonly T[]): T[] {
  return entrants.toSorted(compareAge);
}

/** The newer first, of the same age the better. */
function compareAge(a: Entrant, b: Entrant): number {
  return b.time - a.time || b.score - a.score;
}
