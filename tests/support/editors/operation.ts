/** What an operation of the matrix is, and what all begin with. */
import type { EditorRow } from './matrix';
import type { EditorsPage } from './open-editors';
import type { Caret, Content } from './page-hooks';

export interface Operation {
  readonly name: string;
  /** Returns why a weaker outcome, which it has checked, is all that can be had there. */
  run(page: EditorsPage, editor: EditorRow): Promise<string | void>;
  /** Drafts that plain text cannot hold. */
  readonly isRichOnly?: boolean;
}

export const DRAFT = '<p>Hello Ana,</p><p>thanks.</p>';
export const HELLO = 'p: Hello Ana,';
export const THANKS = 'p: thanks.';
export const START: Caret = [0, 0];
export const MIDDLE: Caret = [0, 2];
export const END: Caret = [1, 7];
export const SELECTED: Caret = [0, 6, 9];

export const begin = (page: EditorsPage, draft: string, caret: Caret | null = null) =>
  page.evaluate((html, at) => window.editorUnderTest.begin(html, at), draft, caret);
export const insert = (page: EditorsPage, content: Content) =>
  page.evaluate((inserted) => window.editorUnderTest.insert(inserted), content);
export const read = (page: EditorsPage) => page.evaluate(() => window.editorUnderTest.outline());
