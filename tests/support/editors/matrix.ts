/** The matrix of editors: who is in it, and its table with every cell that is not plain green explained. */
import type { BrowserName } from '@/tests/support/browsers/page-driver';

export interface EditorRow {
  readonly name: string;
  readonly label: string;
  /** Takes text only: addresses are written out. */
  readonly isPlain: boolean;
  /** `model`: its instance is reachable; `paste`: only its events are; `dom`: there is nothing but the DOM. */
  readonly way: 'model' | 'paste' | 'dom';
  /** Operations whose outcome is weaker there, and says why. */
  readonly weaker: readonly string[];
}

export const IN_A_LIST = 'passage in a list';
export const TYPED_BEFORE = 'undo keeps what was typed before';

const row = (name: string, label: string, way: EditorRow['way'], isPlain = false): EditorRow => ({
  name,
  label,
  way,
  isPlain,
  weaker: [
    ...(way !== 'model' && !isPlain ? [IN_A_LIST] : []),
    ...(['prosemirror', 'quill-hidden'].includes(name) ? [TYPED_BEFORE] : []),
  ],
});

export const EDITORS: readonly EditorRow[] = [
  row('ckeditor5', 'CKEditor 5', 'model'),
  row('ckeditor5-hidden', 'CKEditor 5, hidden', 'paste'),
  row('slate-html', 'Slate 0.47', 'paste'),
  row('slate-text', 'Slate 0.47, text paste', 'paste', true),
  row('summernote', 'Summernote', 'model'),
  row('summernote-hidden', 'Summernote, hidden', 'dom'),
  row('tiptap', 'tiptap 3', 'model'),
  row('prosemirror', 'ProseMirror, hidden', 'paste'),
  row('quill', 'Quill 2', 'model'),
  row('quill-hidden', 'Quill 2, hidden', 'paste'),
  row('quill-1', 'Quill 1', 'model'),
  row('textarea', 'textarea', 'model', true),
  row('contenteditable', 'contenteditable', 'dom'),
];

type Cell = 'held' | 'failed' | 'not-applicable' | { explained: string };

export interface Matrix {
  set(editor: string, operation: string, browser: BrowserName, cell: Cell): void;
  /** Operations down, editors across; in each cell Chromium, then Firefox. */
  print(): string;
}

export function createMatrix(): Matrix {
  const cells = new Map<string, Cell>();
  const operations = new Set<string>();
  const notes: string[] = [];

  const mark = (cell: Cell | undefined): string => {
    if (cell === undefined) return ' ';
    if (cell === 'held') return '✓';
    if (cell === 'failed') return '✗';
    if (cell === 'not-applicable') return '–';
    if (!notes.includes(cell.explained)) notes.push(cell.explained);
    return String.fromCodePoint(0x61 + notes.indexOf(cell.explained));
  };

  return {
    set(editor, operation, browser, cell) {
      operations.add(operation);
      cells.set(`${editor}|${operation}|${browser}`, cell);
    },
    print() {
      const width = Math.max(...[...operations].map(({ length }) => length));
      const heads = EDITORS.map(({ label }, at) => `${String(at + 1).padStart(2)} ${label}`);
      const lines = [...operations].map((operation) => {
        const marks = EDITORS.map(({ name }) => {
          const at = (browser: BrowserName) => mark(cells.get(`${name}|${operation}|${browser}`));
          return ` ${at('chromium')}${at('firefox')}`;
        });
        return operation.padEnd(width) + marks.join(' ');
      });
      const numbers = EDITORS.map((_, at) => String(at + 1).padStart(3)).join(' ');
      return [
        ...heads,
        '',
        ''.padEnd(width) + numbers,
        ...lines,
        '',
        '✓ held  ✗ failed  – not applicable; Chromium, then Firefox',
        ...notes.map((note, at) => `${String.fromCodePoint(0x61 + at)} ${note}`),
      ].join('\n');
    },
  };
}
