/** A helpdesk as a random agent sees it: the same verbs for each, and the truth of page and server. */
import type { DockedPage } from '@/tests/support/extension/docked-page';
import type { LinkTarget } from '@/lib/model/link';
import type { Kind, LinkPart, Mishap } from '@/tests/support/random-agent/plan';

export interface DeskTicket {
  id: number;
  /** As the sidebar names it: `origin#id`. */
  key: string;
  subject: string;
}

/** The page at one moment, read in one go. */
export interface Sight {
  /** From the address; null for a list. */
  addressed: number | null;
  /** What is drawn; null for a list. */
  inFront: number | null;
  kind: Kind | null;
  /** HTML by ticket and kind, '' for none. */
  drafts: { id: number; kind: Kind; html: string }[];
}

/** A ticket as the server has it. */
export interface Standing {
  /** Every known issue it is linked to. */
  links: string[];
  tags: readonly string[];
  /** Internal notes that say it was linked, and that it is no longer. */
  linkNotes: number;
  undoNotes: number;
  /** Everything that nobody may change here, as text. */
  rest: string;
}

export interface Desk {
  readonly page: DockedPage;
  readonly tickets: readonly DeskTicket[];
  readonly issues: readonly LinkTarget[];
  /** Loads the page anew, at the ticket: drafts are gone. */
  load(ticket: DeskTicket): Promise<void>;
  look(): Promise<Sight>;
  /** Begins to change; nobody waits for the page to be there. */
  move(to: DeskTicket | null): Promise<void>;
  settled(): Promise<void>;
  setKind(kind: Kind): Promise<void>;
  /** Types at the end of the open composer. */
  type(ticket: DeskTicket, text: string): Promise<void>;
  /** Whether the ticket is open in the page, so that showing it needs no network. */
  isLoaded(ticket: DeskTicket): boolean;
  /** Closes its tab where there are tabs: its drafts are gone. False where there are none. */
  closeTab(ticket: DeskTicket): Promise<boolean>;
  addTag(ticket: DeskTicket, tag: string): void;
  fail(what: Mishap, at: LinkPart): void;
  clearFailures(): void;
  setOnline(isOnline: boolean): void;
  setSession(isGood: boolean): void;
  standing(ticket: DeskTicket): Standing;
  /** How many requests have changed anything. */
  writes(): number;
  /** What went to a customer, or out by the page's own buttons. */
  sent(): string[];
  close(): Promise<void>;
}

const target = (name: string, problemId: number | null): LinkTarget => ({
  tag: `known-issue-${name}`,
  note: `Known issue ${name}: it stops\nhttps://tracker.example/${name}`,
  undoNote: `No longer linked to ${name}.`,
  problemId: problemId === null ? null : String(problemId),
});

/** The known issues an agent may link to; the last one has a problem ticket where there are such. */
export const linkTargets = (problemId: number | null): LinkTarget[] => [
  target('exp-214', null),
  target('sync-4031', null),
  target('zqx-7731', problemId),
];

/** How many notes begin so. */
export const countNotes = (notes: readonly string[], beginning: RegExp): number =>
  notes.filter((note) => beginning.test(note)).length;

export const LINK_NOTE = /^(<[^>]+>)*Known issue/;
export const UNDO_NOTE = /^(<[^>]+>)*No longer linked/;
