/** Links the ticket in front to a known issue: shows what would change, changes it when told to, takes it back. */
import { linkTarget } from '@/lib/app/sidebar/link-target';
import { obstacle } from '@/lib/app/sidebar/insert-rules';
import type { PageRequests } from '@/lib/app/sidebar/page-requests';
import type { SidebarParts } from '@/lib/app/sidebar/parts';
import type { Signals } from '@/lib/app/sidebar/signals';
import type { SidebarStore } from '@/lib/app/sidebar/store';
import type { UndoOffer } from '@/lib/app/sidebar/undo';
import type { LinkState, Toast } from '@/lib/app/stores/sidebar-state';
import { fault, type Fault } from '@/lib/core/fault';
import type { Result } from '@/lib/core/result';
import type { ItemHead } from '@/lib/model/item';
import type { LinkTarget, LinkView } from '@/lib/model/link';
import { isLinkable } from '@/lib/model/link-of-item';
import { ticketKey, type Ticket } from '@/lib/model/ticket';

/** Reading takes the page two or three requests of 8 s at worst. */
export const VIEW_LIMIT_MS = 20_000;
/** Making a link takes it four, one after the other. */
export const WORK_LIMIT_MS = 40_000;

export interface Links {
  open: (item: ItemHead) => Promise<void>;
  confirm: () => Promise<void>;
  undo: () => Promise<void>;
  close: () => void;
  /** What is being read is not wanted any more. */
  cancel: () => void;
}

interface LinkParts extends Pick<SidebarParts, 'background' | 'createId' | 't'> {
  store: SidebarStore;
  /** Answer with a view, and with nothing. */
  views: PageRequests<LinkView>;
  work: PageRequests;
  signals: Signals;
  undoOffer: UndoOffer;
}

/** The link that is shown or being made, and the ticket it is about. */
interface Subject {
  item: ItemHead;
  ticket: Ticket;
  key: string;
  target: LinkTarget;
}

type Way = Extract<Toast, { kind: 'linked' }>['way'];

function wayOf({ way, changes }: LinkView): Way {
  const isDraft = changes.some((change) => change.field === 'note' && change.isDraft);
  return isDraft ? 'draft' : way;
}

export function createLinks(parts: LinkParts): Links {
  const linker = new Linker(parts);
  return {
    open: (item) => linker.open(item, false),
    confirm: () => linker.confirm(),
    undo: () => linker.undoShown(),
    close: () => linker.close(),
    cancel: () => linker.cancel(),
  };
}

class Linker {
  readonly #parts: LinkParts;
  /** Counts what is shown; only the newest counts. */
  #turn = 0;
  #subject: Subject | null = null;
  /** The signal of each link made here, by ticket. */
  readonly #signalIds = new Map<string, string>();

  constructor(parts: LinkParts) {
    this.#parts = parts;
  }

  async open(item: ItemHead, isRenewed: boolean): Promise<void> {
    const { store, createId, views, t } = this.#parts;
    const { page, link } = store.getState();
    if (!isLinkable(item) || (link.status === 'shown' && link.isBusy)) return;
    const mine = ++this.#turn;
    const ticket = page.kind === 'ticket' ? page.ticket : null;
    const key = ticket === null ? null : ticketKey(ticket);
    // Colleagues may read the note, so nothing is too internal for it.
    const why = obstacle(store.getState(), { key, head: { visibility: 'public' } });
    if (why !== null || ticket === null || key === null) {
      this.#show({ status: 'failed', item, fault: why ?? fault('no-ticket') });
      return;
    }
    const target = linkTarget(item, ticket.origin, t);
    this.#subject = { item, ticket, key, target };
    this.#show({ status: 'reading', item });
    const request = {
      type: 'link.preview',
      requestId: createId(),
      ticketKey: key,
      target,
    } as const;
    const view = await views.ask(request);
    if (mine !== this.#turn) return;
    this.#show(
      view.ok
        ? { status: 'shown', item, view: view.value, isRenewed, isBusy: false }
        : { status: 'failed', item, fault: view.fault },
    );
  }

  async confirm(): Promise<void> {
    const { store, work, createId } = this.#parts;
    const { link } = store.getState();
    const subject = this.#subject;
    if (link.status !== 'shown' || link.isBusy || link.view.state !== 'unlinked') return;
    if (subject === null) return;
    this.#show({ ...link, isBusy: true });
    const { key, target } = subject;
    const way = wayOf(link.view);
    const request = { type: 'link.make', requestId: createId(), ticketKey: key, target } as const;
    const made = await work.ask({ ...request, seen: link.view }, (late) =>
      this.#made(subject, way, late),
    );
    this.#made(subject, way, made);
  }

  #made(subject: Subject, way: Way, made: Result<null>): void {
    const { store, signals, undoOffer } = this.#parts;
    const { item, key, ticket } = subject;
    const isShown = subject === this.#subject;
    if (made.ok) {
      const signalId = signals.recordDecision('linked', { ticketKey: key, ticket }, item.id);
      this.#signalIds.set(key, signalId);
      if (isShown) this.close();
      // Said beside another ticket, it would be about that one.
      if (!this.#isInFront(key)) return;
      undoOffer.show({ kind: 'linked', way, title: item.key ?? item.title, undo: true }, () =>
        this.#takeBack(key, item.id),
      );
    } else if (!isShown) {
      // Nothing may stay half done unnoticed, wherever the agent is.
      store.setState({ toast: { kind: 'link-fault', fault: made.fault, ticketId: ticket.id } });
    } else if (made.fault.kind === 'conflict' || made.fault.kind === 'already-linked') {
      this.#renew(item);
    } else this.#show({ status: 'failed', item, fault: made.fault });
  }

  #renew(item: ItemHead): void {
    this.#show({ status: 'closed' });
    void this.open(item, true);
  }

  async undoShown(): Promise<void> {
    const { link } = this.#parts.store.getState();
    const subject = this.#subject;
    if (link.status !== 'shown' || link.isBusy || !link.view.canUndo || subject === null) return;
    this.#show({ ...link, isBusy: true });
    await this.#takeBack(subject.key, subject.item.id);
    if (subject === this.#subject) this.close();
  }

  async #takeBack(key: string, itemId: string): Promise<void> {
    const { store, work, createId, signals } = this.#parts;
    const undone = await work.ask({ type: 'link.undo', requestId: createId(), ticketKey: key });
    if (undone.ok) {
      const signalId = this.#signalIds.get(key) ?? (await this.#findSignal(key, itemId));
      this.#signalIds.delete(key);
      if (signalId !== null) void signals.remove(signalId);
      store.setState({ toast: { kind: 'undone' } });
    } else this.#sayFault(undone.fault);
  }

  /** Of a link made before this sidebar was opened anew. */
  async #findSignal(key: string, itemId: string): Promise<string | null> {
    const linked = await this.#parts.background.send('signal.linked', { itemId });
    const signals = linked.ok ? linked.value : [];
    return signals.find((signal) => signal.ticketKey === key)?.id ?? null;
  }

  #sayFault(why: Fault): void {
    this.#parts.store.setState({ toast: { kind: 'fault', fault: why, copyId: null } });
  }

  close(): void {
    this.cancel();
    this.#show({ status: 'closed' });
  }

  cancel(): void {
    this.#turn += 1;
    this.#subject = null;
  }

  #isInFront(key: string): boolean {
    const { page } = this.#parts.store.getState();
    return page.kind === 'ticket' && ticketKey(page.ticket) === key;
  }

  #show(link: LinkState): void {
    this.#parts.store.setState({ link });
  }
}
