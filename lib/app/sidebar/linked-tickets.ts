/** "Is this known?" in reverse: with a previewed issue come the tickets that were linked to it. */
import { askPatiently } from '@/lib/app/background-client';
import type { SidebarParts } from '@/lib/app/sidebar/parts';
import type { Signals } from '@/lib/app/sidebar/signals';
import type { SidebarStore } from '@/lib/app/sidebar/store';
import { isLinkable } from '@/lib/model/link-of-item';

/** Reads them whenever an issue is previewed; returns how to stop. */
export function followLinkedTickets({
  store,
  signals,
  background,
  ticketUrl,
}: Pick<SidebarParts, 'background' | 'ticketUrl'> & {
  store: SidebarStore;
  signals: Signals;
}): () => void {
  async function read(itemId: string): Promise<void> {
    // A link just made is one of them.
    await signals.settled();
    const linked = await askPatiently(() => background.send('signal.linked', { itemId }));
    const { preview, linkedTickets: before } = store.getState();
    if (preview.status !== 'open' || preview.item.id !== itemId) return;
    if (!linked.ok) {
      const known = before?.itemId === itemId ? before.tickets : [];
      store.setState({ linkedTickets: { itemId, tickets: known, fault: linked.fault } });
      return;
    }
    const tickets = linked.value.map(({ ticketKey, at }) => ({
      ticketKey,
      id: ticketKey.slice(ticketKey.lastIndexOf('#') + 1),
      url: ticketUrl(ticketKey),
      at,
    }));
    store.setState({ linkedTickets: { itemId, tickets, fault: null } });
  }
  return store.subscribe(({ preview, toast }, before) => {
    if (preview.status !== 'open' || !isLinkable(preview.item)) return;
    const isNew = preview !== before.preview;
    // A link made or taken back is one more or less.
    const isChanged =
      toast !== before.toast && (toast?.kind === 'linked' || toast?.kind === 'undone');
    if (isNew || isChanged) void read(preview.item.id);
  });
}
