/** Keeps the ready reply of the known issue and of the previewed item at hand, so that it can be read first. */
import type { SidebarParts } from '@/lib/app/sidebar/parts';
import type { SidebarStore } from '@/lib/app/sidebar/store';
import { answeringBlocks } from '@/lib/app/sidebar/targets';
import { shownList } from '@/lib/app/stores/visible-suggestions';
import type { SidebarState } from '@/lib/app/stores/sidebar-state';
import { ok, type Result } from '@/lib/core/result';
import type { ItemHead } from '@/lib/model/item';
import type { ReadyReply } from '@/lib/model/ready-reply';

export interface ReadyReplies {
  /** Null where there is nothing that a customer may be told. */
  make: (item: ItemHead) => Promise<Result<ReadyReply | null>>;
  stop: () => void;
}

interface ReplyParts extends Pick<SidebarParts, 'background' | 'watchReplyTemplates'> {
  store: SidebarStore;
}

export function createReadyReplies({
  store,
  background,
  watchReplyTemplates,
}: ReplyParts): ReadyReplies {
  async function make(item: ItemHead): Promise<Result<ReadyReply | null>> {
    const state = store.getState();
    const { page } = state;
    // Issues have their workaround; only what explains something has a passage.
    const passage = item.issue ? ok([]) : await answeringBlocks(state, item, background);
    if (!passage.ok) return passage;
    const request = { itemId: item.id, passage: passage.value };
    return background.send(
      'reply.make',
      page.kind === 'ticket' ? { ...request, ticket: page.ticket } : request,
    );
  }

  async function refresh(item: ItemHead): Promise<void> {
    const before = store.getState();
    const made = await make(item);
    const now = store.getState();
    // Of another ticket by then, or out of sight.
    const isWanted = now.page === before.page && itemsInSight(now).some(({ id }) => id === item.id);
    if (!made.ok || !isWanted) return;
    store.setState({ readyReplies: { ...now.readyReplies, [item.id]: made.value } });
  }

  const stopFollowing = store.subscribe((state, before) => {
    const isSamePage = state.page === before.page;
    const known = new Set(isSamePage ? itemsInSight(before).map(({ id }) => id) : []);
    for (const item of itemsInSight(state)) if (!known.has(item.id)) void refresh(item);
  });
  const stopWatching = watchReplyTemplates(() => {
    for (const item of itemsInSight(store.getState())) void refresh(item);
  });
  return {
    make,
    stop() {
      stopFollowing();
      stopWatching();
    },
  };
}

/** Whose ready reply is shown: the known issue, and the item that is read whole. */
function itemsInSight({ answer, preview }: SidebarState): ItemHead[] {
  const items: ItemHead[] = [];
  const issue = shownList(answer)?.knownIssue?.item;
  if (issue !== undefined) items.push(issue);
  if (preview.status === 'open') items.push(preview.item);
  return items;
}
