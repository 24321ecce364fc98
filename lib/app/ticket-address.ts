/** Where a ticket that we only know the key of is opened. */
import { createAdapters } from '@/lib/helpdesks/registry';

/** The address of the ticket with this key (`<origin>#<id>`), or null when no helpdesk has such tickets. */
export function ticketAddress(key: string): string | null {
  const end = key.lastIndexOf('#');
  const origin = key.slice(0, end);
  for (const adapter of createAdapters()) {
    const url = adapter.ticketUrl(origin, encodeURIComponent(key.slice(end + 1)));
    if (URL.canParse(url) && adapter.matches(new URL(url))) return url;
  }
  return null;
}
