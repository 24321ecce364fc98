/** Notices that another conversation comes to the front, that its composer changes or that a thread arrives. */
import type { HelpdeskPage, TicketLocation } from '@/lib/helpdesks/contract';
import { queryShown } from '@/lib/helpdesks/dom';
import { watchPage, type PageView } from '@/lib/helpdesks/watch';
import { threadIds, type Locator } from '@/lib/helpdesks/helpscout/locate';
import * as places from '@/lib/helpdesks/helpscout/selectors';

/** Starts watching; the returned function stops it. `onChange` says what may have changed. */
export function observeTicket(
  page: HelpdeskPage,
  locator: Locator,
  onChange: (what: 'location' | 'ticket') => void,
): () => void {
  const { document } = page;
  const watched = {
    // The title is in the head.
    parts: () => [document.body, document.head],
    attributes: places.WATCHED_ATTRIBUTES,
    view: () => viewOf(page, locator),
  };
  return watchPage(document, watched, onChange);
}

function viewOf(page: HelpdeskPage, locator: Locator): PageView {
  const location = locator.locate(page);
  return { location: nameOf(location), log: threadsOf(location) };
}

function nameOf(location: TicketLocation): string {
  switch (location.state) {
    case 'none':
    case 'new':
      return location.state;
    case 'switching':
      return `${location.id} ${location.why}`;
    case 'ticket':
      // Threads that come after their frame may make a conversation readable.
      return `${location.id} ${location.channel} ${threadsOf(location) ? 'filled' : 'empty'}`;
  }
}

/** Changes when a thread comes last, not when older ones are loaded. */
function threadsOf(location: TicketLocation): string {
  if (location.state !== 'ticket') return '';
  const ids = queryShown(location.root, places.threadList).flatMap(threadIds);
  const [first] = ids.toSorted((a, b) => Number(b) - Number(a));
  return first ?? '';
}
