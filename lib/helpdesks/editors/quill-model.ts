/**
 * The part of Quill's API that inserting uses, by shape, for Quill 1 and 2.
 * https://quilljs.com/docs/api and https://quilljs.com/docs/delta
 */

export type Attributes = Readonly<Record<string, unknown>>;

export interface DeltaOp {
  readonly insert?: unknown;
  readonly attributes?: Attributes;
}

export interface Delta {
  readonly ops: readonly DeltaOp[];
  retain(length: number, attributes?: Attributes): Delta;
  insert(content: unknown, attributes?: Attributes): Delta;
  length(): number;
}

interface QuillRange {
  readonly index: number;
  readonly length: number;
}

export interface Quill {
  readonly root: HTMLElement;
  readonly history?: { cutoff(): void; undo(): void; redo(): void };
  readonly clipboard: { convert(content: unknown): Delta };
  /** Where the caret was before the editor lost the focus. */
  readonly selection: { readonly savedRange: QuillRange };
  isEnabled(): boolean;
  getLength(): number;
  getContents(index?: number, length?: number): Delta;
  /** The line's blot and the offset in it. */
  getLine(index: number): readonly [{ length(): number } | null, number];
  updateContents(delta: Delta, source: 'user'): void;
  setSelection(index: number, length: number, source: 'user'): void;
  format(name: string, value: unknown, source: 'user'): void;
}

/** Null where Quill does not show itself: version 1 on its container, version 2 through `window.Quill`. */
export function quillOf(element: Element): Quill | null {
  const container = element.parentElement;
  if (!element.classList.contains('ql-editor') || !container) return null;
  const own: unknown = Reflect.get(container, '__quill');
  const candidate = own ?? findByGlobal(container);
  return isQuill(candidate) && candidate.root === element ? candidate : null;
}

function findByGlobal(container: Element): unknown {
  const { defaultView } = container.ownerDocument;
  const global: unknown = defaultView && 'Quill' in defaultView ? defaultView.Quill : null;
  if (typeof global !== 'function' || !('find' in global)) return null;
  const { find } = global as { find: unknown };
  return typeof find === 'function'
    ? (global as unknown as { find(node: Element): unknown }).find(container)
    : null;
}

function isQuill(value: unknown): value is Quill {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['root', 'clipboard', 'selection', 'updateContents'].every((name) => name in value)
  );
}
