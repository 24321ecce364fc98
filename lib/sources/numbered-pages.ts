/**
 * Lists cut into numbered pages: rows that disappear pull the rest towards pages that were already
 * read. The list's own count tells, and the reading goes back as far as they moved.
 */

/** What a server says of one page. */
export interface NumberedPage {
  /** Rows on this page. */
  rows: number;
  /** Rows in all. */
  count: number;
  /** Pages in all. */
  pages: number;
}

interface Place {
  page: number;
  /** Rows in all when the page before was read; -1 before the first. */
  count: number;
  /** Rows on a full page; 0 before the first. */
  size: number;
  /** Rows seen so far. */
  listed: number;
  /** How often the list was begun again. */
  again: number;
}

const START: Place = { page: 1, count: -1, size: 0, listed: 0, again: 0 };
/** A list that changes under every reading is left to the next one. */
const MOST_AGAIN = 20;

function readPlace(token: string | null): Place {
  const [page, count, size, listed, again] = (token ?? '').split('.').map(Number);
  if (again === undefined || !(page !== undefined && page >= 1)) return START;
  return { page, count: count ?? -1, size: size ?? 0, listed: listed ?? 0, again };
}

/** The number of the page a token stands for, from 1. */
export function pageNumber(token: string | null): number {
  return readPlace(token).page;
}

/** The token of the page to read after this one; null when the list is through. */
export function pageAfter(token: string | null, read: NumberedPage): string | null {
  const place = readPlace(token);
  const size = Math.max(place.size, read.rows, 1);
  const gone = place.count - read.count;
  if (place.page > 1 && gone > 0 && place.again < MOST_AGAIN) {
    const page = Math.max(1, place.page - Math.ceil(gone / size));
    return write({ page, count: read.count, size, listed: 0, again: place.again + 1 });
  }
  const listed = place.listed + read.rows;
  const next = { ...place, count: read.count, size, listed };
  if (place.page < read.pages) return write({ ...next, page: place.page + 1 });
  // Rows that slipped past between two pages without the count telling.
  const isShort = place.again === 0 && listed < read.count;
  return isShort ? write({ ...START, again: 1 }) : null;
}

function write({ page, count, size, listed, again }: Place): string {
  return [page, count, size, listed, again].join('.');
}
