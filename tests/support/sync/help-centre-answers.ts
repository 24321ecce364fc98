/** What every list of Zendesk's Help Center API shares: pages by cursor, and its refusals. */

export interface ApiAnswer {
  status: number;
  body: string;
}

const LARGEST_PAGE = 100;

export function json(value: unknown, status = 200): ApiAnswer {
  return { status, body: JSON.stringify(value) };
}

export const UNAUTHENTICATED = json({ error: "Couldn't authenticate you" }, 401);
export const FORBIDDEN = json(
  { error: { title: 'Forbidden', message: 'You do not have access to this page.' } },
  403,
);
/** Of an account whose help centre is not switched on. */
export const INVALID_ENDPOINT = json({ error: 'InvalidEndpoint', description: 'Not found' }, 404);

/** One page, its number from 1, and what stands beside it in the answer. */
export function cursorPage<T>(url: URL, all: readonly T[]) {
  const size = Math.min(Number(url.searchParams.get('page[size]') ?? 30), LARGEST_PAGE);
  const from = Number(url.searchParams.get('page[after]') ?? 0);
  const end = Math.min(from + size, all.length);
  const hasMore = end < all.length;
  return {
    rows: all.slice(from, end),
    number: Math.floor(from / size) + 1,
    end: {
      meta: { has_more: hasMore, after_cursor: String(end), before_cursor: null },
      links: { next: null, prev: null },
    },
  };
}
