/** Links of the ticket in front to known issues: what a sidebar asks for must be about that one. */
import { ticketInFront } from '@/lib/app/page-front';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { HelpdeskAdapter, HelpdeskPage, LinkReceipt } from '@/lib/helpdesks/contract';
import { isLinkTarget, type LinkTarget, type LinkView } from '@/lib/model/link';

const PREVIEW_LIMIT_MS = 15_000;

export interface PageLinks {
  preview(key: string, target: LinkTarget): Promise<Result<LinkView>>;
  /** One at a time: a key pressed twice is one link. */
  make(key: string, target: LinkTarget, seen: LinkView): Promise<Result<null>>;
  /** Takes back the link that was made here on this ticket. */
  undo(key: string): Promise<Result<null>>;
}

/** `onChange` is called when the ticket is not what was read of it any more. */
export function createPageLinks(
  page: HelpdeskPage,
  adapter: HelpdeskAdapter,
  onChange: () => void,
): PageLinks {
  /** The link made on each ticket; gone with the page. */
  const receipts = new Map<string, LinkReceipt>();
  const underWay = new Set<string>();

  async function alone(key: string, work: () => Promise<Result<null>>): Promise<Result<null>> {
    if (underWay.has(key)) return fail(fault('already-linked'));
    underWay.add(key);
    const result = await work().finally(() => underWay.delete(key));
    onChange();
    return result;
  }

  return {
    async preview(key, target) {
      if (!isLinkTarget(target)) return fail(fault('bad-message'));
      const ticketId = ticketInFront(page, adapter, key);
      if (!ticketId.ok) return ticketId;
      const signal = AbortSignal.timeout(PREVIEW_LIMIT_MS);
      const view = await adapter.linking.preview(page, ticketId.value, target, signal);
      if (!view.ok) return view;
      const isOurs = receipts.get(key)?.target.tag === target.tag;
      return ok({ ...view.value, canUndo: isOurs && view.value.state === 'linked' });
    },

    make: (key, target, seen) =>
      alone(key, async () => {
        if (!isLinkTarget(target)) return fail(fault('bad-message'));
        const ticketId = ticketInFront(page, adapter, key);
        if (!ticketId.ok) return ticketId;
        const receipt = await adapter.linking.link(page, ticketId.value, target, seen);
        if (!receipt.ok) return receipt;
        receipts.set(key, receipt.value);
        return ok(null);
      }),

    undo: (key) =>
      alone(key, async () => {
        const ticketId = ticketInFront(page, adapter, key);
        if (!ticketId.ok) return ticketId;
        const receipt = receipts.get(key);
        if (!receipt) return fail(fault('link-changed'));
        const undone = await adapter.linking.unlink(page, receipt);
        if (!undone.ok) return undone;
        receipts.delete(key);
        return ok(null);
      }),
  };
}
