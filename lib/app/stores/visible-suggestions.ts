/** Which suggestions are on screen, in the order that keys walk through them. */
import { PASTED_ID } from '@/lib/app/sidebar/pasted-ticket';
import type { SidebarState } from '@/lib/app/stores/sidebar-state';
import type { Suggestion, SuggestionList } from '@/lib/model/suggestion';

export interface VisibleSuggestions {
  knownIssue: Suggestion | null;
  others: Suggestion[];
  /** Known issue first, then the others. */
  all: Suggestion[];
  /** How many were left out because the agent dismissed them. */
  hidden: number;
}

/** The list on screen: the answer, or the same ticket's older answer while a new one is made. */
export function shownList(answer: SidebarState['answer']): SuggestionList | null {
  if (answer.status === 'ready') return answer.list;
  return answer.status === 'loading' ? answer.previous : null;
}

/** The key of the ticket, or of the pasted text, that the answer is for; null without one. */
function answeredKey(answer: SidebarState['answer']): string | null {
  if (answer.status === 'ready') return answer.list.ticketKey;
  return answer.status === 'loading' ? answer.ticketKey : null;
}

/** True when the answer is for text that the agent pasted, not for the ticket in front. */
export function isForPastedText(answer: SidebarState['answer']): boolean {
  return answeredKey(answer)?.endsWith(`#${PASTED_ID}`) === true;
}

/** `list` without what was dismissed on this ticket. */
export function visibleSuggestions(list: SuggestionList, dismissed: string[]): VisibleSuggestions {
  const gone = new Set(dismissed);
  const stays = (suggestion: Suggestion) => !gone.has(suggestion.item.id);
  const knownIssue = list.knownIssue !== null && stays(list.knownIssue) ? list.knownIssue : null;
  const others = list.suggestions.filter(stays);
  const all = knownIssue === null ? others : [knownIssue, ...others];
  const total = list.suggestions.length + (list.knownIssue === null ? 0 : 1);
  return { knownIssue, others, all, hidden: total - all.length };
}
