/** Puts links and passages into the reply, into nothing but the reply of the ticket they were meant for. */
import {
  blocksContent,
  linkContent,
  passageContent,
  type InsertContent,
} from '@/lib/app/sidebar/insert-content';
import { clipboardHelps, frontKey, obstacle } from '@/lib/app/sidebar/insert-rules';
import type { ReadyReplies } from '@/lib/app/sidebar/ready-replies';
import type { PageRequests } from '@/lib/app/sidebar/page-requests';
import type { SidebarParts } from '@/lib/app/sidebar/parts';
import type { Rechecks } from '@/lib/app/sidebar/rechecks';
import type { Signals } from '@/lib/app/sidebar/signals';
import type { SidebarStore } from '@/lib/app/sidebar/store';
import { answeringBlocks, findHead } from '@/lib/app/sidebar/targets';
import type { UndoOffer } from '@/lib/app/sidebar/undo';
import { fault, type Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { ItemHead } from '@/lib/model/item';
import type { Ticket } from '@/lib/model/ticket';

type InsertForm = 'link' | 'passage' | 'reply';

/** A ready reply holds nothing but what customers may know, whatever it is about. */
const READY = { visibility: 'public' } as const;

export interface Inserts {
  /** Does nothing while another action is under way. */
  insert: (id: string, form: InsertForm) => Promise<void>;
}

interface InsertParts extends Pick<SidebarParts, 'background' | 'createId'> {
  replies: ReadyReplies;
  rechecks: Rechecks;
  store: SidebarStore;
  requests: PageRequests;
  signals: Signals;
  undoOffer: UndoOffer;
}

interface Insert {
  requestId: string;
  /** The ticket that was in front when the agent pressed the key, and its key; null for none. */
  ticket: Ticket | null;
  key: string | null;
  form: InsertForm;
  head: ItemHead;
}

export function createInserts(parts: InsertParts): Inserts {
  const inserter = new Inserter(parts);
  return { insert: (id, form) => inserter.insert(id, form) };
}

class Inserter {
  readonly #parts: InsertParts;

  constructor(parts: InsertParts) {
    this.#parts = parts;
  }

  async insert(id: string, form: InsertForm): Promise<void> {
    const { store, createId } = this.#parts;
    const state = store.getState();
    const head = findHead(state, id);
    if (state.busy !== null || head === null) return;
    const ticket = state.page.kind === 'ticket' ? state.page.ticket : null;
    const insert: Insert = { requestId: createId(), ticket, key: frontKey(state), form, head };
    store.setState({ busy: { itemId: id, action: `insert-${form}` } });
    const result = await this.#send(insert);
    store.setState({ busy: null });
    if (result.ok) this.#inserted(insert);
    else this.#failed(insert, result.fault);
  }

  async #send(insert: Insert): Promise<Result<null>> {
    const { store, requests } = this.#parts;
    const { requestId, key, form, head } = insert;
    // First of all: nothing is read for an insert that may not be.
    const { visibility } = form === 'reply' ? READY : head;
    const early = obstacle(store.getState(), { key, head: { visibility } });
    if (early !== null) return fail(early);
    const sound = await this.#soundHead(head);
    if (!sound.ok) return sound;
    const content = await this.#contentOf(sound.value, form);
    if (!content.ok) return content;
    // And again: the page may have moved on meanwhile.
    const late = obstacle(store.getState(), { key, head: { visibility } });
    if (late !== null || key === null) return fail(late ?? fault('no-ticket'));
    return requests.ask(
      {
        type: 'insert',
        requestId,
        ticketKey: key,
        form: form === 'reply' ? 'passage' : form,
        visibility,
        ...content.value,
      },
      (result) => this.#answeredLate(insert, result),
    );
  }

  /** The item with the address that it has now; a fault when it is gone. */
  async #soundHead(head: ItemHead): Promise<Result<ItemHead>> {
    const { rechecks } = this.#parts;
    const found = await rechecks.ask(head);
    const objection = rechecks.objection(head, found);
    if (objection !== null) return fail(objection);
    const moved = found.kind === 'moved' ? found.url : undefined;
    return ok(moved === undefined ? head : { ...head, url: moved });
  }

  async #contentOf(head: ItemHead, form: InsertForm): Promise<Result<InsertContent>> {
    if (form === 'link') return ok(linkContent(head));
    const { store, background, replies } = this.#parts;
    if (form === 'reply') {
      const reply = await replies.make(head);
      if (!reply.ok) return reply;
      return reply.value ? ok(blocksContent(reply.value.blocks)) : fail(fault('not-public'));
    }
    const blocks = await answeringBlocks(store.getState(), head, background);
    return blocks.ok ? ok(passageContent(head, blocks.value)) : blocks;
  }

  #inserted(insert: Insert): void {
    const { store, signals, undoOffer } = this.#parts;
    const { form, head, key, ticket } = insert;
    if (key === null) return;
    const signalId = signals.recordDecision('inserted', { ticketKey: key, ticket }, head.id);
    // Said beside another ticket, it would be about that one.
    if (frontKey(store.getState()) !== key) return;
    undoOffer.show({ kind: 'inserted', form, title: head.title, undo: true }, () =>
      this.#takeBack(insert, key, signalId),
    );
  }

  #failed({ head, key }: Insert, why: Fault): void {
    const { store } = this.#parts;
    const isStillHere = frontKey(store.getState()) === key;
    const copyId = isStillHere && clipboardHelps(why) ? head.id : null;
    store.setState({ toast: { kind: 'fault', fault: why, copyId } });
  }

  /** Nobody may be left believing that nothing was inserted. */
  #answeredLate(insert: Insert, result: Result<null>): void {
    const { toast } = this.#parts.store.getState();
    const saysTimeout = toast?.kind === 'fault' && toast.fault.kind === 'timeout';
    if (result.ok) this.#inserted(insert);
    else if (saysTimeout) this.#failed(insert, result.fault);
  }

  async #takeBack({ requestId }: Insert, ticketKey: string, signalId: string): Promise<void> {
    const { store, requests, signals } = this.#parts;
    const undone = await requests.ask({ type: 'insert.undo', requestId, ticketKey });
    if (undone.ok) void signals.remove(signalId);
    store.setState({
      toast: undone.ok ? { kind: 'undone' } : { kind: 'fault', fault: undone.fault, copyId: null },
    });
  }
}
