/** The types of `window.editorUnderTest`, by which the matrix drives an editor's page in either browser. */

/** Block, offset, end offset in characters. */
export type Caret = readonly [block: number, start: number, end?: number];

export interface Content {
  form: 'link' | 'passage';
  html: string;
  text: string;
  hrefs: string[];
}

interface Refused {
  kind: string;
  why?: string;
}

export interface EditorHooks {
  begin(draft: string, caret: Caret | null): Promise<void>;
  insert(content: Content): Promise<Refused | null>;
  undo(): Promise<Refused | null>;
  insertSoon(content: Content, milliseconds: number): void;
  insertedSoon(): Promise<Refused | null>;
  /** `draft`: of the other ticket; null where the page keeps the composer. */
  insertAndLeave(content: Content, draft: string | null): Promise<Refused | null>;
  /** How many key events, clicks and sends the page has seen that no one made. */
  unasked(): number;
  focus(): void;
  /** The other channel's draft, which must hold nothing. */
  switchAway(): Promise<string>;
  outline(): string[];
  html(): string;
}

declare global {
  interface Window {
    editorUnderTest: EditorHooks;
  }
}
