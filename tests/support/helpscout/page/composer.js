/** The reply box: there only once Reply or Note was pressed, the same place for both, a draft for each. */
import { withHtml, withText } from '../../editors/page/slate.js';
import { element } from './threads.js';

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Where a click below the text puts the caret: in Firefox Slate knows no other place than text. */
function lastText(editable) {
  const walker = document.createTreeWalker(editable, NodeFilter.SHOW_TEXT);
  let last = null;
  while (walker.nextNode()) last = walker.currentNode;
  return last;
}

export function createComposer({ labels, readsHtml, composerDelay }, currentOf) {
  const editor = readsHtml ? withHtml : withText;
  /** Drafts by conversation and kind, as HTML. */
  const drafts = new Map();
  /** @type {{ kind: string, conversation: any, frame: HTMLElement, mounted: any } | null} */
  let opened = null;
  /** @type {Promise<void>} */
  let opening = Promise.resolve();
  let openings = 0;

  const keyOf = (id, kind) => `${id} ${kind}`;
  const keep = () => {
    if (!opened?.mounted) return;
    drafts.set(keyOf(opened.conversation.id, opened.kind), opened.mounted.html());
    opened.mounted.destroy();
  };

  async function mount(kind, draft) {
    const conversation = currentOf();
    const place = element('div', { class: 'editor-container' });
    const frame = element(
      'div',
      { class: 'Composercss__ComposerContainerUI-sc-5b4a3c-0' },
      place,
      element('button', { type: 'button' }, 'Send'),
    );
    const slot = document.querySelector(
      '.composer-slot, [class^="Composercss__ComposerContainerUI"]',
    );
    slot.replaceWith(frame);
    const mounted = await editor.mount(place, draft);
    mounted.editable.setAttribute('data-cy', 'ConvoEditor');
    if (labels)
      mounted.editable.setAttribute('aria-label', kind === 'note' ? 'Note Editor' : 'Reply Editor');
    opened = { kind, conversation, frame, mounted };
  }

  async function open(kind) {
    const opens = (openings += 1);
    const conversation = currentOf();
    await pause(composerDelay);
    if (opens !== openings || conversation === null || conversation !== currentOf()) return;
    keep();
    await mount(kind, drafts.get(keyOf(conversation.id, kind)) ?? '');
  }

  return {
    open(kind) {
      opening = open(kind);
    },
    settled: () => opening,
    node: () => opened?.frame ?? null,
    /** Another conversation comes: the draft is kept, the editor goes. */
    leave() {
      openings += 1;
      keep();
      opened = null;
    },
    /** A conversation with a draft shows it at once. */
    arrive() {
      const kind = ['reply', 'note'].find((one) => drafts.get(keyOf(currentOf().id, one)));
      if (kind) opening = open(kind);
    },
    async setDraft(html) {
      const { kind } = opened;
      opened.mounted.destroy();
      await mount(kind, html);
    },
    /** As the agent's keys would, at the end; again until the editor has taken it. */
    async type(text) {
      const { mounted } = opened;
      for (let tries = 0; tries < 5 && !mounted.html().includes(text.trim()); tries++) {
        mounted.editable.focus();
        // Slate puts its own selection back when it gets the focus.
        await pause(50);
        const end = lastText(mounted.editable);
        getSelection().collapse(end, end.data === '\uFEFF' ? 0 : end.length);
        // Slate follows the page's selection at most every 100 ms.
        await pause(150);
        // oxlint-disable-next-line typescript/no-deprecated -- the only way to type from a script
        document.execCommand('insertText', false, text);
        await pause(50);
      }
      if (!mounted.html().includes(text.trim())) throw new Error('The editor takes no typing');
    },
    draft(id, kind) {
      if (opened?.mounted && opened.conversation.id === id && opened.kind === kind)
        return opened.mounted.html();
      return drafts.get(keyOf(id, kind)) ?? '';
    },
    openKind: () => opened?.kind ?? null,
    send() {
      const body = {
        conversationId: opened.conversation.id,
        channel: opened.kind,
        html: opened.mounted.html(),
      };
      void fetch('/stand-in/submit', { method: 'POST', body: JSON.stringify(body) });
    },
  };
}
