/** Finds what an action's id stands for: a suggestion, the previewed item or a search hit. */
import type { BackgroundClient } from '@/lib/app/background-client';
import { openingBlocks } from '@/lib/app/sidebar/insert-content';
import type { SidebarState } from '@/lib/app/stores/sidebar-state';
import { shownList } from '@/lib/app/stores/visible-suggestions';
import { ok, type Result } from '@/lib/core/result';
import type { Block } from '@/lib/model/block';
import type { ItemHead } from '@/lib/model/item';
import type { Suggestion } from '@/lib/model/suggestion';

/** The item with this id, as far as it is on screen; null when it is not. */
export function findHead(state: SidebarState, id: string): ItemHead | null {
  const { preview, search } = state;
  const heads = [
    findSuggestion(state, id)?.item,
    preview.status === 'open' ? preview.item : undefined,
    preview.status === 'loading' || preview.status === 'failed' ? preview.head : undefined,
    ...('hits' in search ? search.hits.map(({ item }) => item) : []),
  ];
  return heads.find((head) => head?.id === id) ?? null;
}

/**
 * What of the item answers the ticket: an issue's workaround, a suggestion's passage, else the
 * start of the item, read from the background where it is not here.
 */
export async function answeringBlocks(
  state: SidebarState,
  head: ItemHead,
  background: BackgroundClient,
): Promise<Result<Block[]>> {
  const workaround = head.issue?.workaround ?? [];
  if (workaround.length > 0) return ok(workaround);
  const passage = findSuggestion(state, head.id)?.passage.blocks ?? [];
  if (passage.length > 0) return ok(passage);
  const { preview } = state;
  if (preview.status === 'open' && preview.item.id === head.id) {
    return ok(openingBlocks(preview.item.blocks));
  }
  const item = await background.send('item.read', { id: head.id });
  return item.ok ? ok(openingBlocks(item.value.blocks)) : item;
}

function findSuggestion({ answer }: SidebarState, id: string): Suggestion | undefined {
  const list = shownList(answer);
  if (list === null) return undefined;
  return [list.knownIssue ?? [], list.suggestions].flat().find(({ item }) => item.id === id);
}
