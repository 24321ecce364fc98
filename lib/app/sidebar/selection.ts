/** Which suggestion keys act on: always one that is on screen, as long as there is any. */
import type { SidebarState } from '@/lib/app/stores/sidebar-state';
import { shownList, visibleSuggestions } from '@/lib/app/stores/visible-suggestions';

type Listed = Pick<SidebarState, 'answer' | 'dismissed' | 'selectedId'>;

/** Ids of the suggestions on screen, in the order that keys walk through them. */
export function visibleIds({ answer, dismissed }: Omit<Listed, 'selectedId'>): string[] {
  const list = shownList(answer);
  return list === null ? [] : visibleSuggestions(list, dismissed).all.map(({ item }) => item.id);
}

/** The selected one if it is still on screen, else the first. */
export function keptSelection(state: Listed): string | null {
  const ids = visibleIds(state);
  const { selectedId } = state;
  return selectedId !== null && ids.includes(selectedId) ? selectedId : (ids[0] ?? null);
}

/** The one `step` places on; the ends hold. */
export function movedSelection(state: Listed, step: 1 | -1): string | null {
  const ids = visibleIds(state);
  const at = ids.indexOf(state.selectedId ?? '');
  return ids[Math.max(0, Math.min(ids.length - 1, at + step))] ?? null;
}

/** What to select when `id` goes: the next one, at the end the one before. */
export function neighbour(state: Listed, id: string): string | null {
  const ids = visibleIds(state);
  const at = ids.indexOf(id);
  if (state.selectedId !== id || at === -1) return keptSelection(state);
  return ids[at + 1] ?? ids[at - 1] ?? null;
}
