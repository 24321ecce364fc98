/** The only place that knows every helpdesk. */
import type { HelpdeskAdapter } from '@/lib/helpdesks/contract';
import { createHelpscoutAdapter } from '@/lib/helpdesks/helpscout/adapter';
import { noAccess, type HelpscoutAccess } from '@/lib/helpdesks/helpscout/api';
import { createZendeskAdapter } from '@/lib/helpdesks/zendesk/adapter';

/** What adapters need beyond their page, where there is any. */
export interface HelpdeskWays {
  /** The way to Help Scout's API; without it the page alone is read. */
  helpscoutAccess?: HelpscoutAccess;
}

/** One of each, made anew: adapters keep what they learn about the page they serve. */
export function createAdapters({
  helpscoutAccess = noAccess,
}: HelpdeskWays = {}): HelpdeskAdapter[] {
  return [createZendeskAdapter(), createHelpscoutAdapter(helpscoutAccess)];
}

/** The adapter for a page's address, or null on pages that are no helpdesk. */
export function findAdapter(url: URL, ways: HelpdeskWays = {}): HelpdeskAdapter | null {
  return createAdapters(ways).find((adapter) => adapter.matches(url)) ?? null;
}
