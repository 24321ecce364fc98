/** What the sidebar shows and what an agent can do in it: the one contract between app and components. */
import type { Fault } from '@/lib/core/fault';
import type { Item, ItemHead } from '@/lib/model/item';
import type { PageState } from '@/lib/model/page-state';
import type { IndexStatus } from '@/lib/model/source';
import type { SuggestionList } from '@/lib/model/suggestion';

/** A found item in the typed search, with ranges of its title to highlight. */
export interface TypedHit {
  item: ItemHead;
  titleMarks: [number, number][];
}

export type AnswerState =
  | { status: 'idle' }
  /** `previous` keeps the same ticket's older answer on screen while a new one is made. */
  | { status: 'loading'; ticketKey: string; previous: SuggestionList | null }
  | { status: 'ready'; list: SuggestionList }
  | { status: 'failed'; fault: Fault };

export type PreviewState =
  | { status: 'closed' }
  | { status: 'loading'; head: ItemHead }
  | { status: 'open'; item: Item }
  | { status: 'failed'; head: ItemHead; fault: Fault };

export type SearchState =
  | { status: 'closed' }
  | { status: 'idle'; text: string }
  | { status: 'searching'; text: string; hits: TypedHit[] }
  | { status: 'found'; text: string; hits: TypedHit[] }
  | { status: 'failed'; text: string; fault: Fault };

/** A short message at the bottom; `undo` names what can be taken back. */
export type Toast =
  | { kind: 'inserted'; form: 'link' | 'passage'; title: string; undo: true }
  | { kind: 'copied'; title: string }
  | { kind: 'dismissed'; title: string; undo: true }
  | { kind: 'undone' }
  /** `copyId` names the item to offer for copying when the clipboard is the way out. */
  | { kind: 'fault'; fault: Fault; copyId: string | null };

export interface SidebarState {
  /** Docked in the helpdesk page, or in the browser's own side panel. */
  surface: 'dock' | 'panel';
  connection: 'connecting' | 'connected' | 'lost';
  online: boolean;
  page: PageState;
  answer: AnswerState;
  /** Item ids dismissed on this ticket, newest last; hidden from the list. */
  dismissed: string[];
  /** The suggestion that keys act on. */
  selectedId: string | null;
  preview: PreviewState;
  search: SearchState;
  index: IndexStatus;
  toast: Toast | null;
  /** Item id and action under way; keys are ignored meanwhile. */
  busy: { itemId: string; action: 'insert-link' | 'insert-passage' | 'copy' } | null;
}

/** Plain functions, none needs `this`: components pass them on as they are. */
export interface SidebarActions {
  select: (id: string) => void;
  selectNext: () => void;
  selectPrevious: () => void;
  /** All take the selected suggestion, the previewed item or the search hit with this id. */
  insertLink: (id: string) => Promise<void>;
  insertPassage: (id: string) => Promise<void>;
  copy: (id: string) => Promise<void>;
  dismiss: (id: string) => Promise<void>;
  /** Takes back the last dismissal or insert, whichever the toast offers. */
  undo: () => Promise<void>;
  openPreview: (head: ItemHead) => Promise<void>;
  closePreview: () => void;
  openSearch: () => void;
  closeSearch: () => void;
  setSearchText: (text: string) => void;
  closeToast: () => void;
  /** Read the ticket and search again. */
  reload: () => void;
  /** Search with text the agent pasted, when the ticket cannot be read. */
  suggestForText: (text: string) => Promise<void>;
  installSample: () => Promise<void>;
  collapse: () => void;
  focusComposer: () => void;
  openOptions: () => Promise<void>;
}
