/** What stand-ins of trackers have in common: rows by page number, with links to the next page. */
import { json, type PlaceAnswer, type Row } from '@/tests/support/sources/place';

/** As the contract suite wants them, whatever is asked for. */
export const PAGE = 3;

/** One page of a list, numbered from 1, as a JSON array with its `Link` header. */
export function pageOf(
  rows: readonly Row[],
  url: URL,
  record: (row: Row) => object,
  more: Record<string, string> = {},
): PlaceAnswer {
  const page = Number(url.searchParams.get('page') ?? 1);
  const size = Math.min(PAGE, Number(url.searchParams.get('per_page') ?? 30));
  if (!Number.isInteger(page) || page < 1) return json({ message: 'page is invalid' }, 400);
  const answer = json(rows.slice((page - 1) * size, page * size).map(record));
  const links = [linkTo(url, 1, 'first')];
  if (page * size < rows.length) links.unshift(linkTo(url, page + 1, 'next'));
  return { ...answer, headers: { ...answer.headers, link: links.join(', '), ...more } };
}

function linkTo(url: URL, page: number, name: string): string {
  const to = new URL(url);
  to.searchParams.set('page', String(page));
  return `<${to.href}>; rel="${name}"`;
}

/** In the order they changed; the order of rows of one moment is by id. */
export function byChange(rows: readonly Row[], direction: string | null): Row[] {
  const sorted = rows.toSorted((a, b) => a.updatedAt - b.updatedAt || a.id - b.id);
  return direction === 'asc' ? sorted : sorted.toReversed();
}
