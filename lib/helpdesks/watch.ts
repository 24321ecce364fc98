/** Looks at a page again whenever it may have changed: at bursts of mutations, new addresses, and now and then. */

/** Pages render in bursts: a look at the first change, one after the rest. Typing costs nothing. */
const BURST_MS = 80;
const FIRST_LOOK_MS = 8;
/** For what neither event nor mutation tells, e.g. a header rendered later. */
const POLL_MS = 1_000;

/** What a listener is told about, as text that is cheap to compare. */
export interface PageView {
  /** Which ticket is in front, and where text would go. */
  location: string;
  /** What was said last; '' while nothing is there. */
  log: string;
}

export interface Watched {
  /** Where to notice changes, asked anew at each look: pages replace their parts. */
  parts: () => Element[];
  /** Attributes whose changes count. */
  attributes: readonly string[];
  view: () => PageView;
}

/** Starts watching; the returned function stops it. `onChange` says what may have changed. */
export function watchPage(
  document: Document,
  { parts, attributes, view }: Watched,
  onChange: (what: 'location' | 'ticket') => void,
): () => void {
  const window = document.defaultView;
  if (!window) return () => {};
  const stop = new AbortController();
  let last = view();
  let burst: ReturnType<typeof setTimeout> | undefined;
  let observed: Element[] = [];
  let lookedAt = -Infinity;

  const look = (): void => {
    clearTimeout(burst);
    burst = undefined;
    lookedAt = window.performance.now();
    observe();
    const previous = last;
    last = view();
    if (last.location !== previous.location) onChange('location');
    else if (last.log !== previous.log) onChange('ticket');
  };
  const lookSoon = (): void => {
    const isFirst = window.performance.now() - lookedAt > BURST_MS;
    burst ??= setTimeout(look, isFirst ? FIRST_LOOK_MS : BURST_MS);
  };
  const observer = new window.MutationObserver((records) => {
    if (!burst && records.some(isOutsideEditors)) lookSoon();
  });
  const observe = (): void => {
    const wanted = parts();
    if (wanted.length === observed.length && wanted.every((part, at) => part === observed[at]))
      return;
    observer.disconnect();
    observed = wanted;
    for (const part of wanted) {
      observer.observe(part, {
        subtree: true,
        childList: true,
        // The page's title.
        characterData: part === document.head,
        attributeFilter: [...attributes],
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

/** Every key pressed in an editor changes what is in it. Its own marks, coming and going are outside. */
function isOutsideEditors({ target, type }: MutationRecord): boolean {
  const isAbout = type !== 'attributes' && target.nodeType === target.ELEMENT_NODE;
  const element = isAbout ? (target as Element) : target.parentElement;
  return !element?.closest('[contenteditable="true"]');
}
