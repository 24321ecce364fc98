/** Inserts through ProseMirror's own transactions: one undo step, nothing replaced, read back and compared. */
import { refuse, type BridgeAnswer, type Held } from '@/lib/helpdesks/editors/bridge-protocol';
import type { EditorDriver, InsertJob } from '@/lib/helpdesks/editors/driver';
import { stepHistory } from '@/lib/helpdesks/editors/events';
import { blanksAround, inlineOffset, type Line } from '@/lib/helpdesks/editors/placement';
import type {
  PmFragment,
  PmNode,
  PmPosition,
  PmTransaction,
  ProseMirror,
} from '@/lib/helpdesks/editors/prosemirror-model';
import { findLoss } from '@/lib/helpdesks/editors/read-back';
import { parseInert } from '@/lib/helpdesks/editors/sanitise';

/** Name of prosemirror-history's plugin key: what follows is a step of its own. */
const CLOSE_HISTORY = 'closeHistory$';
const MOST_STEPS = 4;

export function createProseMirrorDriver(document: Document, editor: ProseMirror): EditorDriver {
  return {
    insert: (job) => insertInto(document, editor, job),
    undo: (held) => undoIn(editor, held),
  };
}

function insertInto(document: Document, editor: ProseMirror, job: InsertJob): BridgeAnswer {
  const { view } = editor;
  if (!view.editable) return refuse('insert-failed', 'read only');
  const before = editor.getHTML();
  const position = caretOf(editor, job.hasCaret);
  const tr = view.state.tr.setMeta(CLOSE_HISTORY, true);
  const isInline = job.form === 'link' && takesLinks(position.parent);
  if (isInline) insertInline(document, editor, tr, position, job);
  else {
    const html = job.form === 'link' ? `<p>${job.content.inlineHtml}</p>` : job.content.html;
    insertBlocks(editor, tr, position, parseBlocks(document, editor, html));
  }
  // What the agent types next is neither part of the link nor of this undo step.
  view.dispatch(tr.setStoredMarks([]));
  const after = editor.getHTML();
  const loss = findLoss(document, before, after, job.content);
  if (loss) {
    if (after !== before) stepHistory(view.dom, 'undo');
    return refuse('insert-failed', `${loss} lost`);
  }
  view.dispatch(view.state.tr.setMeta(CLOSE_HISTORY, true).setStoredMarks([]));
  return { ok: true, value: { before, after } };
}

function undoIn(editor: ProseMirror, { before, after }: Held): BridgeAnswer {
  if (editor.getHTML() !== after) return refuse('draft-changed', 'newer typing');
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    stepHistory(editor.view.dom, 'undo');
    if (editor.getHTML() === before) return { ok: true, value: { before, after: before } };
  }
  for (let steps = 0; steps < MOST_STEPS; steps++) stepHistory(editor.view.dom, 'redo');
  return refuse('insert-failed', 'undo did not hold');
}

/** The end of the selection, or of the draft's last line when the agent has not been in it. */
function caretOf({ view: { state } }: ProseMirror, hasCaret: boolean): PmPosition {
  const end = hasCaret ? state.selection.to : state.doc.content.size;
  const position = state.doc.resolve(end);
  if (position.parent.isTextblock) return position;
  for (let at = end; at > 0; at--) {
    const inside = state.doc.resolve(at);
    if (inside.parent.isTextblock) return inside;
  }
  return position;
}

function takesLinks(block: PmNode): boolean {
  return block.isTextblock && block.type.spec.code !== true;
}

function insertInline(
  document: Document,
  { parser, view }: ProseMirror,
  tr: PmTransaction,
  position: PmPosition,
  { content }: InsertJob,
): void {
  const line = lineOf(position.parent);
  const offset = inlineOffset(line, position.parentOffset);
  const blanks = blanksAround(line.text, offset);
  const at = position.start() + offset;
  const dom = parseInert(document, content.inlineHtml).body;
  const link = parser.parseSlice(dom, { preserveWhitespace: 'full' }).content;
  if (blanks.after) tr.insertText(blanks.after, at);
  tr.insert(at, link);
  if (blanks.before) tr.insertText(blanks.before, at);
  select(view, tr, at + blanks.before.length + link.size);
}

/** After the caret's outermost block, or in place of the empty line it is. */
function insertBlocks(
  { view }: ProseMirror,
  tr: PmTransaction,
  position: PmPosition,
  blocks: PmFragment,
): void {
  if (position.depth === 0) {
    tr.insert(tr.doc.content.size, blocks);
    return;
  }
  const block = position.node(1);
  const isBlank = block.isTextblock && block.childCount === 0 && !block.type.spec.code;
  const start = isBlank ? position.before(1) : position.after(1);
  if (isBlank) tr.replaceWith(start, position.after(1), blocks);
  else tr.insert(start, blocks);
  select(view, tr, start + blocks.size);
}

function parseBlocks(document: Document, { parser }: ProseMirror, html: string): PmFragment {
  return parser.parse(parseInert(document, html).body).content;
}

/** The last place in text at or before `at`. Selection's static methods are only reachable through one. */
function select({ state }: ProseMirror['view'], tr: PmTransaction, at: number): void {
  const Selection = state.selection.constructor as unknown as {
    near?(position: PmPosition, bias: number): { to: number };
  };
  const near = Selection.near?.(tr.doc.resolve(at), -1);
  if (near) tr.setSelection(near);
}

function lineOf(block: PmNode): Line {
  let text = '';
  const links: (string | null)[] = [];
  block.forEach((child) => {
    const data = child.isText ? (child.text ?? '') : childText(child);
    const href = child.marks.find(({ type }) => type.name === 'link')?.attrs['href'];
    text += data;
    for (let unit = 0; unit < data.length; unit++) {
      links.push(typeof href === 'string' ? href : null);
    }
  });
  return { text, links };
}

/** A line break is white space; any other node is no letter. As many units as it takes positions. */
function childText(child: PmNode): string {
  return (child.type.name === 'hardBreak' ? '\n' : '\uFFFC').repeat(child.nodeSize);
}
