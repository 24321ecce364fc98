/** Where an insert goes in an editable whose model cannot be seen, as a range in its DOM. */
import { blanksAround, inlineOffset, type Line } from '@/lib/helpdesks/editors/placement';

const BLOCK =
  'p,div,li,pre,blockquote,td,th,h1,h2,h3,h4,h5,h6,[data-slate-object="block"],[data-block]';
/** Blocks in which a pasted passage would become part of a list, a quote or code. */
const NESTING = 'ul,ol,pre,blockquote,table';

export interface Place {
  range: Range;
  /** What the line needs around the insert. */
  blanks: { before: string; after: string };
  /** Nothing follows on the line. */
  isAtEnd: boolean;
  /** A passage needs a line of its own. */
  needsLine: boolean;
}

/** The agent's caret in `element`: the end of the selection; null when there is none. */
export function caretIn(element: Element): Range | null {
  const selection = element.ownerDocument.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null;
  if (!range || !element.contains(range.endContainer)) return null;
  range.collapse(false);
  return range;
}

/** A link's place: at the caret, but inside neither a word nor a link; else the end of the text. */
export function linkPlace(element: Element, caret: Range | null): Place {
  const at = caret ?? endOf(lastBlock(element));
  const block = blockAround(element, at.endContainer);
  const runs = runsOf(block);
  const line = lineOf(runs);
  const offset = offsetIn(runs, at);
  const moved = besideLink(line, inlineOffset(line, offset));
  return {
    range: moved === offset && caret ? at : positionAt(runs, moved, block),
    blanks: blanksAround(line.text, moved),
    isAtEnd: line.text.slice(moved).trim() === '',
    needsLine: false,
  };
}

/** Beyond the blank after a link: right at its end, editors take what is pasted for a part of it. */
function besideLink({ text, links }: Line, offset: number): number {
  const isAtLink = (links[offset - 1] ?? null) !== null;
  return isAtLink && /\s/.test(text[offset] ?? '') ? offset + 1 : offset;
}

/** A passage's place: the end of the caret's paragraph, else the end of the draft. */
export function passagePlace(element: Element, caret: Range | null): Place {
  const top = caret ? topBlock(element, caret.endContainer) : null;
  const block = top ?? lastBlock(element);
  return {
    range: endOf(block),
    blanks: { before: '', after: '' },
    isAtEnd: true,
    needsLine: visibleText(block) !== '' && visibleText(element) !== '',
  };
}

/** Zero-width fillers are no text. */
export function visibleText(node: Node): string {
  return (node.textContent ?? '').replace(/[\u200B\uFEFF]/g, '').trim();
}

/** The editable's own child around `node`, where a passage can go right below it. */
export function topBlock(element: Element, node: Node): Element | null {
  let at: Node | null = node;
  while (at && at.parentNode !== element) at = at.parentNode;
  // Some editors wrap all blocks once more.
  if (at && isWrapper(element, at)) return topBlock(at as Element, node);
  if (at?.nodeType !== Node.ELEMENT_NODE) return null;
  const block = at as Element;
  return block.matches(NESTING) || block.querySelector(NESTING) ? null : block;
}

function isWrapper(element: Element, node: Node): boolean {
  if (element.childElementCount !== 1 || node.nodeType !== Node.ELEMENT_NODE) return false;
  return [...(node as Element).children].some((child) => child.matches(BLOCK));
}

function lastBlock(element: Element): Element {
  const last = element.lastElementChild;
  return last?.matches(BLOCK) ? lastBlock(last) : element;
}

function blockAround(element: Element, node: Node): Element {
  const start = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
  const block = start?.closest(BLOCK);
  return block && element.contains(block) ? block : element;
}

function runsOf(block: Element): Text[] {
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const runs: Text[] = [];
  while (walker.nextNode()) runs.push(walker.currentNode as Text);
  return runs;
}

function lineOf(runs: readonly Text[]): Line {
  const links = runs.flatMap((run) => {
    const href = run.parentElement?.closest('a')?.getAttribute('href') ?? null;
    return Array.from({ length: run.length }, () => href);
  });
  // One unit each, so that offsets stay; a blank, so that no blank is put beside it.
  const text = runs.map(({ data }) => data.replace(/[\u200B\uFEFF]/g, ' ')).join('');
  return { text, links };
}

/** UTF-16 units of the block's text before the range. */
function offsetIn(runs: readonly Text[], at: Range): number {
  let offset = 0;
  for (const run of runs) {
    if (run === at.endContainer) return offset + at.endOffset;
    if (at.comparePoint(run, 0) >= 0) return offset;
    offset += run.length;
  }
  return offset;
}

function positionAt(runs: readonly Text[], offset: number, block: Element): Range {
  const range = block.ownerDocument.createRange();
  let rest = offset;
  for (const run of runs) {
    if (rest <= run.length) {
      const link = run.parentElement?.closest('a');
      // In front of what follows the link, or what is put there would be part of it.
      if (link && rest === run.length) range.setStartAfter(link);
      else range.setStart(run, rest);
      range.collapse(true);
      return range;
    }
    rest -= run.length;
  }
  return endOf(block);
}

/** After the last character: editors map positions in text more surely than those between elements. */
function endOf(block: Element): Range {
  const range = block.ownerDocument.createRange();
  const last = runsOf(block).at(-1);
  if (last) range.setStart(last, last.length);
  else {
    range.selectNodeContents(block);
    range.collapse(false);
  }
  range.collapse(true);
  return range;
}
