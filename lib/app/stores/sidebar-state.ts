/** What the sidebar shows and what an agent can do in it: the one contract between app and components. */
import type { Fault } from '@/lib/core/fault';
import type { Item, ItemHead } from '@/lib/model/item';
import type { LinkView } from '@/lib/model/link';
import type { PageTrouble } from '@/lib/model/page-health';
import type { PageState } from '@/lib/model/page-state';
import type { ReadyReply } from '@/lib/model/ready-reply';
import type { Recheck } from '@/lib/model/recheck';
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

/** Linking the ticket in front to a known issue: what it would change, until the agent decides. */
export type LinkState =
  | { status: 'closed' }
  | { status: 'reading'; item: ItemHead }
  | {
      status: 'shown';
      item: ItemHead;
      view: LinkView;
      /** Somebody changed the ticket after it was shown first: this is what linking changes now. */
      isRenewed: boolean;
      /** The changes are being made, or taken back. */
      isBusy: boolean;
    }
  | { status: 'failed'; item: ItemHead; fault: Fault };

/** Reading the help centre of the helpdesk in front with the agent's own session. */
export type OfferState =
  | { status: 'none' }
  | { status: 'offered'; origin: string }
  /** `isSlow`: nothing new came for long. `trouble`: it was stopped. */
  | { status: 'reading'; items: number; isSlow: boolean; trouble?: Fault }
  | { status: 'done'; items: number };

/** The tickets that were linked to an item by an agent of this browser. */
export interface LinkedTickets {
  itemId: string;
  /** Newest first; as last read, when they could not be read again. */
  tickets: LinkedTicket[];
  /** Why they could not be read. */
  fault: Fault | null;
}

export interface LinkedTicket {
  ticketKey: string;
  /** The helpdesk's number of it. */
  id: string;
  /** Null where no helpdesk that we know has it. */
  url: string | null;
  /** ISO 8601. */
  at: string;
}

/** A short message at the bottom; `undo` names what can be taken back. */
export type Toast =
  | { kind: 'inserted'; form: 'link' | 'passage' | 'reply'; title: string; undo: true }
  | { kind: 'copied'; title: string }
  | { kind: 'dismissed'; title: string; undo: true }
  /** `way`: by the problem ticket, by tag and note, or by a note that the agent has yet to add. */
  | { kind: 'linked'; way: LinkView['way'] | 'draft'; title: string; undo: true }
  /** What became of a link on a ticket that is not in front any more. */
  | { kind: 'link-fault'; fault: Fault; ticketId: string }
  | { kind: 'undone' }
  | { kind: 'report-copied' }
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
  link: LinkState;
  /** The tickets linked to the previewed issue; null when there is none, or not yet. */
  linkedTickets: LinkedTickets | null;
  /** What customers may be told about the known issue and the previewed item, by id; null for nothing. */
  readyReplies: Record<string, ReadyReply | null>;
  /** What their places said of items that were used here, by id. */
  rechecks: Record<string, Recheck>;
  index: IndexStatus;
  offer: OfferState;
  /** What cannot be found on the helpdesk's page, for as long as it cannot. */
  trouble: PageTrouble | null;
  /** The diagnostic report, to be copied by hand where the clipboard was refused. */
  report: string | null;
  toast: Toast | null;
  /** Item id and action under way; keys are ignored meanwhile. */
  busy: {
    itemId: string;
    action: 'insert-link' | 'insert-passage' | 'insert-reply' | 'copy';
  } | null;
}

/** Plain functions, none needs `this`: components pass them on as they are. */
export interface SidebarActions {
  select: (id: string) => void;
  selectNext: () => void;
  selectPrevious: () => void;
  /** All take the selected suggestion, the previewed item or the search hit with this id. */
  insertLink: (id: string) => Promise<void>;
  insertPassage: (id: string) => Promise<void>;
  insertReply: (id: string) => Promise<void>;
  copy: (id: string) => Promise<void>;
  dismiss: (id: string) => Promise<void>;
  /** Takes back the last dismissal or insert, whichever the toast offers. */
  undo: () => Promise<void>;
  openPreview: (head: ItemHead) => Promise<void>;
  closePreview: () => void;
  /** Shows what linking the ticket to this issue would change. */
  openLink: (item: ItemHead) => Promise<void>;
  /** Makes the changes that are shown. */
  confirmLink: () => Promise<void>;
  /** Takes back the link that is shown, if it was made here. */
  undoLink: () => Promise<void>;
  closeLink: () => void;
  openSearch: () => void;
  closeSearch: () => void;
  setSearchText: (text: string) => void;
  closeToast: () => void;
  /** Read the ticket and search again. */
  reload: () => void;
  /** Search with text the agent pasted, when the ticket cannot be read. */
  suggestForText: (text: string) => Promise<void>;
  installSample: () => Promise<void>;
  /** Begins to read what is offered; no key, no question. */
  acceptOffer: () => Promise<void>;
  dismissOffer: () => void;
  /** Puts a report on the clipboard, with nothing of a ticket in it. */
  copyReport: () => Promise<void>;
  closeReport: () => void;
  collapse: () => void;
  focusComposer: () => void;
  openOptions: () => Promise<void>;
}
