/** The sidebar's line to its tab's content script: follows the tab in front, and comes back when lost. */
import type { PageAccess, PagePort, TabInFront } from '@/lib/app/sidebar/parts';
import { backoff } from '@/lib/core/async';
import { fromPageSchema, type FromPage, type ToPage } from '@/lib/messaging/page-contract';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;
/** A page that is just loading does not answer at once: more failures in a row mean lost. */
const GRACE = 3;

/** `nobody`: the page in front is no helpdesk, so there is nothing to connect with. */
type Line = 'connecting' | 'connected' | 'lost' | 'nobody';

export interface PageLinkEvents {
  /** Another tab is in front. */
  onTab: () => void;
  onLine: (line: Line) => void;
  onMessage: (message: FromPage) => void;
  /** What was asked and not answered never will be. */
  onBroken: () => void;
}

export interface PageLink {
  start: () => void;
  /** False when there is no page to hear it. */
  post: (message: ToPage) => boolean;
  /** Tries at once when there is no line, and shows it. */
  retry: () => void;
  /** Tries at once when there is no line, quietly. */
  reconnect: () => void;
  stop: () => void;
}

export function createPageLink(access: PageAccess, events: PageLinkEvents): PageLink {
  const line = new LineToPage(access, events);
  let stopWatching: (() => void) | null = null;
  return {
    start() {
      stopWatching = access.watch(() => line.pageChanged());
      line.look();
    },
    post: (message) => line.post(message),
    retry: () => line.retry(),
    reconnect: () => line.reconnect(),
    stop() {
      stopWatching?.();
      line.end();
    },
  };
}

class LineToPage {
  readonly #access: PageAccess;
  readonly #events: PageLinkEvents;
  #tab: TabInFront | null = null;
  #port: PagePort | null = null;
  /** Attempts since the page was last heard. */
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the looks at the tab in front; only the newest one counts. */
  #looks = 0;
  #isEnded = false;

  constructor(access: PageAccess, events: PageLinkEvents) {
    this.#access = access;
    this.#events = events;
  }

  /** Finds the tab in front, and connects if it is another one or the line is down. */
  look(): void {
    void this.#look();
  }

  async #look(): Promise<void> {
    const turn = ++this.#looks;
    const found = await this.#access.findTab().catch(() => null);
    if (turn === this.#looks && !this.#isEnded) this.#turnTo(found);
  }

  post(message: ToPage): boolean {
    return this.#port?.post(message) ?? false;
  }

  reconnect(): void {
    if (this.#port === null) this.look();
  }

  retry(): void {
    if (this.#port !== null) return;
    this.#failures = GRACE;
    this.#events.onLine('connecting');
    this.look();
  }

  /** Another page may stand there now: it deserves some patience of its own. */
  pageChanged(): void {
    if (this.#port === null) this.#failures = Math.min(this.#failures, GRACE - 1);
    this.look();
  }

  end(): void {
    this.#isEnded = true;
    this.#hangUp();
  }

  #turnTo(found: TabInFront | null): void {
    const isOther = found?.id !== this.#tab?.id;
    this.#tab = found;
    if (isOther) {
      this.#hangUp();
      this.#failures = 0;
      this.#events.onTab();
    }
    if (this.#port === null) this.#connect();
  }

  #connect(): void {
    clearTimeout(this.#timer);
    const port = this.#tab === null ? null : this.#access.open(this.#tab.id);
    if (port === null) {
      this.#nobodyThere();
      return;
    }
    const isFirst = this.#failures === 0;
    if (isFirst) this.#events.onLine(this.#tab?.isHelpdesk === true ? 'connecting' : 'nobody');
    this.#port = port;
    port.onMessage((message) => {
      if (this.#port === port) this.#hear(message);
    });
    port.onDisconnect(() => {
      if (this.#port !== port) return;
      this.#port = null;
      this.#events.onBroken();
      this.#nobodyThere();
    });
  }

  #hear(raw: unknown): void {
    const message = fromPageSchema.safeParse(raw);
    if (!message.success) return;
    this.#failures = 0;
    this.#events.onLine('connected');
    this.#events.onMessage(message.data);
  }

  /** Elsewhere than on a helpdesk that is as it should be. */
  #nobodyThere(): void {
    this.#failures += 1;
    const isPatient = this.#failures <= GRACE;
    const isHelpdesk = this.#tab?.isHelpdesk === true;
    if (!isHelpdesk) this.#events.onLine('nobody');
    else this.#events.onLine(isPatient ? 'connecting' : 'lost');
    if (!isHelpdesk && !isPatient) return;
    const wait = backoff(this.#failures - 1, FIRST_WAIT_MS, LONGEST_WAIT_MS);
    this.#timer = setTimeout(() => this.look(), wait);
  }

  #hangUp(): void {
    clearTimeout(this.#timer);
    const port = this.#port;
    if (port === null) return;
    this.#port = null;
    port.close();
    this.#events.onBroken();
  }
}
