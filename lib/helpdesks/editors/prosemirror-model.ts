/**
 * The part of ProseMirror's API that inserting uses, by shape, found through the `editor` property
 * that tiptap 2 and 3 put on the editable. https://prosemirror.net/docs/ref/
 */

export interface PmMark {
  readonly type: { readonly name: string };
  readonly attrs: Readonly<Record<string, unknown>>;
}

export interface PmFragment {
  readonly size: number;
  readonly childCount: number;
}

export interface PmNode {
  readonly type: { readonly name: string; readonly spec: { readonly code?: boolean } };
  readonly isText: boolean;
  readonly isTextblock: boolean;
  readonly text?: string;
  readonly nodeSize: number;
  readonly childCount: number;
  readonly content: PmFragment;
  readonly marks: readonly PmMark[];
  forEach(visit: (child: PmNode) => void): void;
  resolve(position: number): PmPosition;
}

export interface PmPosition {
  readonly depth: number;
  readonly parent: PmNode;
  readonly parentOffset: number;
  node(depth: number): PmNode;
  start(depth?: number): number;
  before(depth: number): number;
  after(depth: number): number;
}

interface PmSelection {
  readonly to: number;
}

export interface PmTransaction {
  readonly doc: PmNode;
  insert(position: number, content: PmFragment): PmTransaction;
  insertText(text: string, from: number): PmTransaction;
  replaceWith(from: number, to: number, content: PmFragment): PmTransaction;
  setSelection(selection: PmSelection): PmTransaction;
  setStoredMarks(marks: readonly PmMark[]): PmTransaction;
  setMeta(key: string, value: unknown): PmTransaction;
}

interface PmParser {
  parse(dom: Element, options?: object): PmNode;
  parseSlice(dom: Element, options?: object): { readonly content: PmFragment };
}

export interface PmView {
  readonly dom: HTMLElement;
  readonly editable: boolean;
  readonly state: {
    readonly doc: PmNode;
    readonly tr: PmTransaction;
    readonly selection: PmSelection;
    /** ProseMirror keeps the schema's parser here once anybody has asked for it. */
    readonly schema: { readonly cached: { readonly domParser?: PmParser } };
  };
  dispatch(transaction: PmTransaction): void;
}

export interface ProseMirror {
  readonly view: PmView;
  readonly parser: PmParser;
  getHTML(): string;
}

/** Null where ProseMirror does not show itself; it still takes a paste. */
export function proseMirrorOf(element: Element): ProseMirror | null {
  const editor: unknown = 'editor' in element ? element.editor : null;
  if (!isTiptap(editor) || editor.view.dom !== element) return null;
  const parser = editor.view.state.schema.cached.domParser;
  return parser ? { view: editor.view, parser, getHTML: () => editor.getHTML() } : null;
}

function isTiptap(value: unknown): value is { view: PmView; getHTML(): string } {
  if (typeof value !== 'object' || value === null) return false;
  if (!('getHTML' in value && 'view' in value)) return false;
  const { view } = value;
  return typeof view === 'object' && view !== null && 'state' in view && 'dispatch' in view;
}
