/** The sidebar's logic as a whole: everything connected, nothing of a browser in it. */
import { createIndexMonitor, type IndexMonitor } from '@/lib/app/index-monitor';
import { createActions } from '@/lib/app/sidebar/actions';
import { createAnswers, type Answers } from '@/lib/app/sidebar/answers';
import { createCommands } from '@/lib/app/sidebar/commands';
import { createCopying } from '@/lib/app/sidebar/copying';
import { createDismissals } from '@/lib/app/sidebar/dismissals';
import { watchHealth } from '@/lib/app/sidebar/health';
import { createInserts } from '@/lib/app/sidebar/inserts';
import { followLinkedTickets } from '@/lib/app/sidebar/linked-tickets';
import { createLinks, VIEW_LIMIT_MS, WORK_LIMIT_MS, type Links } from '@/lib/app/sidebar/links';
import { createOffer } from '@/lib/app/sidebar/offer';
import { createPageFollower } from '@/lib/app/sidebar/page-follower';
import { createPageLink, type PageLink } from '@/lib/app/sidebar/page-link';
import { createPageRequests } from '@/lib/app/sidebar/page-requests';
import type { SidebarParts } from '@/lib/app/sidebar/parts';
import { createPreviews } from '@/lib/app/sidebar/previews';
import { createReadyReplies } from '@/lib/app/sidebar/ready-replies';
import { createRechecks } from '@/lib/app/sidebar/rechecks';
import { createSignals, type Signals } from '@/lib/app/sidebar/signals';
import { createSidebarStore, type SidebarStore } from '@/lib/app/sidebar/store';
import { createTypedSearch } from '@/lib/app/sidebar/typed-search';
import { createUndoOffer, type UndoOffer } from '@/lib/app/sidebar/undo';
import type { SidebarActions } from '@/lib/app/stores/sidebar-state';
import { shownList } from '@/lib/app/stores/visible-suggestions';
import type { FromPage, ToPage } from '@/lib/messaging/page-contract';
import type { LinkView } from '@/lib/model/link';
import type { PageHealth } from '@/lib/model/page-health';
import type { IndexStatus } from '@/lib/model/source';

export interface Sidebar {
  store: SidebarStore;
  actions: SidebarActions;
  stop: () => void;
}

/** Builds the sidebar and starts it. */
export function createSidebar(parts: SidebarParts): Sidebar {
  const { background, network } = parts;
  const store = createSidebarStore(parts.surface, network.isOnline());
  const signals = createSignals(parts);
  const undoOffer = createUndoOffer(store);
  const answers = createAnswers({ store, background, signals });
  const search = createTypedSearch({ ...parts, store, signals });
  const rechecks = createRechecks({ ...parts, store });
  const previews = createPreviews({ store, background, signals, rechecks });
  const requests = createPageRequests((message) => link.post(message));
  const linking = createLinking(parts, { store, signals, undoOffer }, (message) =>
    link.post(message),
  );
  const { links } = linking;
  const replies = createReadyReplies({ ...parts, store });
  const looks = createPageRequests<PageHealth>((message) => link.post(message));
  const health = watchHealth({ ...parts, store, requests: looks });
  const inserting = { store, requests, replies, rechecks, signals, undoOffer };
  const inserts = createInserts({ ...parts, ...inserting });
  const copy = createCopying({ ...parts, store, signals });
  const dismiss = createDismissals({ store, signals, undoOffer, answers });
  const index = watchIndex(parts, store, answers);
  const offer = createOffer({ ...parts, store, onMore: () => void index.check() });
  const follower = createPageFollower({
    store,
    answers,
    onClear() {
      search.cancel();
      previews.cancel();
      links.cancel();
    },
  });
  const obey = createCommands({ ...parts, store, insert: inserts.insert, link: links.open });
  const link: PageLink = createPageLink(parts.page, {
    onTab: follower.onTab,
    onLine: follower.onLine,
    onBroken: () => [requests, looks, linking].forEach((asking) => asking.breakOff()),
    onMessage(message: FromPage) {
      if (message.type === 'state') follower.show(message.state);
      else if (message.type === 'insert.done') requests.answer(message.requestId, message.result);
      else if (message.type === 'command') obey(message.command);
      else if (message.type === 'health.checked') looks.answer(message.requestId, message.result);
      else linking.hear(message);
    },
  });
  const features = {
    answers,
    search,
    previews,
    inserts,
    links,
    copy,
    dismiss,
    index,
    offer,
    health,
    follower,
    link,
  };
  const stopNetwork = network.onChange(() => store.setState({ online: network.isOnline() }));
  const stopReturns = parts.attention.onReturn(() => link.reconnect());
  link.start();
  void index.check();
  return {
    store,
    actions: createActions({ ...features, store, undoOffer, background }),
    stop() {
      stopNetwork();
      stopReturns();
      linking.stop();
      replies.stop();
      index.stop();
      offer.stop();
      health.stop();
      link.stop();
      follower.drop();
    },
  };
}

interface Linking {
  links: Links;
  /** An answer to what linking asked the page. */
  hear: (message: Extract<FromPage, { type: `link.${string}` }>) => void;
  breakOff: () => void;
  stop: () => void;
}

/** Linking with its two kinds of questions to the page. */
function createLinking(
  parts: SidebarParts,
  around: { store: SidebarStore; signals: Signals; undoOffer: UndoOffer },
  post: (message: ToPage) => boolean,
): Linking {
  const views = createPageRequests<LinkView>(post, VIEW_LIMIT_MS);
  const work = createPageRequests(post, WORK_LIMIT_MS);
  return {
    links: createLinks({ ...parts, ...around, views, work }),
    hear(message) {
      if (message.type === 'link.viewed') views.answer(message.requestId, message.result);
      else work.answer(message.requestId, message.result);
    },
    breakOff() {
      views.breakOff();
      work.breakOff();
    },
    stop: followLinkedTickets({ ...parts, ...around }),
  };
}

/** Keeps the index's status, and asks again for the ticket when there is more to find. */
function watchIndex(
  { background, attention }: SidebarParts,
  store: SidebarStore,
  answers: Answers,
): IndexMonitor {
  let known: IndexStatus | null = null;
  /** How much was indexed when we last asked again: the same state is never reason enough twice. */
  let askedAt = -1;
  const monitor = createIndexMonitor({
    background,
    attention,
    onStatus(status) {
      const before = known;
      known = status;
      store.setState({ index: status });
      const isMore = before !== null && hasMore(before, status, store);
      if (!isMore && !(isBehind(status, store) && askedAt !== status.indexed)) return;
      askedAt = status.indexed;
      answers.askAgain();
    },
  });
  // The first answer may come from an index that began after its status was last asked for.
  const stopWatching = store.subscribe(({ answer, index }, previous) => {
    if (answer === previous.answer || answer.status !== 'ready') return;
    if (answer.list.searchedItems !== index.indexed) void monitor.check();
  });
  return {
    ...monitor,
    stop() {
      stopWatching();
      monitor.stop();
    },
  };
}

/** True when the answer on screen is from less, or more, than is indexed now. */
function isBehind(now: IndexStatus, store: SidebarStore): boolean {
  const list = shownList(store.getState().answer);
  return now.state === 'ready' && list !== null && list.searchedItems !== now.indexed;
}

/** True when another answer may be found than with what was indexed `before`. */
function hasMore(before: IndexStatus, now: IndexStatus, store: SidebarStore): boolean {
  if (now.state === 'indexing') {
    // Anything is better than nothing; after that, one more answer when all is indexed.
    return now.indexed > 0 && shownList(store.getState().answer)?.searchedItems === 0;
  }
  const isDone = before.state === 'indexing' && now.state === 'ready';
  return isDone || before.items !== now.items || before.indexed !== now.indexed;
}
