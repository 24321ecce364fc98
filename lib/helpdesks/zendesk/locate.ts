/** Which ticket is in front: the address, the selected tab and the visible pane must agree. */
import type { HelpdeskPage, TicketLocation } from '@/lib/helpdesks/contract';
import { attribute, closestTo, isBuiltIn, queryShown, withId } from '@/lib/helpdesks/dom';
import * as places from '@/lib/helpdesks/zendesk/selectors';
import { ownParts } from '@/lib/helpdesks/zendesk/own-parts';
import type { Channel } from '@/lib/model/page-state';

const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.zendesk\.com$/;
const TICKET_PATH = /^\/agent\/tickets\/(\d+)(?:\/|$)/;
const NEW_TICKET_PATH = /^\/agent\/tickets\/new(?:\/|$)/;

/** Why a location is `switching`: what was not found, or not this ticket's. */
const NO_PANE = 'ticket-pane';
const OTHER_TAB = 'selected-tab';

/** True for agent pages: `https://<account>.zendesk.com/agent/…`. */
export function matchesAgentPage(url: URL): boolean {
  return (
    url.protocol === 'https:' && HOST.test(url.hostname) && /^\/agent(?:\/|$)/.test(url.pathname)
  );
}

/** The ticket number in an address, or null. New tickets have none. */
function ticketIdOf(url: URL): string | null {
  return TICKET_PATH.exec(url.pathname)?.[1] ?? null;
}

export function locateTicket(page: HelpdeskPage): TicketLocation {
  const url = page.url();
  if (!matchesAgentPage(url)) return { state: 'none' };
  const id = ticketIdOf(url);
  if (!id) return { state: NEW_TICKET_PATH.test(url.pathname) ? 'new' : 'none' };
  const roots = shownRoots(page.document, id);
  const root = roots[0];
  if (!root) return { state: 'switching', id, why: NO_PANE, missing: true };
  if (!isTabOf(page.document, id)) {
    return { state: 'switching', id, why: OTHER_TAB, missing: false };
  }
  // Two visible panes of one ticket: reading is safe, but which reply box is meant is anyone's guess.
  if (roots.length > 1) return { state: 'ticket', id, root, composer: null, channel: 'none' };
  const composer = onlyComposer(root);
  return { state: 'ticket', id, root, composer, channel: composer ? channelOf(root) : 'none' };
}

function shownRoots(document: Document, id: string): Element[] {
  for (const selector of places.ticketRoots) {
    const found = queryShown(document, withId(selector, id));
    const shown = found.filter((root) => !closestTo(root, places.newTicketPane));
    if (shown.length > 0) return shown;
  }
  return [];
}

/** True when the selected tab is this ticket's, or the page shows no tabs to ask. */
function isTabOf(document: Document, id: string): boolean {
  const tickets = queryShown(document, places.selectedTab)
    .map((tab) => attribute(tab, places.TAB_TICKET_ATTRIBUTE))
    .filter((ticket) => ticket !== null);
  return tickets.every((ticket) => ticket === id);
}

function onlyComposer(root: Element): Element | null {
  const shown = ownParts(root, places.composer, { query: queryShown });
  return shown.length === 1 ? (shown[0] ?? null) : null;
}

function channelOf(root: Element): Channel {
  const channels = queryShown(root, places.channelSwitcher).map((button): Channel => {
    const said = places.CHANNELS.get(attribute(button, places.CHANNEL_ATTRIBUTE) ?? '');
    // A form from the settings may have found another button: no customer shall pay for that.
    const isSure = said !== 'internal' || isBuiltIn(button, places.channelSwitcher);
    return isSure ? (said ?? 'unknown') : 'unknown';
  });
  const [first = 'unknown', ...others] = channels;
  return others.every((channel) => channel === first) ? first : 'unknown';
}
