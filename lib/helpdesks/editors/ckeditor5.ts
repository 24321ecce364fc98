/** Inserts through CKEditor 5's own model: one undo step, nothing replaced, read back and compared. */
import { refuse, type BridgeAnswer, type Held } from '@/lib/helpdesks/editors/bridge-protocol';
import type {
  Editor,
  ModelBatch,
  ModelElement,
  ModelNode,
  ModelText,
  ModelWriter,
} from '@/lib/helpdesks/editors/ckeditor5-model';
import type { EditorDriver, InsertJob } from '@/lib/helpdesks/editors/driver';
import { blanksAround, inlineOffset, type Line } from '@/lib/helpdesks/editors/placement';
import { findLoss, isSameData } from '@/lib/helpdesks/editors/read-back';
import type { CleanContent } from '@/lib/helpdesks/editors/sanitise';

/** The last insert into each editor, so that exactly this step is undone. */
const lastInserts = new WeakMap<Editor, { after: string; batch: ModelBatch }>();

export function createCkeditorDriver(document: Document, editor: Editor): EditorDriver {
  return {
    insert: (job) => insertInto(document, editor, job),
    undo: (held) => undoIn(editor, held),
  };
}

function insertInto(document: Document, editor: Editor, job: InsertJob): BridgeAnswer {
  const { form, content, hasCaret } = job;
  if (editor.isReadOnly) return refuse('insert-failed', 'read only');
  const before = editor.getData();
  const batch = editor.model.createBatch();
  editor.model.enqueueChange(batch, (writer) => {
    if (form === 'link' && insertInline(editor, writer, content, hasCaret)) return;
    const html = form === 'link' ? `<p>${content.inlineHtml}</p>` : content.html;
    insertBlocks(editor, writer, html, hasCaret);
  });
  const after = editor.getData();
  const loss = findLoss(document, before, after, content);
  if (loss) {
    if (after !== before) editor.execute('undo', batch);
    return refuse('insert-failed', `${loss} lost`);
  }
  lastInserts.set(editor, { after, batch });
  showCaret(document, editor);
  return { ok: true, value: { before, after } };
}

function undoIn(editor: Editor, { before, after }: Held): BridgeAnswer {
  if (!isSameData(editor.getData(), after)) return refuse('draft-changed', 'newer typing');
  const last = lastInserts.get(editor);
  if (last && isSameData(last.after, after)) editor.execute('undo', last.batch);
  // A re-created editor has no history of the insert, but the same data.
  if (!isSameData(editor.getData(), before)) restore(editor, before);
  if (!isSameData(editor.getData(), before)) return refuse('insert-failed', 'undo did not hold');
  lastInserts.delete(editor);
  return { ok: true, value: { before, after: before } };
}

/** Replaces all content in one undoable step; `setData` would empty the undo history. */
function restore(editor: Editor, data: string): void {
  editor.model.enqueueChange(editor.model.createBatch(), (writer) => {
    const root = editor.model.document.getRoot();
    if (!root) return;
    for (const child of Array.from(root.getChildren())) writer.remove(child);
    writer.insert(editor.data.parse(data), root, 0);
  });
}

/** Puts a link into the line with the caret. False where that line takes no links, e.g. in code. */
function insertInline(
  editor: Editor,
  writer: ModelWriter,
  content: CleanContent,
  hasCaret: boolean,
): boolean {
  const place = caretOf(editor, hasCaret);
  if (!place || !takesLinks(editor, place.block)) return false;
  const { block } = place;
  const line = lineOf(block);
  const at = inlineOffset(line, place.offset);
  const blanks = blanksAround(line.text, at);
  if (blanks.before) writer.insertText(blanks.before, block, at);
  const start = at + blanks.before.length;
  const fragment = editor.data.parse(content.inlineHtml, '$block');
  const end = start + fragment.maxOffset;
  writer.insert(fragment, block, start);
  if (blanks.after) writer.insertText(blanks.after, block, end);
  writer.setSelection(block, end);
  leaveLink(editor, writer);
  return true;
}

/** What the agent types next is not part of the link. */
function leaveLink(editor: Editor, writer: ModelWriter): void {
  const attributes = [...editor.model.document.selection.getAttributeKeys()];
  for (const key of attributes) if (key.startsWith('link')) writer.removeSelectionAttribute(key);
}

/**
 * CKEditor leaves the page's caret where it was while the keyboard is elsewhere, and takes it for its
 * own when the keyboard comes back: put it behind the insert.
 */
function showCaret(document: Document, { editing, model }: Editor): void {
  const position = model.document.selection.getLastPosition();
  if (!position || !editing) return;
  const place = editing.view.domConverter.viewPositionToDom(
    editing.mapper.toViewPosition(position),
  );
  if (place) document.getSelection()?.collapse(place.parent, place.offset);
}

/** CKEditor itself allows links in code; who copies the code would copy them as text. */
function takesLinks({ model: { schema } }: Editor, block: ModelElement): boolean {
  if (block.name === 'codeBlock' || !schema.checkChild(block, '$text')) return false;
  return schema.checkAttribute([block, '$text'], 'linkHref');
}

/** The end of the selection, or of the draft when the agent has not been in it. */
function caretOf(
  editor: Editor,
  hasCaret: boolean,
): { block: ModelElement; offset: number } | null {
  const position = hasCaret ? editor.model.document.selection.getLastPosition() : null;
  if (position) return { block: position.parent, offset: position.offset };
  const root = editor.model.document.getRoot();
  const last = root?.getChild(root.childCount - 1);
  if (!last?.is('element')) return null;
  const block = last as ModelElement;
  return { block, offset: block.maxOffset };
}

function lineOf(block: ModelElement): Line {
  let text = '';
  const links: (string | null)[] = [];
  for (const child of block.getChildren()) {
    const isText = child.is('$text');
    const data = isText ? (child as ModelText).data : childText(child);
    const link = child.getAttribute('linkHref');
    text += data;
    for (let unit = 0; unit < data.length; unit++)
      links.push(typeof link === 'string' ? link : null);
  }
  return { text, links };
}

/** A line break is white space; any other widget is one unit that is no letter. */
function childText(child: ModelNode): string {
  return (child as ModelElement).name === 'softBreak' ? '\n' : '\uFFFC';
}

/** Puts blocks after the caret's outermost block (after the whole list in a list), or at the end. */
function insertBlocks(editor: Editor, writer: ModelWriter, html: string, hasCaret: boolean): void {
  const root = editor.model.document.getRoot();
  if (!root) return;
  const blocks = [...editor.data.parse(html).getChildren()];
  const [first] = blocks;
  const last = blocks.at(-1);
  if (!first || !last) return;
  const position = hasCaret ? editor.model.document.selection.getLastPosition() : null;
  const anchor = endOfList(root.getChild(position?.path[0] ?? root.childCount - 1));
  const empty = anchor && isBlankParagraph(anchor) ? anchor : null;
  const previous = empty ? empty.previousSibling : anchor;
  const next = anchor?.nextSibling ?? null;
  // Two lists side by side become one; an empty line keeps them apart.
  const nodes = [
    ...(isInList(previous) && isInList(first) ? [writer.createElement('paragraph')] : []),
    ...blocks,
    ...(isInList(last) && isInList(next) ? [writer.createElement('paragraph')] : []),
  ];
  let after: ModelNode | null = anchor;
  for (const node of nodes) {
    if (after) writer.insert(node, after, 'after');
    else writer.insert(node, root, 0);
    after = node;
  }
  // The empty line the caret stands on is where the passage belongs.
  if (empty) writer.remove(empty);
  if (!editor.model.schema.checkChild(last as ModelElement, '$text')) return;
  writer.setSelection(last, 'end');
  leaveLink(editor, writer);
}

function endOfList(node: ModelNode | null): ModelNode | null {
  let end = node;
  while (end && isInList(end) && isInList(end.nextSibling)) end = end.nextSibling;
  return end;
}

function isInList(node: ModelNode | null): boolean {
  return node !== null && (node.hasAttribute('listItemId') || node.hasAttribute('listIndent'));
}

function isBlankParagraph(node: ModelNode): boolean {
  if (!node.is('element') || [...node.getAttributeKeys()].length > 0) return false;
  const { name, childCount } = node as ModelElement;
  return name === 'paragraph' && childCount === 0;
}
