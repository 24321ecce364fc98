/** Notices that another ticket comes to the front, that its reply box changes or that a comment arrives. */
import type { HelpdeskPage } from '@/lib/helpdesks/contract';
import { attribute, queryFirst } from '@/lib/helpdesks/dom';
import { watchPage, type PageView } from '@/lib/helpdesks/watch';
import { locateTicket } from '@/lib/helpdesks/zendesk/locate';
import { ownLog } from '@/lib/helpdesks/zendesk/own-parts';
import * as places from '@/lib/helpdesks/zendesk/selectors';

/** Starts watching; the returned function stops it. `onChange` says what may have changed. */
export function observeTicket(
  page: HelpdeskPage,
  onChange: (what: 'location' | 'ticket') => void,
): () => void {
  const { document } = page;
  const watched = {
    parts: () => partsOf(document),
    attributes: places.WATCHED_ATTRIBUTES,
    view: () => viewOf(page),
  };
  return watchPage(document, watched, onChange);
}

/** Header and panes; the body while they are not there yet. */
function partsOf(document: Document): Element[] {
  const parts = places.watched.flatMap((selector) => queryFirst(document, selector) ?? []);
  return parts.length === places.watched.length ? parts : [document.body];
}

function viewOf(page: HelpdeskPage): PageView {
  const location = locateTicket(page);
  const { origin } = page.url();
  switch (location.state) {
    case 'none':
    case 'new':
      return { location: location.state, log: '' };
    case 'switching':
      return { location: `${origin}#${location.id} ${location.why}`, log: '' };
    case 'ticket': {
      const { items, isPartial } = ownLog(location.root);
      const log = lastOf(items);
      // A log that fills up is not a new comment, but may make a pane readable, or whole.
      const fill = log ? `filled ${isPartial}` : 'empty';
      return { location: `${origin}#${location.id} ${location.channel} ${fill}`, log };
    }
  }
}

/** Changes when a comment comes last, not when older ones are loaded. Empty while there is none. */
function lastOf(items: readonly Element[]): string {
  const last = items.at(-1);
  if (!last) return '';
  return (
    attribute(queryFirst(last, places.logItemTime), 'datetime') ??
    (last.textContent.slice(0, 200) || '?')
  );
}
