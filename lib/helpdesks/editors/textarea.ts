/** Plain text fields: written through the browser's own undo stack, addresses written out. */
import { refuse, type BridgeAnswer, type Held } from '@/lib/helpdesks/editors/bridge-protocol';
import type { EditorDriver, InsertJob } from '@/lib/helpdesks/editors/driver';
import { editAsBrowser } from '@/lib/helpdesks/editors/events';
import { blanksAround, inlineOffset } from '@/lib/helpdesks/editors/placement';

type TextField = HTMLTextAreaElement | HTMLInputElement;

export function isTextField(element: Element): element is TextField {
  if (element.nodeName === 'TEXTAREA') return true;
  return element.nodeName === 'INPUT' && (element as HTMLInputElement).type === 'text';
}

export function createTextareaDriver(field: TextField): EditorDriver {
  return {
    insert: (job) => insertInto(field, job),
    undo: (held) => undoIn(field, held),
  };
}

function insertInto(field: TextField, job: InsertJob): BridgeAnswer {
  if (field.readOnly || field.disabled) return refuse('insert-failed', 'read only');
  const before = field.value;
  const caret = job.hasCaret ? (field.selectionEnd ?? before.length) : before.length;
  const { at, text } =
    job.form === 'link' ? linkAt(before, caret, job) : passageAt(before, caret, job);
  const wanted = before.slice(0, at) + text + before.slice(at);
  replace(field, at, at, text);
  const after = field.value;
  if (after === wanted) {
    return { ok: true, value: { before, after } };
  }
  if (after !== before) restore(field, before);
  return refuse('insert-failed', 'text lost');
}

function linkAt(
  draft: string,
  caret: number,
  { content }: InsertJob,
): { at: number; text: string } {
  const start = draft.lastIndexOf('\n', caret - 1) + 1;
  const end = draft.indexOf('\n', caret);
  const line = draft.slice(start, end === -1 ? undefined : end);
  const offset = inlineOffset({ text: line, links: [] }, caret - start);
  const blanks = blanksAround(line, offset);
  return { at: start + offset, text: blanks.before + content.inlinePlain + blanks.after };
}

/** Below the caret's line, with an empty line where there is text next to it. */
function passageAt(
  draft: string,
  caret: number,
  { content }: InsertJob,
): { at: number; text: string } {
  const end = draft.indexOf('\n', caret);
  const at = end === -1 ? draft.length : end;
  const above = /\n*$/.exec(draft.slice(0, at))?.[0].length ?? 0;
  const isFirst = draft.slice(0, at).trim() === '';
  const lead = isFirst ? '' : '\n'.repeat(Math.max(0, 2 - above));
  const rest = draft.slice(at);
  const tail = rest.trim() === '' || rest.startsWith('\n\n') ? '' : '\n';
  return { at, text: lead + content.plain + tail };
}

function undoIn(field: TextField, { before, after }: Held): BridgeAnswer {
  if (field.value !== after) return refuse('draft-changed', 'newer typing');
  field.focus();
  editAsBrowser(field, 'undo');
  if (field.value !== before) restore(field, before);
  if (field.value !== before) return refuse('insert-failed', 'undo did not hold');
  return { ok: true, value: { before, after: before } };
}

function restore(field: TextField, draft: string): void {
  replace(field, 0, field.value.length, draft);
}

/** `insertText` keeps the browser's undo stack; where it is refused, the field's own way tells the page. */
function replace(field: TextField, start: number, end: number, text: string): void {
  const wanted = field.value.slice(0, start) + text + field.value.slice(end);
  field.focus();
  field.setSelectionRange(start, end);
  editAsBrowser(field, text === '' ? 'delete' : 'insertText', text);
  if (field.value !== wanted) {
    field.setRangeText(text, start, end, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  }
}
