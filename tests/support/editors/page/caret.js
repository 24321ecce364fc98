/** Sets the caret in an editable as a click would: focus, then the page's selection. */

/** Slate 0.47 follows the selection at most every 100 ms; the others at once. */
const SLATE_MS = 130;
const OTHERS_MS = 40;

export function pause(milliseconds) {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/**
 * @param {HTMLElement} editable
 * @param {[block: number, start: number, end?: number]} caret
 */
export async function placeCaret(editable, [block, start, end = start]) {
  editable.focus();
  if (editable instanceof HTMLTextAreaElement) {
    const before = editable.value.split('\n\n').slice(0, block).join('\n\n').length;
    const offset = block > 0 ? before + 2 : 0;
    editable.setSelectionRange(offset + start, offset + end);
    return;
  }
  // CKEditor renders its own caret 50 ms after it got the keyboard.
  await pause(editable.matches('.ck') ? 60 : 0);
  const element = editable.children[block] ?? editable;
  const range = document.createRange();
  range.setStart(...positionAt(element, start));
  range.setEnd(...positionAt(element, end));
  const selection = document.getSelection();
  const wanted = textBefore(editable, range);
  // Right after it gets the keyboard, an editor may put its own old caret back.
  for (let tries = 0; tries < 10; tries++) {
    selection.removeAllRanges();
    selection.addRange(range);
    await pause(editable.matches('[data-slate-editor]') ? SLATE_MS : OTHERS_MS);
    if (selection.rangeCount > 0 && textBefore(editable, selection.getRangeAt(0)) === wanted)
      return;
  }
  throw new Error('The editor does not keep the caret');
}

function textBefore(editable, caret) {
  const before = document.createRange();
  before.selectNodeContents(editable);
  before.setEnd(caret.endContainer, caret.endOffset);
  return before.toString().replace(/[\s\u200B\uFEFF]/g, '').length;
}

/** @returns {[Node, number]} */
function positionAt(element, offset) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let rest = offset;
  while (walker.nextNode()) {
    const { length } = walker.currentNode;
    if (rest <= length) return [walker.currentNode, rest];
    rest -= length;
  }
  return [element, element.childNodes.length];
}
