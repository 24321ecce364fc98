/** Notices that another conversation comes to the front, that its composer changes or that a thread arrives. */
import type { HelpdeskPage, TicketLocation } from '@/lib/helpdesks/contract';
import { queryShown } from '@/lib/helpdesks/dom';
import { threadIds, type Locator } from '@/lib/helpdesks/helpscout/locate';
import * as places from '@/lib/helpdesks/helpscout/selectors';

/** React renders in bursts: a look at the first change, one after the rest. Typing costs nothing. */
const BURST_MS = 80;
const FIRST_LOOK_MS = 8;
/** For what neither event nor mutation tells. */
const POLL_MS = 1_000;

interface View {
  location: string;
  threads: string;
}

/** Starts watching; the returned function stops it. `onChange` says what may have changed. */
export function observeTicket(
  page: HelpdeskPage,
  locator: Locator,
  onChange: (what: 'location' | 'ticket') => void,
): () => void {
  const window = page.document.defaultView;
  if (!window) return () => {};
  const stop = new AbortController();
  let last = viewOf(page, locator);
  let burst: ReturnType<typeof setTimeout> | undefined;
  let lookedAt = -Infinity;

  const look = (): void => {
    clearTimeout(burst);
    burst = undefined;
    lookedAt = window.performance.now();
    const view = viewOf(page, locator);
    const previous = last;
    last = view;
    if (view.location !== previous.location) onChange('location');
    else if (view.threads !== previous.threads) onChange('ticket');
  };
  const lookSoon = (): void => {
    const isFirst = window.performance.now() - lookedAt > BURST_MS;
    burst ??= setTimeout(look, isFirst ? FIRST_LOOK_MS : BURST_MS);
  };
  const observer = new window.MutationObserver((records) => {
    if (!burst && records.some(isOutsideEditors)) lookSoon();
  });
  observer.observe(page.document.body, {
    subtree: true,
    childList: true,
    attributeFilter: [...places.WATCHED_ATTRIBUTES],
  });
  // The title is in the head.
  observer.observe(page.document.head, { subtree: true, childList: true, characterData: true });
  // The Navigation API tells of pushState, which an isolated script cannot wrap.
  if ('navigation' in window) {
    const navigation = window.navigation as EventTarget;
    navigation.addEventListener('currententrychange', look, { signal: stop.signal });
  }
  window.addEventListener('popstate', look, { signal: stop.signal });
  const poll = setInterval(look, POLL_MS);
  return () => {
    stop.abort();
    observer.disconnect();
    clearInterval(poll);
    clearTimeout(burst);
  };
}

/** Every key pressed in an editor changes what is in it. Its own marks, coming and going are outside. */
function isOutsideEditors({ target, type }: MutationRecord): boolean {
  const isAbout = type !== 'attributes' && target.nodeType === target.ELEMENT_NODE;
  const element = isAbout ? (target as Element) : target.parentElement;
  return !(element?.closest('[contenteditable="true"]') ?? null);
}

/** What the listener is told about, as text that is cheap to compare. */
function viewOf(page: HelpdeskPage, locator: Locator): View {
  const location = locator.locate(page);
  return { location: nameOf(location), threads: threadsOf(location) };
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
