/** The only place that knows every helpdesk. */
import type { Anatomy } from '@/lib/helpdesks/anatomy';
import type { HelpdeskAdapter } from '@/lib/helpdesks/contract';
import { anatomy as helpscoutAnatomy } from '@/lib/helpdesks/helpscout/anatomy';
import { createHelpscoutAdapter } from '@/lib/helpdesks/helpscout/adapter';
import { noAccess } from '@/lib/helpdesks/helpscout/api';
import { createZendeskAdapter } from '@/lib/helpdesks/zendesk/adapter';
import { anatomy as zendeskAnatomy } from '@/lib/helpdesks/zendesk/anatomy';

/** One of each, made anew: adapters keep what they learn about the page they serve. */
export function createAdapters(): HelpdeskAdapter[] {
  return [createZendeskAdapter(), createHelpscoutAdapter(noAccess)];
}

/** The adapter for a page's address, or null on pages that are no helpdesk. */
export function findAdapter(url: URL): HelpdeskAdapter | null {
  return createAdapters().find((adapter) => adapter.matches(url)) ?? null;
}

/** How the pages of each helpdesk are made. */
export const ANATOMIES: Readonly<Record<HelpdeskAdapter['name'], Anatomy>> = {
  zendesk: zendeskAnatomy,
  helpscout: helpscoutAnatomy,
};
