/** One real editor per page, `?editor=…`, with our bridge beside it; tests drive it by `window.editorUnderTest`. */
import { createEditorBridge } from '@/lib/helpdesks/editors/bridge-client';
import { startBridgeHost } from '@/lib/helpdesks/editors/bridge-host';
import { placeCaret, pause } from './caret.js';
import { outline, textLines } from './outline.js';

/**
 * @typedef {object} Mounted
 * @property {HTMLElement} editable
 * @property {() => string} html The draft as HTML (plain text for a text field), from the editor's model.
 * @property {() => void} destroy
 */

/** @type {Record<string, () => Promise<{ mount(host: HTMLElement, draft: string): Promise<Mounted> }>>} */
const EDITORS = {
  ckeditor5: async () => (await import('./ckeditor5.js')).shown,
  'ckeditor5-hidden': async () => (await import('./ckeditor5.js')).hidden,
  'slate-html': async () => (await import('./slate.js')).withHtml,
  'slate-text': async () => (await import('./slate.js')).withText,
  summernote: async () => (await import('./summernote.js')).shown,
  'summernote-hidden': async () => (await import('./summernote.js')).hidden,
  tiptap: async () => (await import('./prosemirror.js')).tiptap,
  prosemirror: async () => (await import('./prosemirror.js')).bare,
  quill: async () => (await import('./quill.js')).shown,
  'quill-hidden': async () => (await import('./quill.js')).hidden,
  'quill-1': async () => (await import('./quill.js')).first,
  textarea: async () => (await import('./textarea.js')).textarea,
  contenteditable: async () => (await import('./contenteditable.js')).contenteditable,
};

const name = new URLSearchParams(location.search).get('editor') ?? '';
const host = /** @type {HTMLElement} */ (document.querySelector('#composer'));
startBridgeHost(document);
let bridge = createEditorBridge(document);
const factory = await EDITORS[name]?.();
/** @type {Mounted | null} */
let mounted = null;
/** @type {{ before: string, after: string } | null} */
let receipt = null;
/** @type {Promise<{ kind: string } | null> | null} */
let late = null;

/** @param {string} draft */
async function mount(draft) {
  mounted?.destroy();
  const place = document.createElement('div');
  host.replaceChildren(place);
  mounted = await factory.mount(place, draft);
}

/** Keys and sends that nobody pressed. */
let unasked = 0;
for (const type of ['keydown', 'keypress', 'keyup', 'submit', 'click']) {
  document.addEventListener(
    type,
    (event) => {
      const isUndo = type === 'keydown' && /^[zy]$/i.test(event.key) && event.ctrlKey;
      if (!event.isTrusted && !isUndo) unasked += 1;
    },
    true,
  );
}

const html = () => mounted?.html() ?? '';
const isText = () => mounted?.editable.nodeName === 'TEXTAREA';

window.editorUnderTest = {
  /** A new editor with this draft; `caret` as a click or a drag would set it: block, offset, end offset. */
  async begin(draft, caret) {
    await mount(draft);
    bridge = createEditorBridge(document);
    if (caret) await placeCaret(mounted.editable, caret);
    // The agent looks at the sidebar now.
    document.querySelector('#elsewhere').focus();
    await pause(0);
  },
  async insert(content) {
    const held = await bridge.insert(mounted.editable, content);
    receipt = held.ok ? held.value : receipt;
    return held.ok ? null : { kind: held.fault.kind, ...held.fault.detail };
  },
  async undo() {
    const undone = await bridge.undo(mounted.editable, receipt);
    await pause(30);
    return undone.ok ? null : { kind: undone.fault.kind, ...undone.fault.detail };
  },
  /** Inserts a little later, while the test types. */
  insertSoon(content, milliseconds) {
    late = pause(milliseconds).then(() => window.editorUnderTest.insert(content));
  },
  insertedSoon: () => late,
  /** The agent goes to another ticket at once: into a new composer, or into the same one that the page keeps. */
  async insertAndLeave(content, draft) {
    const asked = window.editorUnderTest.insert(content);
    history.pushState({}, '', `${location.search}&ticket=2`);
    if (draft !== null) await mount(draft);
    return asked;
  },
  unasked: () => unasked,
  focus: () => mounted.editable.focus(),
  /** To the note and back: each time a new editor with what the model of the old one held. */
  async switchAway() {
    const draft = html();
    await mount('');
    const other = html();
    await mount(draft);
    return other;
  },
  outline: () => (isText() ? textLines(html()) : outline(html())),
  html,
};
