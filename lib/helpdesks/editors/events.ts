/** The events that a person's paste, undo and redo make; editors take them from the page's own world. */

export interface Clip {
  html?: string;
  text: string;
}

/** True when the editor took the paste over. That alone does not prove that anything was inserted. */
export function dispatchPaste(element: Element, { html, text }: Clip): boolean {
  const event = new ClipboardEvent('paste', {
    bubbles: true,
    cancelable: true,
    clipboardData: new DataTransfer(),
  });
  // On the event's own object: Firefox hands editors an empty copy of the one passed in.
  if (html !== undefined) event.clipboardData?.setData('text/html', html);
  event.clipboardData?.setData('text/plain', text);
  return !asOwn(() => element.dispatchEvent(event));
}

/** One step back or forth in the editor's own history, or in the browser's where it has none. */
export function stepHistory(element: Element, step: 'undo' | 'redo'): void {
  const keys = step === 'undo' ? ['z'] : ['Z', 'y'];
  // Who takes a key cancels it; editors differ in the key for redo.
  if (!keys.some((key) => pressShortcut(element, key))) editAsBrowser(element, step);
}

/** True when the editor took the key. A capital is with Shift. */
function pressShortcut(element: Element, key: string): boolean {
  const { navigator } = element.ownerDocument.defaultView ?? globalThis;
  const isApple = /Mac|iPhone|iPad/.test(navigator.platform);
  const upper = key.toUpperCase();
  const event = new KeyboardEvent('keydown', {
    key,
    code: `Key${upper}`,
    // oxlint-disable-next-line typescript/no-deprecated -- older editors read nothing else
    keyCode: upper.charCodeAt(0),
    ctrlKey: !isApple,
    metaKey: isApple,
    shiftKey: key === upper,
    bubbles: true,
    cancelable: true,
  });
  return !element.dispatchEvent(event);
}

/**
 * The browser's own editing at the caret, only while `element` has the keyboard. Deprecated, but the
 * one way that keeps the browser's undo stack: https://developer.mozilla.org/docs/Web/API/Document/execCommand
 */
export function editAsBrowser(
  element: Element,
  command: 'insertHTML' | 'insertText' | 'delete' | 'undo' | 'redo',
  value = '',
): void {
  const document = element.ownerDocument;
  if (document.activeElement !== element) return;
  // oxlint-disable-next-line typescript/no-deprecated -- nothing has replaced it
  asOwn(() => document.execCommand(command, false, value));
}

/** How many edits of ours are under way: browsers report them like an agent's. */
let ownEdits = 0;

function asOwn<T>(edit: () => T): T {
  ownEdits += 1;
  try {
    return edit();
  } finally {
    ownEdits -= 1;
  }
}

/** What text comes and goes by; pastes and formats are not typing. */
const TYPING =
  /^(insert(Text|CompositionText|ReplacementText|FromDrop|LineBreak|Paragraph)|delete\w+)$/;

/**
 * Notices the agent's own typing while an insert waits for the editor. Dictation, emoji panels and
 * spelling corrections press no key; editors that take every key themselves report no input.
 */
export function watchTyping(document: Document): { readonly hasTyped: boolean; stop(): void } {
  let hasTyped = false;
  const onInput = (event: Event): void => {
    const { isTrusted, inputType } = event as InputEvent;
    if (isTrusted && ownEdits === 0 && TYPING.test(inputType)) hasTyped = true;
  };
  const onKey = ({ isTrusted, key, ctrlKey, altKey, metaKey }: KeyboardEvent): void => {
    const isShortcut = ctrlKey || altKey || metaKey;
    const isText = key.length === 1 || ['Enter', 'Backspace', 'Delete', 'Process'].includes(key);
    if (isTrusted && isText && !isShortcut) hasTyped = true;
  };
  document.addEventListener('keydown', onKey, true);
  document.addEventListener('input', onInput, true);
  return {
    get hasTyped() {
      return hasTyped;
    },
    stop() {
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('input', onInput, true);
    },
  };
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
