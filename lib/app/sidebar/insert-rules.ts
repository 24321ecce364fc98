/** What may be inserted where, and what to do when it may not. */
import type { SidebarState } from '@/lib/app/stores/sidebar-state';
import { fault, type Fault, type FaultKind } from '@/lib/core/fault';
import { isPublic, type ItemHead } from '@/lib/model/item';
import type { Channel } from '@/lib/model/page-state';
import { ticketKey } from '@/lib/model/ticket';

type Front = Pick<SidebarState, 'page'>;

/** Channels that a customer reads, or may read. */
const CUSTOMER_CHANNELS: readonly Channel[] = ['public', 'chat', 'unknown'];

/** After these, the clipboard still does what the agent wanted. */
const CLIPBOARD_HELPS: readonly FaultKind[] = [
  'no-composer',
  'insert-failed',
  'page-changed',
  'no-ticket',
  'disconnected',
];

export function clipboardHelps({ kind }: Fault): boolean {
  return CLIPBOARD_HELPS.includes(kind);
}

/** Key of the ticket in front; null when there is none, or it is not known which. */
export function frontKey({ page }: Front): string | null {
  return page.kind === 'ticket' ? ticketKey(page.ticket) : null;
}

/** Why the item may not be inserted now into the ticket with this key, or null. */
export function obstacle(
  { page }: Front,
  { key, head }: { key: string | null; head: Pick<ItemHead, 'visibility'> },
): Fault | null {
  if (page.kind === 'switching' || page.kind === 'loading') return fault('switching');
  if (page.kind !== 'ticket' || key === null) return fault('no-ticket');
  if (ticketKey(page.ticket) !== key) return fault('switching');
  const isGuarded = CUSTOMER_CHANNELS.includes(page.channel);
  return isGuarded && !isPublic(head) ? fault('not-public') : null;
}
