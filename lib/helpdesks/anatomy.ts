/** A helpdesk's page as data: which parts it has, where they are, which must be there, and what its API has. */
import type { Selector } from '@/lib/helpdesks/dom';
import type { PagePart } from '@/lib/model/page-health';

/** Where a helpdesk's API answers. */
export interface Endpoint {
  name: string;
  /** From the host on, with `{id}` for numbers; as in `HelpdeskAdapter.endpointResults`. */
  path: string;
  /** Where and when it was documented or seen. */
  seen: string;
}

/** A part that an agent would name, and what finds it. */
export interface AnatomyPart {
  part: PagePart;
  /** It is there when any of these is found. */
  anyOf: readonly Selector[];
  /** It must be there when any of these is found; `ticket` for every ticket. */
  when: 'ticket' | readonly Selector[];
}

export interface Anatomy {
  /** Looked for in the whole page; all others in the ticket's own pane. */
  onPage: readonly Selector[];
  inPane: readonly Selector[];
  /** Tell apart the layouts that are known; looked for in the whole page. */
  layouts: readonly Selector[];
  endpoints: readonly Endpoint[];
  /** What must be found where a ticket is in front. Everything else may be missing. */
  needed: readonly AnatomyPart[];
}
