/** A side conversation: mail with a third party about the ticket, in the ticket's own pane, with an editor of its own. */
import { DecoupledEditor, Essentials, Link, Paragraph } from '/stand-in/editor/ckeditor5.js';
import { h } from './dom.js';
import { shortTime, words } from './settings.js';

const messages = [
  { text: 'Parcel customs question, told to the carrier only.', at: '2026-11-20T09:30:00Z' },
  { text: 'The carrier says Friday. Reference EX-7777.', at: '2026-11-22T10:30:00Z' },
];

/** Stands beside log and reply, over a part of them; its editor has the focus, as after a click on "reply". */
export function createSideConversation() {
  const editable = h('div', { 'data-test-id': 'standalone-rich-text-ckeditor' });
  const element = h(
    'section',
    { class: 'side-thread', 'aria-label': words.sideConversations },
    h('input', { name: 'subject', class: 'subject', value: 'Question to the carrier' }),
    h('div', { 'data-test-id': 'omni-log-container', class: 'log' }, ...messages.map(item)),
    h('div', { class: 'composer-body' }, editable),
  );
  return {
    element,
    /** Once the element is in the page. */
    async start() {
      const editor = await DecoupledEditor.create({
        licenseKey: 'GPL',
        plugins: [Essentials, Paragraph, Link],
        root: { element: editable, initialData: '<p>Dear carrier,</p>' },
      });
      editor.editing.view.focus();
      return editor;
    },
  };
}

/** @param {{ text: string, at: string }} message */
function item({ text, at }) {
  return h(
    'article',
    { 'data-test-id': 'omni-log-comment-item', class: 'item is-end-user' },
    h('div', { 'data-test-id': 'omni-log-item-sender' }, h('strong', {}, 'Carrier desk')),
    h('time', { datetime: at }, shortTime(at)),
    h(
      'div',
      { 'data-test-id': 'omni-log-item-message', mode: 'standalone', type: 'end-user' },
      h(
        'div',
        { 'data-test-id': 'omni-log-message-content', 'data-originated-from': 'EmailInteraction' },
        h('div', { class: 'zd-comment', dir: 'auto' }, h('p', { dir: 'auto' }, text)),
      ),
    ),
  );
}
