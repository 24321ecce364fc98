/** The `Link` header that names other pages of a list (RFC 8288). */

/**
 * The address with `rel="next"`, or null. Only one of the list's own origin counts: the request
 * that follows carries the source's secrets.
 */
export function nextPage(headers: Headers, listUrl: string): string | null {
  for (const [, address = '', parameters = ''] of (headers.get('link') ?? '').matchAll(
    /<([^<>]*)>([^,<]*)/g,
  )) {
    if (!/;\s*rel\s*=\s*(?:"[^"]*\bnext\b[^"]*"|next\b)/i.test(parameters)) continue;
    if (!URL.canParse(address, listUrl)) continue;
    const url = new URL(address, listUrl);
    if (url.origin === new URL(listUrl).origin) return url.href;
  }
  return null;
}
