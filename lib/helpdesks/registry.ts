/** The only place that knows every helpdesk. */
import type { HelpdeskAdapter } from '@/lib/helpdesks/contract';
import { createHelpscoutAdapter } from '@/lib/helpdesks/helpscout/adapter';
import { noAccess } from '@/lib/helpdesks/helpscout/api';
import { createZendeskAdapter } from '@/lib/helpdesks/zendesk/adapter';

/** One of each, made anew: adapters keep what they learn about the page they serve. */
export function createAdapters(): HelpdeskAdapter[] {
  return [createZendeskAdapter(), createHelpscoutAdapter(noAccess)];
}

/** The adapter for a page's address, or null on pages that are no helpdesk. */
export function findAdapter(url: URL): HelpdeskAdapter | null {
  return createAdapters().find((adapter) => adapter.matches(url)) ?? null;
}
