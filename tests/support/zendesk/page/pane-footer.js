/** The footer of a ticket: macros left, Submit right. */
import { h, icon } from './dom.js';
import { words } from './settings.js';

/** @typedef {import('./ticket-pane.js').Ticket} Ticket */

/**
 * @param {Ticket} ticket
 * @param {(() => Promise<void>) | undefined} send
 */
export function footer({ status, archived }, send) {
  return h(
    'div',
    { 'data-test-id': 'ticket-footer', class: 'footer' },
    h(
      'label',
      { class: 'macro' },
      icon('bolt', 16),
      h('input', {
        'data-test-id': 'ticket-footer-macro-menu-autocomplete-input',
        placeholder: words.macro,
        'aria-label': words.macro,
      }),
    ),
    h('span', { class: 'spacer' }),
    h('button', { class: 'quiet' }, words.stay, icon('down', 14)),
    h(
      'div',
      { class: 'submit' },
      h(
        'button',
        {
          'data-test-id': 'submit_button-button',
          disabled: archived,
          onclick: () => void send?.(),
        },
        `${words.submitAs} `,
        h('strong', {}, words.statuses[status]),
      ),
      h(
        'button',
        {
          'data-test-id': 'submit_button-menu-button',
          disabled: archived,
          'aria-label': words.submitAs,
        },
        icon('down', 14),
      ),
    ),
  );
}
