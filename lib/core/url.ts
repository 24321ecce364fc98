/** Addresses: which ones we keep, and in which spelling. */

const KEPT_PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);

/**
 * The absolute http(s) or mailto address of `href`, or undefined for anything else, and for
 * addresses that carry a password. Braces are percent-encoded: in a helpdesk's composer `{{…}}`
 * would be a placeholder.
 */
export function webAddress(href: string, base?: string): string | undefined {
  const trimmed = href.trim();
  if (!URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  if (!KEPT_PROTOCOLS.has(url.protocol)) return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  return url.href.replace(/[{}]/g, (brace) => (brace === '{' ? '%7B' : '%7D'));
}
