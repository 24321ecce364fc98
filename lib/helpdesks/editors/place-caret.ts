/** Puts the caret where an insert goes, and makes sure that the editor has followed. */
import {
  caretIn,
  linkPlace,
  passagePlace,
  visibleText,
  type Place,
} from '@/lib/helpdesks/editors/dom-caret';
import type { InsertJob } from '@/lib/helpdesks/editors/driver';
import { pause } from '@/lib/helpdesks/editors/events';
import { compact } from '@/lib/helpdesks/editors/sanitise';

const SELECTION_MS = 30;
/** Slate 0.47 follows the page's selection at most every 100 ms. */
const SLATE_SELECTION_MS = 130;
/** How often the caret is put where it belongs. */
const MOST_TRIES = 4;

/** Puts the caret where the insert goes and waits until the editor has seen it there. */
export async function placeCaret(
  element: HTMLElement,
  { form, hasCaret }: InsertJob,
): Promise<Place> {
  const caret = hasCaret ? caretIn(element) : null;
  if (element.ownerDocument.activeElement !== element) {
    element.focus();
    await pause(0);
  }
  // Focus may have made the text's nodes anew.
  const kept = caret && element.contains(caret.endContainer) ? caret : null;
  const place = form === 'link' ? linkPlace(element, kept) : passagePlace(element, kept);
  const isSlate = element.matches('[data-slate-editor]');
  await selectSurely(element, place.range, isSlate ? SLATE_SELECTION_MS : SELECTION_MS);
  return place;
}

/** Right after it gets the keyboard, an editor may put its own old caret back: then once more. */
async function selectSurely(element: HTMLElement, range: Range, patienceMs: number): Promise<void> {
  const offset = caretOffset(element, range);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    select(element, range);
    // oxlint-disable-next-line no-await-in-loop -- editors follow the page's selection in a later event
    await pause(patienceMs);
    const caret = caretIn(element);
    if (caret && caretOffset(element, caret) === offset) return;
  }
}

/** Characters before the caret: nodes may have been made anew, text has not. */
function caretOffset(element: HTMLElement, caret: Range): number {
  const before = element.ownerDocument.createRange();
  before.selectNodeContents(element);
  before.setEnd(caret.endContainer, caret.endOffset);
  return compact(visibleText(before.cloneContents())).length;
}

function select(element: HTMLElement, range: Range): void {
  const selection = element.ownerDocument.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
