/** The start without keys: offers to read the help centre of the helpdesk in front, and follows it. */
import type { SidebarParts } from '@/lib/app/sidebar/parts';
import type { SidebarStore } from '@/lib/app/sidebar/store';
import type { OfferState } from '@/lib/app/stores/sidebar-state';
import type { Source } from '@/lib/model/source';

export interface Offer {
  accept: () => Promise<void>;
  /** Until the sidebar is opened anew. */
  dismiss: () => void;
  stop: () => void;
}

interface OfferParts extends Pick<SidebarParts, 'background' | 'clock'> {
  store: SidebarStore;
  /** What was read is being indexed. */
  onMore: () => void;
}

const POLL_MS = 1_000;
/** Nothing new for so long: something is in the way, and the settings say what. */
const SLOW_MS = 30_000;

export function createOffer({ store, background, clock, onMore }: OfferParts): Offer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The helpdesk that was asked about last. */
  let asked: string | null = null;
  const declined = new Set<string>();
  const show = (offer: OfferState): void => store.setState({ offer });

  async function lookAt(origin: string): Promise<void> {
    if (declined.has(origin)) return;
    const answer = await background.send('source.offerHere', { origin });
    if (asked !== origin || store.getState().offer.status !== 'none') return;
    if (answer.ok && answer.value.isOffered) show({ status: 'offered', origin });
    // Begun before this sidebar was opened.
    if (answer.ok && answer.value.reading !== undefined) begin(answer.value.reading);
    // A question that failed is asked again with the next ticket.
    if (!answer.ok) asked = null;
  }

  async function follow(sourceId: string, items: number, movedAt: number): Promise<void> {
    const sources = await background.send('source.list', {});
    if (store.getState().offer.status !== 'reading') return;
    const source = sources.ok ? sources.value.find(({ id }) => id === sourceId) : undefined;
    // Removed in the settings meanwhile.
    if (sources.ok && source === undefined) return show({ status: 'none' });
    if (source !== undefined && source.items !== items) onMore();
    if (source?.syncedAt !== undefined) return show({ status: 'done', items: source.items });
    const now = source?.items ?? items;
    const since = now === items ? movedAt : clock();
    const isSlow = clock() - since > SLOW_MS;
    const trouble = source?.trouble;
    show({ status: 'reading', items: now, isSlow, ...(trouble === undefined ? {} : { trouble }) });
    timer = setTimeout(() => void follow(sourceId, now, since), POLL_MS);
  }

  function begin({ id, items }: Source): void {
    show({ status: 'reading', items, isSlow: false });
    void follow(id, items, clock());
  }

  const stopFollowing = store.subscribe(({ page, offer }, before) => {
    if (page === before.page || page.kind !== 'ticket') return;
    const { origin } = page.ticket;
    if (origin === asked) return;
    asked = origin;
    // What was offered for another helpdesk is not meant here.
    if (offer.status === 'offered') show({ status: 'none' });
    void lookAt(origin);
  });

  return {
    async accept() {
      const { offer } = store.getState();
      if (offer.status !== 'offered') return;
      show({ status: 'reading', items: 0, isSlow: false });
      const added = await background.send('source.acceptOffer', { origin: offer.origin });
      if (added.ok) return begin(added.value);
      show(offer);
      store.setState({ toast: { kind: 'fault', fault: added.fault, copyId: null } });
    },
    dismiss() {
      if (asked !== null) declined.add(asked);
      show({ status: 'none' });
    },
    stop() {
      clearTimeout(timer);
      stopFollowing();
    },
  };
}
