/** What an agent can do, put together from the features that do it. */
import type { BackgroundClient } from '@/lib/app/background-client';
import type { IndexMonitor } from '@/lib/app/index-monitor';
import type { Answers } from '@/lib/app/sidebar/answers';
import type { HealthWatch } from '@/lib/app/sidebar/health';
import type { Inserts } from '@/lib/app/sidebar/inserts';
import type { Links } from '@/lib/app/sidebar/links';
import type { Offer } from '@/lib/app/sidebar/offer';
import type { PageFollower } from '@/lib/app/sidebar/page-follower';
import type { PageLink } from '@/lib/app/sidebar/page-link';
import { pastedTicket } from '@/lib/app/sidebar/pasted-ticket';
import type { Previews } from '@/lib/app/sidebar/previews';
import { movedSelection, visibleIds } from '@/lib/app/sidebar/selection';
import type { SidebarStore } from '@/lib/app/sidebar/store';
import type { TypedSearch } from '@/lib/app/sidebar/typed-search';
import type { UndoOffer } from '@/lib/app/sidebar/undo';
import type { SidebarActions } from '@/lib/app/stores/sidebar-state';
import type { Result } from '@/lib/core/result';

interface Features {
  store: SidebarStore;
  background: BackgroundClient;
  answers: Answers;
  search: TypedSearch;
  previews: Previews;
  inserts: Inserts;
  links: Links;
  copy: (id: string) => Promise<void>;
  dismiss: (id: string) => Promise<void>;
  undoOffer: UndoOffer;
  index: IndexMonitor;
  offer: Offer;
  health: HealthWatch;
  follower: PageFollower;
  link: PageLink;
}

export function createActions(features: Features): SidebarActions {
  const { store, background, search, previews, inserts, links, copy, dismiss, undoOffer, link } =
    features;

  function tell(result: Result<unknown>): void {
    if (result.ok) return;
    store.setState({ toast: { kind: 'fault', fault: result.fault, copyId: null } });
  }

  function move(step: 1 | -1): void {
    store.setState((state) => ({ selectedId: movedSelection(state, step) }));
  }

  return {
    select(id) {
      if (visibleIds(store.getState()).includes(id)) store.setState({ selectedId: id });
    },
    selectNext: () => move(1),
    selectPrevious: () => move(-1),
    insertLink: (id) => inserts.insert(id, 'link'),
    insertPassage: (id) => inserts.insert(id, 'passage'),
    insertReply: (id) => inserts.insert(id, 'reply'),
    copy,
    dismiss,
    undo: undoOffer.undo,
    openPreview: previews.open,
    closePreview: previews.close,
    openLink: links.open,
    confirmLink: links.confirm,
    undoLink: links.undo,
    closeLink: links.close,
    openSearch: search.open,
    closeSearch: search.close,
    setSearchText: search.setText,
    closeToast: () => store.setState({ toast: null }),
    reload: () => reload(features),
    suggestForText: (text) => suggestForText(features, text),
    async installSample() {
      tell(await background.send('source.addSample', {}));
      await features.index.check();
    },
    acceptOffer: features.offer.accept,
    dismissOffer: features.offer.dismiss,
    copyReport: features.health.copyReport,
    closeReport: features.health.closeReport,
    collapse: () => void link.post({ type: 'dock.collapse' }),
    focusComposer: () => void link.post({ type: 'composer.focus' }),
    async openOptions() {
      tell(await background.send('page.openOptions', {}));
    },
  };
}

/** Reads and asks anew; an answer for pasted text gives way to the ticket's. */
function reload({ store, answers, follower, link }: Features): void {
  const { page } = store.getState();
  if (!link.post({ type: 'ticket.reload' })) link.retry();
  if (page.kind === 'ticket') {
    answers.drop();
    answers.follow(page.ticket);
  } else follower.drop();
}

async function suggestForText({ store, answers, follower }: Features, text: string): Promise<void> {
  if (text.trim() === '') return;
  const { page } = store.getState();
  follower.clear();
  await answers.ask(pastedTicket(text, page.kind === 'ticket' ? page.ticket : null));
}
