/** The types of `window.__standIn`, by which end-to-end tests drive the agent page in either browser. */
import type { DecoupledEditor } from 'ckeditor5';

type PageChannel = 'web' | 'internal' | 'native_messaging';

interface StandInHooks {
  /** Opens the ticket as a click in a view does; resolves when it is in front and its editor lives. */
  open(ticketId: number): Promise<void>;
  /** Switches as a click on the ticket's tab does; the URL has changed when this returns its promise. */
  switchTo(ticketId: number): Promise<void>;
  /** Resolves when nothing is on its way: pane in front, editors made. */
  settled(): Promise<void>;
  /** HTML of a channel's draft, of the current channel when left out; null for a ticket without composer. */
  currentDraft(ticketId: number, channel?: PageChannel): string | null;
  /** Replaces the composer's node and editor, keeping channel and drafts. */
  rerenderComposer(ticketId: number): Promise<void> | null;
  setChannel(ticketId: number, channel: PageChannel): Promise<void> | null;
  channelOf(ticketId: number): PageChannel | null;
  editorOf(ticketId: number): DecoupledEditor | null;
  closeTab(ticketId: number): void;
  /** Opens the ticket's side conversation and puts the caret into its editor. */
  openSideConversation(ticketId: number): Promise<void>;
  /** What its editor holds, as HTML. */
  sideDraft(ticketId: number): Promise<string | null>;
  /** What the composer of a ticket not yet made holds, as HTML. */
  newTicketDraft(counter: number): string | null;
}

declare global {
  interface Window {
    __standIn: StandInHooks;
  }
}
