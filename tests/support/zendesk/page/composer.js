/** The reply composer: a real CKEditor per ticket and channel, replaced wholesale whenever the channel changes. */
import {
  BlockQuote,
  Bold,
  Code,
  CodeBlock,
  DecoupledEditor,
  Essentials,
  Italic,
  Link,
  List,
  Paragraph,
} from '/stand-in/editor/ckeditor5.js';
import { h, icon } from './dom.js';
import { settings, words } from './settings.js';

/** @typedef {'web' | 'internal' | 'native_messaging'} Channel */

const plugins = [Essentials, Paragraph, Bold, Italic, Link, List, Code, CodeBlock, BlockQuote];
const toolbarItems = [
  'bold',
  'italic',
  'link',
  '|',
  'bulletedList',
  'numberedList',
  '|',
  'blockQuote',
  'code',
  'codeBlock',
];

/**
 * @param {{
 *   publicChannel: Channel,
 *   recipient: string,
 *   submit(message: { channel: Channel, html: string, text: string }): Promise<void>,
 * }} options
 */
export function createComposer({ publicChannel, recipient, submit }) {
  /** @type {Map<Channel, string>} */
  const drafts = new Map();
  /** @type {Channel} */
  let channel = publicChannel;
  /** @type {DecoupledEditor | null} */
  let editor = null;
  let build = 0;
  let element = h('div', { 'data-test-id': 'editor-view' });
  /** @type {Promise<void>} */
  let ready = Promise.resolve();

  function keepDraft() {
    if (editor) drafts.set(channel, editor.getData());
  }

  /** A new node with a new editor; what held the old node holds nothing. */
  async function render() {
    build += 1;
    const current = build;
    const previous = editor;
    editor = null;
    const editable = h('div', { 'data-test-id': 'omnicomposer-rich-text-ckeditor' });
    const toolbar = h('div', { role: 'toolbar', class: 'composer-tools' });
    const next = frame(editable, toolbar);
    element.replaceWith(next);
    element = next;
    await previous?.destroy();
    const created = await DecoupledEditor.create({
      licenseKey: 'GPL',
      plugins,
      toolbar: toolbarItems,
      language: { ui: 'en', content: settings.lang },
      placeholder: channel === 'internal' ? words.noteHint : words.replyHint,
      root: { element: editable, initialData: drafts.get(channel) ?? '' },
    });
    // Another render may have begun while this editor was being made.
    if (current !== build) return void created.destroy();
    editor = created;
    toolbar.prepend(created.ui.view.toolbar.element);
    if (channel === 'native_messaging') sendOnEnter(created);
  }

  /** @param {DecoupledEditor} messaging */
  function sendOnEnter(messaging) {
    messaging.editing.view.document.on(
      'enter',
      (event, data) => {
        if (data.isSoft) return;
        data.preventDefault();
        event.stop();
        void send();
      },
      { priority: 'high' },
    );
  }

  async function send() {
    const html = editor?.getData() ?? '';
    if (!editor || html === '') return;
    const text = editor.ui.getEditableElement()?.innerText ?? '';
    await submit({ channel, html, text });
    drafts.delete(channel);
    editor?.setData('');
  }

  /**
   * @param {HTMLElement} editable
   * @param {HTMLElement} toolbar
   */
  function frame(editable, toolbar) {
    const isInternal = channel === 'internal';
    const switcher = h(
      'button',
      {
        'data-test-id': 'omnichannel-channel-switcher-button',
        'data-channel': channel,
        'aria-label': words[channel],
        class: 'channel',
        onclick: () => void setChannel(isInternal ? publicChannel : 'internal'),
      },
      icon(isInternal ? 'note' : channel === 'web' ? 'reply' : 'chat', 16),
      h('span', {}, words[channel]),
      icon('down', 14),
    );
    const isChat = channel === 'native_messaging';
    toolbar.append(
      h('div', { 'data-test-id': 'toolbarPreButton', hidden: true }),
      h('button', { class: 'tool', 'aria-label': 'Attach' }, icon('clip', 16)),
      h('input', {
        type: 'file',
        hidden: true,
        'data-test-id': 'omnicomposer-external-file-uploader',
      }),
    );
    if (isChat) {
      toolbar.append(
        h(
          'button',
          {
            class: 'send',
            'data-test-id': 'omnichannel-omnicomposer-send-button',
            onclick: () => void send(),
          },
          icon('send', 14),
          words.send,
        ),
      );
    }
    return h(
      'div',
      { 'data-test-id': 'editor-view', class: `composer${isInternal ? ' is-internal' : ''}` },
      h(
        'div',
        { class: 'composer-head' },
        switcher,
        !isInternal &&
          h('span', { class: 'to' }, words.to, h('span', { class: 'chip' }, recipient)),
      ),
      h('div', { 'data-test-id': 'ticket-rich-text-editor', class: 'composer-body' }, editable),
      toolbar,
    );
  }

  function rerender() {
    keepDraft();
    ready = render();
    return ready;
  }

  /** @param {Channel} next */
  function setChannel(next) {
    keepDraft();
    channel = next;
    ready = render();
    return ready;
  }

  ready = render();

  return {
    get element() {
      return element;
    },
    get channel() {
      return channel;
    },
    get editor() {
      return editor;
    },
    get ready() {
      return ready;
    },
    publicChannel,
    /** @param {Channel} of */
    draft: (of) => (of === channel && editor ? editor.getData() : (drafts.get(of) ?? '')),
    rerender,
    setChannel,
    send,
    destroy() {
      build += 1;
      void editor?.destroy();
      editor = null;
    },
  };
}
