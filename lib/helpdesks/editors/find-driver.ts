/** Which editor stands behind an editable, the surest way in first. */
import { createCkeditorDriver } from '@/lib/helpdesks/editors/ckeditor5';
import { editorOf } from '@/lib/helpdesks/editors/ckeditor5-model';
import type { EditorDriver } from '@/lib/helpdesks/editors/driver';
import { createPasteDriver } from '@/lib/helpdesks/editors/paste';
import { proseMirrorOf } from '@/lib/helpdesks/editors/prosemirror-model';
import { createProseMirrorDriver } from '@/lib/helpdesks/editors/prosemirror';
import { createQuillDriver } from '@/lib/helpdesks/editors/quill';
import { quillOf } from '@/lib/helpdesks/editors/quill-model';
import { createSummernoteDriver, summernoteOf } from '@/lib/helpdesks/editors/summernote';
import { createTextareaDriver, isTextField } from '@/lib/helpdesks/editors/textarea';

const EDITABLE = new Set(['', 'true', 'plaintext-only']);

/** Null where nothing can be typed. Called for each request: editors are made anew at any time. */
export function findDriver(element: Element): EditorDriver | null {
  if (isTextField(element)) return createTextareaDriver(element);
  const ckeditor = editorOf(element);
  if (ckeditor) return createCkeditorDriver(element.ownerDocument, ckeditor);
  const proseMirror = proseMirrorOf(element);
  if (proseMirror) return createProseMirrorDriver(element.ownerDocument, proseMirror);
  const quill = quillOf(element);
  if (quill) return createQuillDriver(element.ownerDocument, quill);
  if (!EDITABLE.has(element.getAttribute('contenteditable') ?? 'false')) return null;
  const editable = element as HTMLElement;
  const summernote = summernoteOf(editable);
  return summernote ? createSummernoteDriver(editable, summernote) : createPasteDriver(editable);
}
