/** Collects text with marks into runs, with white space as a browser would show it. */
import type { Inline } from '@/lib/model/block';

/** The marks that are on for a piece of text. */
export type Marks = Omit<Inline, 'text'>;

/** Line breaks inside a run are `\n`. */
export interface InlineRun {
  add(text: string, marks: Marks): void;
  lineBreak(): void;
  /** True while nothing visible was added. */
  isEmpty(): boolean;
  /** The runs so far; begins anew. */
  take(): Inline[];
}

/** Pieces are joined only at the end: a parser may send a long text one character at a time. */
interface OpenRun {
  pieces: string[];
  marks: Marks;
}

// Soft hyphens, zero-width marks and control characters would split words for search and readers.
const INVISIBLE = /(?!\s)[\p{Cc}\u00ad\u200b\u2060]/gu;
const SPACES = /\s+/g;

export function createInlineRun(): InlineRun {
  let runs: OpenRun[] = [];
  let end: 'start' | 'text' | 'space' | 'break' = 'start';

  function push(piece: string, marks: Marks): void {
    const last = runs.at(-1);
    if (last !== undefined && haveSameMarks(last.marks, marks)) last.pieces.push(piece);
    else runs.push({ pieces: [piece], marks });
  }

  return {
    add(raw, marks) {
      let text = raw.replace(INVISIBLE, '').replace(SPACES, ' ');
      if (end !== 'text' && text.startsWith(' ')) text = text.slice(1);
      if (text === '') return;
      push(text, marks);
      end = text.endsWith(' ') ? 'space' : 'text';
    },
    lineBreak() {
      if (end === 'start' || end === 'break') return;
      const pieces = runs.at(-1)?.pieces;
      if (end === 'space') pieces?.push(pieces.pop()?.slice(0, -1) ?? '');
      push('\n', {});
      end = 'break';
    },
    isEmpty: () => end === 'start',
    take() {
      const taken = runs.map(({ pieces, marks }) => ({ text: pieces.join(''), ...marks }));
      runs = [];
      end = 'start';
      return trimEnd(taken);
    },
  };
}

function trimEnd(runs: Inline[]): Inline[] {
  for (let last = runs.at(-1); last !== undefined; last = runs.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text !== '') break;
    runs.pop();
  }
  return runs.filter(({ text }) => text !== '');
}

function haveSameMarks(a: Marks, b: Marks): boolean {
  return a.strong === b.strong && a.em === b.em && a.code === b.code && a.href === b.href;
}
