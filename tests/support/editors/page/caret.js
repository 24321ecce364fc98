/** Sets the caret in an editable as a click would: focus, then the page's selection. */

/** Slate 0.47 follows the selection at most every 100 ms; the others at once. */
const SLATE_MS = 130;
const OTHERS_MS = 20;

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
  await pause(0);
  const element = editable.children[block] ?? editable;
  const range = document.createRange();
  range.setStart(...positionAt(element, start));
  range.setEnd(...positionAt(element, end));
  const selection = document.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  await pause(editable.matches('[data-slate-editor]') ? SLATE_MS : OTHERS_MS);
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
