/** The way in where the editor does not show its model: a paste event, made in the page's own world. */
import {
  refuse,
  type BridgeAnswer,
  type InsertRequest,
} from '@/lib/helpdesks/editors/bridge-protocol';
import { blanksAround, inlineOffset } from '@/lib/helpdesks/editors/placement';
import { findLoss } from '@/lib/helpdesks/editors/read-back';
import type { CleanContent } from '@/lib/helpdesks/editors/sanitise';

const FRAME_MS = 40;
const FRAMES = 12;
/** CKEditor keeps the caret in place with seven of these; they are no text. */
const CARET_FILLER = /\u2060{7}/g;

/**
 * Pastes at the caret (a link) or at the end (a passage) and waits until it shows. Cannot undo what
 * did not hold, so it says so and leaves the clipboard as the way out.
 */
export async function pasteInto(
  element: Element,
  request: InsertRequest,
  content: CleanContent,
  hasCaret: boolean,
): Promise<BridgeAnswer> {
  const document = element.ownerDocument;
  const before = shown(element);
  const html = placeCaret(element, request, content, hasCaret);
  // Editors follow the page's selection in an event of their own, later.
  await frame();
  if (!element.isConnected || element.getClientRects().length === 0) {
    return refuse('insert-failed', 'composer gone');
  }
  dispatchPaste(element, html);
  for (let tries = 0; tries < FRAMES; tries++) {
    // oxlint-disable-next-line no-await-in-loop -- waits for the editor to render
    await frame();
    const after = shown(element);
    if (findLoss(document, before, after, content) === null)
      return { ok: true, value: { before, after } };
  }
  return refuse('insert-failed', 'paste did not hold');
}

/** Collapses the selection to where the insert goes; returns the HTML with the blanks it needs there. */
function placeCaret(
  element: Element,
  { form }: InsertRequest,
  content: CleanContent,
  hasCaret: boolean,
): string {
  const document = element.ownerDocument;
  const selection = document.getSelection();
  const range = document.createRange();
  range.selectNodeContents(element);
  range.collapse(false);
  const at = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  const isInside = hasCaret && at !== null && element.contains(at.endContainer);
  let html = form === 'link' ? content.inlineHtml : content.html;
  if (form === 'link' && isInside) {
    range.setStart(at.endContainer, at.endOffset);
    const text = at.endContainer.nodeType === Node.TEXT_NODE ? at.endContainer.nodeValue : null;
    if (text !== null) {
      const offset = inlineOffset({ text, links: [] }, at.endOffset);
      const blanks = blanksAround(text, offset);
      range.setStart(at.endContainer, offset);
      html = `${blanks.before && '&nbsp;'}${html}${blanks.after && '&nbsp;'}`;
    }
  } else if (element.textContent.trim() !== '') {
    // A pasted first paragraph joins the line it lands in: let that be an empty one, or a blank.
    html = form === 'passage' ? `<p><br></p>${html}` : `&nbsp;${html}`;
  }
  range.collapse(true);
  if ('focus' in element) (element as HTMLElement).focus();
  selection?.removeAllRanges();
  selection?.addRange(range);
  return html;
}

function dispatchPaste(element: Element, html: string): void {
  const event = new ClipboardEvent('paste', {
    bubbles: true,
    cancelable: true,
    clipboardData: new DataTransfer(),
  });
  // On the event's own object: Firefox hands editors an empty copy of the one passed in.
  event.clipboardData?.setData('text/html', html);
  element.dispatchEvent(event);
}

function shown(element: Element): string {
  return element.innerHTML.replace(CARET_FILLER, '');
}

function frame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, FRAME_MS);
  });
}
