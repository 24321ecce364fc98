/** Notices that another ticket comes to the front, that its reply box changes or that a comment arrives. */
import type { HelpdeskPage } from '@/lib/helpdesks/contract';
import { attribute, queryAll, queryFirst } from '@/lib/helpdesks/dom';
import { locateTicket } from '@/lib/helpdesks/zendesk/locate';
import * as places from '@/lib/helpdesks/zendesk/selectors';

/** Zendesk renders in bursts: a look at the first change, one after the rest. Typing costs nothing. */
const BURST_MS = 80;
const FIRST_LOOK_MS = 8;
/** For what neither event nor mutation tells, e.g. a header rendered later. */
const POLL_MS = 1_500;

interface View {
  location: string;
  log: string;
}

/** Starts watching; the returned function stops it. `onChange` says what may have changed. */
export function observeTicket(
  page: HelpdeskPage,
  onChange: (what: 'location' | 'ticket') => void,
): () => void {
  const window = page.document.defaultView;
  if (!window) return () => {};
  const stop = new AbortController();
  let last = viewOf(page);
  let burst: ReturnType<typeof setTimeout> | undefined;
  let observed: Element[] = [];
  let lookedAt = -Infinity;

  const look = (): void => {
    burst = undefined;
    lookedAt = window.performance.now();
    observe();
    const view = viewOf(page);
    const previous = last;
    last = view;
    if (view.location !== previous.location) onChange('location');
    else if (view.log !== previous.log) onChange('ticket');
  };
  const lookSoon = (): void => {
    const isFirst = window.performance.now() - lookedAt > BURST_MS;
    burst ??= setTimeout(look, isFirst ? FIRST_LOOK_MS : BURST_MS);
  };
  const observer = new window.MutationObserver((records) => {
    if (!burst && records.some(isOutsideEditors)) lookSoon();
  });
  const observe = (): void => {
    const wanted = partsOf(page.document);
    if (wanted.length === observed.length && wanted.every((part, at) => part === observed[at]))
      return;
    observer.disconnect();
    observed = wanted;
    for (const part of wanted) {
      observer.observe(part, {
        subtree: true,
        childList: true,
        attributeFilter: [...places.WATCHED_ATTRIBUTES],
      });
    }
  };

  observe();
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

/** Header and panes; the body while they are not there yet. */
function partsOf(document: Document): Element[] {
  const parts = places.watched.flatMap((selector) => queryFirst(document, selector) ?? []);
  return parts.length === places.watched.length ? parts : [document.body];
}

/** Every key pressed in the reply box changes its children. */
function isOutsideEditors({ target, type }: MutationRecord): boolean {
  if (type === 'attributes') return true;
  const element =
    target.nodeType === target.ELEMENT_NODE ? (target as Element) : target.parentElement;
  return element?.closest('[contenteditable="true"]') === null;
}

/** What the listener is told about, as text that is cheap to compare. */
function viewOf(page: HelpdeskPage): View {
  const location = locateTicket(page);
  const { origin } = page.url();
  switch (location.state) {
    case 'none':
    case 'new':
      return { location: location.state, log: '' };
    case 'switching':
      return { location: `${origin}#${location.id} ${location.why}`, log: '' };
    case 'ticket': {
      const log = logOf(location.root);
      // A log that fills up is not a new comment, but may make a pane readable.
      const fill = log ? 'filled' : 'empty';
      return { location: `${origin}#${location.id} ${location.channel} ${fill}`, log };
    }
  }
}

/** Changes when a comment comes last, not when older ones are loaded. Empty while there is none. */
function logOf(root: Element): string {
  const last = queryAll(root, places.logItem).at(-1);
  if (!last) return '';
  return (
    attribute(queryFirst(last, places.logItemTime), 'datetime') ??
    (last.textContent.slice(0, 200) || '?')
  );
}
