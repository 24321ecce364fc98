/**
 * Inserts into Summernote 0.8 and 0.9, whose model is its DOM: changed between two snapshots of its
 * own history, so that it is one undo step. https://summernote.org/deep-dive
 */
import { refuse, type BridgeAnswer, type Held } from '@/lib/helpdesks/editors/bridge-protocol';
import { caretIn, linkPlace, passagePlace, topBlock } from '@/lib/helpdesks/editors/dom-caret';
import type { EditorDriver, InsertJob } from '@/lib/helpdesks/editors/driver';
import { findLoss, isSameShown } from '@/lib/helpdesks/editors/read-back';
import { parseInert } from '@/lib/helpdesks/editors/sanitise';

const MOST_STEPS = 4;

/** A Summernote instance by shape. */
export interface Summernote {
  invoke(command: string, ...args: readonly unknown[]): unknown;
  readonly modules: {
    readonly editor: { readonly history: { recordUndo(): void; stack?: readonly unknown[] } };
  };
}

/** The instance behind an editable; null where the page's jQuery cannot be reached. */
export function summernoteOf(editable: HTMLElement): Summernote | null {
  if (!editable.classList.contains('note-editable')) return null;
  const note = editable.closest('.note-editor')?.previousElementSibling;
  const { defaultView } = editable.ownerDocument;
  const jquery: unknown = defaultView && 'jQuery' in defaultView ? defaultView.jQuery : null;
  if (!note || typeof jquery !== 'function') return null;
  const wrapped = (jquery as (of: Element) => { data?(key: string): unknown })(note);
  const instance = wrapped.data?.('summernote');
  return isSummernote(instance) ? instance : null;
}

export function createSummernoteDriver(editable: HTMLElement, note: Summernote): EditorDriver {
  return {
    insert: (job) => insertInto(editable, note, job),
    undo: (held) => undoIn(editable, note, held),
  };
}

function insertInto(editable: HTMLElement, note: Summernote, job: InsertJob): BridgeAnswer {
  const document = editable.ownerDocument;
  const before = editable.innerHTML;
  // What was typed since the last snapshot stays a step of its own.
  note.modules.editor.history.recordUndo();
  const caret = job.hasCaret ? caretIn(editable) : null;
  const last =
    job.form === 'link' ? putInline(editable, job, caret) : putBlocks(editable, job, caret);
  selectAfter(document, last);
  note.invoke('editor.afterCommand');
  const after = editable.innerHTML;
  const loss = findLoss(document, before, after, job.content);
  if (loss) {
    note.invoke('editor.undo');
    return refuse('insert-failed', `${loss} lost`);
  }
  return { ok: true, value: { before, after } };
}

function undoIn(editable: HTMLElement, note: Summernote, { before, after }: Held): BridgeAnswer {
  const shows = (html: string): boolean =>
    isSameShown(editable.ownerDocument, editable.innerHTML, html);
  if (!shows(after)) return refuse('draft-changed', 'newer typing');
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    note.invoke('editor.undo');
    if (shows(before)) return { ok: true, value: { before, after: before } };
  }
  for (let steps = 0; steps < MOST_STEPS; steps++) note.invoke('editor.redo');
  return refuse('insert-failed', 'undo did not hold');
}

function putInline(
  editable: HTMLElement,
  { content }: InsertJob,
  caret: Range | null,
): Node | null {
  const document = editable.ownerDocument;
  const { range, blanks } = linkPlace(editable, caret);
  const nodes = nodesOf(document, content.inlineHtml);
  const fragment = document.createDocumentFragment();
  fragment.append(blanks.before, ...nodes, blanks.after);
  range.insertNode(fragment);
  return nodes.at(-1) ?? null;
}

function putBlocks(
  editable: HTMLElement,
  { content }: InsertJob,
  caret: Range | null,
): Node | null {
  const nodes = nodesOf(editable.ownerDocument, content.html);
  const { range, needsLine } = passagePlace(editable, caret);
  const around = caret ?? range;
  const block = outermost(editable, around.endContainer);
  if (!block) editable.append(...nodes);
  else if (needsLine || topBlock(editable, block) === null) block.after(...nodes);
  else block.replaceWith(...nodes);
  return nodes.at(-1) ?? null;
}

/** The editable's own child around `node`. */
function outermost(editable: HTMLElement, node: Node): ChildNode | null {
  let at: Node | null = node;
  while (at && at.parentNode !== editable) at = at.parentNode;
  return at as ChildNode | null;
}

function nodesOf(document: Document, html: string): Node[] {
  return [...parseInert(document, html).body.childNodes].map((node) =>
    document.importNode(node, true),
  );
}

function selectAfter(document: Document, node: Node | null): void {
  const selection = document.getSelection();
  if (!node || !selection) return;
  const range = document.createRange();
  // Inside a block, but beside a link: what is typed next is not part of it.
  if (node.nodeName === 'A' || node.nodeType === Node.TEXT_NODE) range.setStartAfter(node);
  else {
    range.selectNodeContents(node);
    range.collapse(false);
  }
  range.collapse(true);
  selection.removeAllRanges();
  selection.addRange(range);
}

function isSummernote(value: unknown): value is Summernote {
  if (typeof value !== 'object' || value === null) return false;
  return 'invoke' in value && 'modules' in value;
}
