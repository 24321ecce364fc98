/** Inserts through Quill's own deltas: one undo step, nothing replaced, read back and compared. */
import { refuse, type BridgeAnswer, type Held } from '@/lib/helpdesks/editors/bridge-protocol';
import type { EditorDriver, InsertJob } from '@/lib/helpdesks/editors/driver';
import { blanksAround, inlineOffset, type Line } from '@/lib/helpdesks/editors/placement';
import type { Attributes, Delta, DeltaOp, Quill } from '@/lib/helpdesks/editors/quill-model';
import { findLoss, isSameShown } from '@/lib/helpdesks/editors/read-back';

const MOST_STEPS = 4;

export function createQuillDriver(document: Document, quill: Quill): EditorDriver {
  return {
    insert: (job) => insertInto(document, quill, job),
    undo: (held) => undoIn(document, quill, held),
  };
}

function insertInto(document: Document, quill: Quill, job: InsertJob): BridgeAnswer {
  if (!quill.isEnabled()) return refuse('insert-failed', 'read only');
  const before = quill.root.innerHTML;
  const { delta, caret } = planFor(quill, job);
  quill.history?.cutoff();
  quill.updateContents(delta, 'user');
  quill.history?.cutoff();
  const after = quill.root.innerHTML;
  const loss = findLoss(document, before, after, job.content);
  if (loss) {
    if (after !== before) quill.history?.undo();
    return refuse('insert-failed', `${loss} lost`);
  }
  quill.setSelection(caret, 0, 'user');
  // What the agent types next is not part of the link.
  quill.format('link', false, 'user');
  return { ok: true, value: { before, after } };
}

function undoIn(document: Document, quill: Quill, { before, after }: Held): BridgeAnswer {
  const shows = (html: string): boolean => isSameShown(document, quill.root.innerHTML, html);
  if (!shows(after)) return refuse('draft-changed', 'newer typing');
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    quill.history?.undo();
    if (shows(before)) return { ok: true, value: { before, after: before } };
  }
  for (let steps = 0; steps < MOST_STEPS; steps++) quill.history?.redo();
  return refuse('insert-failed', 'undo did not hold');
}

interface Plan {
  delta: Delta;
  caret: number;
}

function planFor(quill: Quill, { form, content, hasCaret }: InsertJob): Plan {
  const saved = quill.selection.savedRange;
  const last = quill.getLength() - 1;
  const caret = hasCaret ? Math.min(saved.index + saved.length, last) : last;
  const start = caret - quill.getLine(caret)[1];
  const offset = caret - start;
  const ops = lineOps(quill, start);
  const isCode = 'code-block' in endAttributes(ops);
  return form === 'link' && !isCode
    ? planLink(quill, start, offset, ops, convert(quill, content.inlineHtml))
    : planPassage(quill, endOfList(quill, start), convert(quill, content.html));
}

function planLink(
  quill: Quill,
  start: number,
  offset: number,
  ops: readonly DeltaOp[],
  link: Delta,
): Plan {
  const line = lineOf(ops);
  const at = inlineOffset(line, offset);
  const blanks = blanksAround(line.text, at);
  const delta = emptyDelta(quill).retain(start + at);
  if (blanks.before) delta.insert(blanks.before);
  for (const { insert, attributes } of link.ops) delta.insert(insert, attributes);
  if (blanks.after) delta.insert(blanks.after);
  return { delta, caret: start + at + blanks.before.length + link.length() };
}

/**
 * Quill keeps a line's kind on the line break that ends it: the caret's line gets a break of its own
 * kind, and the passage's last line takes over the one that was there.
 */
function planPassage(quill: Quill, start: number, passage: Delta): Plan {
  const ops = lineOps(quill, start);
  const own = endAttributes(ops);
  const length = lineOf(ops).text.length - 1;
  const isBlank = length === 0 && Object.keys(own).length === 0;
  const { body, end } = withoutLastBreak(passage);
  const delta = emptyDelta(quill).retain(start + length);
  if (!isBlank) delta.insert('\n', own);
  for (const { insert, attributes } of body) delta.insert(insert, attributes);
  const none = Object.fromEntries(Object.keys(own).map((name) => [name, null]));
  const caret = delta.length();
  return { delta: delta.retain(1, { ...none, ...end }), caret };
}

/** The start of the list's last line where `start` is in a list. */
function endOfList(quill: Quill, start: number): number {
  const next = start + (quill.getLine(start)[0]?.length() ?? 1);
  if (!('list' in endAttributes(lineOps(quill, start))) || next >= quill.getLength()) return start;
  return 'list' in endAttributes(lineOps(quill, next)) ? endOfList(quill, next) : start;
}

/** The line that begins at `start`, with the break that ends it. */
function lineOps(quill: Quill, start: number): readonly DeltaOp[] {
  return quill.getContents(start, quill.getLine(start)[0]?.length() ?? 1).ops;
}

/** Quill drops the last line break of plain paragraphs when it converts, and of nothing else. */
function withoutLastBreak({ ops }: Delta): { body: DeltaOp[]; end: Attributes } {
  const last = ops.at(-1);
  if (typeof last?.insert !== 'string' || !last.insert.endsWith('\n') || !last.attributes) {
    return { body: [...ops], end: {} };
  }
  const rest = last.insert.slice(0, -1);
  const kept = rest === '' ? [] : [{ ...last, insert: rest }];
  return { body: [...ops.slice(0, -1), ...kept], end: last.attributes };
}

/** Version 1 takes the HTML itself. */
function convert(quill: Quill, html: string): Delta {
  return quill.clipboard.convert('getSemanticHTML' in quill ? { html } : html);
}

function emptyDelta(quill: Quill): Delta {
  const Delta = quill.getContents(0, 0).constructor as new () => Delta;
  return new Delta();
}

function endAttributes(ops: readonly DeltaOp[]): Attributes {
  return ops.at(-1)?.attributes ?? {};
}

function lineOf(ops: readonly DeltaOp[]): Line {
  let text = '';
  const links: (string | null)[] = [];
  for (const { insert, attributes } of ops) {
    const data = typeof insert === 'string' ? insert : '\uFFFC';
    const href = attributes?.['link'];
    text += data;
    for (let unit = 0; unit < data.length; unit++) {
      links.push(typeof href === 'string' ? href : null);
    }
  }
  return { text, links };
}
