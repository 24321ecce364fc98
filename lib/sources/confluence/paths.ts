/** Addresses of Confluence's lists, and of what follows in them. */

/** The list of a space's pages, or of all pages for ''. */
export function pagesPath(space: string, query: Record<string, string>): string {
  const list = space === '' ? 'api/v2/pages' : `api/v2/spaces/${space}/pages`;
  return `${list}?${new URLSearchParams(query)}`;
}

/** Only the cursor is taken from the server's link: the request carries the token. */
export function nextCursor(link: string | undefined): string | null {
  if (link === undefined || !URL.canParse(link, 'https://x.example')) return null;
  return new URL(link, 'https://x.example').searchParams.get('cursor');
}
