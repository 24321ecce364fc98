/** Decides which one view fills the sidebar. */
import { isForPastedText, shownList } from '@/lib/app/stores/visible-suggestions';
import type { SidebarState } from '@/lib/app/stores/sidebar-state';

export type MainView =
  | 'nothing-indexed'
  | 'lost'
  | 'connecting'
  | 'no-ticket'
  | 'new-ticket'
  | 'switching'
  | 'reading'
  | 'unreadable'
  | 'answer';

type Seen = Pick<SidebarState, 'index' | 'page' | 'answer' | 'connection'>;

const BY_PAGE = {
  none: 'no-ticket',
  new: 'new-ticket',
  switching: 'switching',
  loading: 'reading',
  ticket: 'answer',
  failed: 'unreadable',
} as const satisfies Record<SidebarState['page']['kind'], MainView>;

export function mainView(state: Seen): MainView {
  if (state.index.state === 'empty') return 'nothing-indexed';
  if (isForPastedText(state.answer)) return 'answer';
  // An answer that is on screen stays readable when the tab is lost; a banner says so.
  const isAnswerShown = state.page.kind === 'ticket' && shownList(state.answer) !== null;
  if (state.connection === 'lost' && !isAnswerShown) return 'lost';
  if (state.connection === 'connecting' && !isAnswerShown) return 'connecting';
  return BY_PAGE[state.page.kind];
}
