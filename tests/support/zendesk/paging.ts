/** Zendesk's two ways to page a list: cursor (`page[size]`) and offset (`page`, `per_page`). */

export interface Page<T> {
  readonly items: readonly T[];
  /** `meta` and `links`, or `next_page`, `previous_page` and `count`: beside the list in the reply. */
  readonly envelope: Readonly<Record<string, unknown>>;
}

const largestPage = 100;
/** Offset paging ends here: https://developer.zendesk.com/api-reference/introduction/pagination/ */
const largestOffset = 10_000;

function pageSize(text: string | null): number {
  const size = Number(text ?? largestPage);
  return Number.isInteger(size) && size > 0 ? Math.min(size, largestPage) : largestPage;
}

const encodeCursor = (index: number): string => Buffer.from(`o:${index}`).toString('base64url');

function decodeCursor(cursor: string): number | null {
  const match = /^o:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString());
  return match ? Number(match[1]) : null;
}

function urlWith(
  url: URL,
  set: Readonly<Record<string, string>>,
  remove: readonly string[],
): string {
  const next = new URL(url);
  for (const name of remove) next.searchParams.delete(name);
  for (const [name, value] of Object.entries(set)) next.searchParams.set(name, value);
  return next.href;
}

/** One page of `all`, or null when the cursor is not ours or the offset is past the documented end. */
export function pageOf<T>(all: readonly T[], url: URL): Page<T> | null {
  const isCursor = [...url.searchParams.keys()].some((name) => name.startsWith('page['));
  return isCursor ? cursorPage(all, url) : offsetPage(all, url);
}

function cursorPage<T>(all: readonly T[], url: URL): Page<T> | null {
  const size = pageSize(url.searchParams.get('page[size]'));
  const after = url.searchParams.get('page[after]');
  const before = url.searchParams.get('page[before]');
  const cursor = after ?? before;
  const at = cursor === null ? 0 : decodeCursor(cursor);
  if (at === null) return null;
  const start = after === null && before !== null ? Math.max(0, at - size) : at;
  const items = all.slice(start, start + size);
  const end = start + items.length;
  const hasMore = before !== null && after === null ? start > 0 : end < all.length;
  const link = (name: 'page[after]' | 'page[before]', index: number) =>
    urlWith(url, { [name]: encodeCursor(index) }, ['page[after]', 'page[before]']);
  return {
    items,
    envelope: {
      meta: {
        has_more: hasMore,
        after_cursor: items.length > 0 ? encodeCursor(end) : null,
        before_cursor: items.length > 0 ? encodeCursor(start) : null,
      },
      links: {
        next: end < all.length ? link('page[after]', end) : null,
        prev: start > 0 ? link('page[before]', start) : null,
      },
    },
  };
}

function offsetPage<T>(all: readonly T[], url: URL): Page<T> | null {
  const size = pageSize(url.searchParams.get('per_page'));
  const page = Math.max(1, Number(url.searchParams.get('page') ?? 1) || 1);
  const start = (page - 1) * size;
  if (start + size > largestOffset) return null;
  const items = all.slice(start, start + size);
  const link = (number: number) => urlWith(url, { page: String(number) }, []);
  return {
    items,
    envelope: {
      next_page: start + size < all.length ? link(page + 1) : null,
      previous_page: page > 1 ? link(page - 1) : null,
      count: all.length,
    },
  };
}
