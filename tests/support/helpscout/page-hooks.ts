/** The types of `window.helpscoutPage`, by which end-to-end tests drive the agent's pages in either browser. */

export type Kind = 'reply' | 'note';

interface HelpscoutHooks {
  /** Opens as a click in a list does; resolves when it is in front. The address changes at once. */
  open(id: number): Promise<void>;
  list(): Promise<void>;
  /** Resolves when nothing is on its way. */
  settled(): Promise<void>;
  /** Presses Reply or Note; resolves when the editor is there. */
  press(kind: Kind): Promise<void>;
  /** Replaces the draft of the open editor. */
  setDraft(html: string): Promise<void>;
  /** Types at the end of the open editor. */
  type(text: string): Promise<void>;
  /** HTML from the editor's model, '' for none. */
  draft(id: number, kind: Kind): string;
  openKind(): Kind | null;
  /** The conversation on screen, not the one in the address. */
  shown(): number | null;
  addThread(id: number, thread: object): void;
}

declare global {
  interface Window {
    helpscoutPage: HelpscoutHooks;
  }
}
