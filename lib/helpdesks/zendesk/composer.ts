/** Puts text into the reply box of the ticket in front, and takes it back. Never presses Send. */
import { systemClock, type Clock } from '@/lib/core/clock';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import { escapeHtml } from '@/lib/core/text';
import type {
  HelpdeskPage,
  InsertReceipt,
  Insertion,
  TicketLocation,
} from '@/lib/helpdesks/contract';
import { locateTicket } from '@/lib/helpdesks/zendesk/locate';
import type { Channel } from '@/lib/model/page-state';

/** A key held down or a double click means one insert. */
const SAME_INSERT_MS = 2_000;

export interface ZendeskComposer {
  insert(page: HelpdeskPage, insertion: Insertion): Promise<Result<InsertReceipt>>;
  undo(page: HelpdeskPage, receipt: InsertReceipt): Promise<Result<void>>;
}

type Content = Pick<Insertion, 'form' | 'html' | 'text' | 'hrefs'>;
type Target = Extract<TicketLocation, { state: 'ticket' }> & { composer: Element };

/** Remembers what was inserted where in the last two seconds. */
export function createZendeskComposer(now: Clock = systemClock): ZendeskComposer {
  const recent = new Map<string, number>();

  function isRepeated(key: string): boolean {
    for (const [old, at] of recent) if (now() - at >= SAME_INSERT_MS) recent.delete(old);
    return recent.has(key);
  }

  return {
    async insert(page, insertion) {
      const target = locateTarget(page, insertion.ticketId);
      if (!target.ok) return target;
      const { channel, composer } = target.value;
      // Again here, after the sidebar's own check: this is the last door before the customer.
      if (insertion.visibility !== 'public' && channel !== 'internal') {
        return fail(fault('not-public'));
      }
      const key = `${page.url().origin}#${insertion.ticketId}|${channel}|${insertion.html}`;
      if (isRepeated(key)) return fail(fault('already-inserted'));
      recent.set(key, now());
      // No await between looking and inserting: no other ticket can come to the front meanwhile. Where
      // the editor makes the insert wait, it looks again.
      const held = await page.editors.insert(composer, contentFor(channel, insertion), () => {
        const again = locateTarget(page, insertion.ticketId);
        return again.ok && again.value.composer === composer && again.value.channel === channel;
      });
      if (!held.ok) {
        recent.delete(key);
        // Whoever has gone on meanwhile is told that, rather than that something failed.
        const left = locateTarget(page, insertion.ticketId);
        return left.ok ? held : left;
      }
      return ok({ ticketId: insertion.ticketId, channel, ...held.value });
    },

    async undo(page, receipt) {
      const target = locateTarget(page, receipt.ticketId);
      if (!target.ok) return target;
      // Reply and note have a draft each; the other one holds nothing of ours.
      if (target.value.channel !== receipt.channel) return fail(fault('draft-changed'));
      const undone = await page.editors.undo(target.value.composer, {
        before: receipt.before,
        after: receipt.after,
      });
      if (undone.ok) recent.clear();
      return undone;
    },
  };
}

function locateTarget(page: HelpdeskPage, ticketId: string): Result<Target> {
  const location = locateTicket(page);
  if (location.state === 'none' || location.state === 'new') return fail(fault('no-ticket'));
  if (location.state === 'switching' || location.id !== ticketId) return fail(fault('switching'));
  const { composer } = location;
  if (!composer) return fail(fault('no-composer'));
  return ok({ ...location, composer });
}

/** Chat shows text only; its addresses are written out. */
function contentFor(channel: Channel, { form, html, text, hrefs }: Insertion): Content {
  if (channel !== 'chat') return { form, html, text, hrefs };
  const absent = hrefs.filter((href) => !text.includes(href));
  const plain = [text, ...absent].join('\n');
  return { form, html: paragraphs(plain), text: plain, hrefs: [] };
}

function paragraphs(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('');
}
