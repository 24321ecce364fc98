/** Inserts and their undo for the ticket in front: what a sidebar asks for must be about that one. */
import { ticketInFront } from '@/lib/app/page-front';
import { holdFocus } from '@/lib/app/page-focus';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type {
  HelpdeskAdapter,
  HelpdeskPage,
  InsertReceipt,
  Insertion,
} from '@/lib/helpdesks/contract';

export interface PageInserts {
  insert(key: string, content: Omit<Insertion, 'ticketId'>): Promise<Result<null>>;
  /** Takes back the last insert into this ticket. */
  undo(key: string): Promise<Result<null>>;
  /** Gives the keyboard back to the reply box. */
  focusComposer(): void;
}

export function createPageInserts(
  page: HelpdeskPage,
  adapter: HelpdeskAdapter,
  focusDock: () => void,
): PageInserts {
  /** The last insert of each ticket. Drafts stay in memory only. */
  const receipts = new Map<string, InsertReceipt>();

  return {
    async insert(key, content) {
      const ticketId = ticketInFront(page, adapter, key);
      if (!ticketId.ok) return ticketId;
      const giveFocusBack = holdFocus(page.document, focusDock);
      const receipt = await adapter.insert(page, { ...content, ticketId: ticketId.value });
      giveFocusBack();
      if (!receipt.ok) return receipt;
      receipts.set(key, receipt.value);
      return ok(null);
    },

    async undo(key) {
      const ticketId = ticketInFront(page, adapter, key);
      if (!ticketId.ok) return ticketId;
      const receipt = receipts.get(key);
      if (!receipt) return fail(fault('draft-changed'));
      const giveFocusBack = holdFocus(page.document, focusDock);
      const undone = await adapter.undoInsert(page, receipt);
      giveFocusBack();
      if (!undone.ok) return undone;
      receipts.delete(key);
      return ok(null);
    },

    focusComposer() {
      const location = adapter.locate(page);
      if (location.state === 'ticket' && location.composer) {
        (location.composer as HTMLElement).focus();
      }
    },
  };
}
