/** Panes that are no ticket: the dashboard, a view with its table, a ticket not yet created. */
import { createComposer } from './composer.js';
import { h } from './dom.js';
import { settings, shortTime, words } from './settings.js';

/** @typedef {import('./ticket-pane.js').Ticket} Ticket */

/**
 * @param {string} title
 * @param {string} hint
 * @param {(id: number) => void} open
 */
export function createListPane(title, hint, open) {
  const rows = h('tbody');
  const element = h(
    'div',
    { class: 'list-pane' },
    h('h1', {}, title),
    h('p', { class: 'hint' }, hint),
    h(
      'table',
      { 'data-test-id': 'generic-table' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ...['ID', words.subject, words.requester, words.updated, ''].map((text) =>
            h('th', {}, text),
          ),
        ),
      ),
      rows,
    ),
  );
  void fillRows(rows, open);
  return element;
}

/**
 * @param {HTMLElement} rows
 * @param {(id: number) => void} open
 */
async function fillRows(rows, open) {
  const reply = await fetch('/stand-in/tickets');
  /** @type {Ticket[]} */
  const tickets = await reply.json();
  const unsolved = tickets.filter(({ status }) => status !== 'solved' && status !== 'closed');
  rows.append(...unsolved.slice(0, 100).map((ticket) => row(ticket, open)));
}

/**
 * @param {Ticket} ticket
 * @param {(id: number) => void} open
 */
function row({ id, subject, requester, updatedAt, status }, open) {
  const link = h('a', { href: `tickets/${id}` }, subject);
  const follow = (/** @type {Event} */ event) => {
    event.preventDefault();
    open(id);
  };
  return h(
    'tr',
    { 'data-test-id': 'generic-table-row', onclick: follow },
    h('td', { 'data-test-id': 'generic-table-cells-id' }, `#${id}`),
    h('td', { 'data-test-id': 'ticket-table-cells-subject' }, link),
    h('td', {}, requester.name),
    h('td', {}, shortTime(updatedAt)),
    h('td', {}, h('span', { class: `badge is-${status}` }, words.statuses[status])),
  );
}

/** The number in the URL is a counter, and the anchor id repeats it: neither is a ticket. @param {number} counter */
export function createNewTicketPane(counter) {
  const composer = createComposer({
    publicChannel: 'web',
    recipient: '–',
    submit: () => Promise.resolve(),
  });
  const element = h(
    'div',
    {
      class: 'ticket-panes-grid-layout is-new',
      'data-test-id': `ticket-new-${counter}-${settings.layout}-layout`,
      'data-is-active': 'false',
    },
    h('div', { class: 'crumbs' }, h('span', { class: 'crumb is-current' }, words.newTicket)),
    h(
      'div',
      { class: 'grid-main-conversation-panel column', 'data-test-id': 'column-2' },
      h(
        'div',
        { 'data-side-conversations-anchor-id': String(counter), class: 'anchor' },
        h(
          'div',
          { class: 'conversation-head' },
          h('input', {
            'data-test-id': 'omni-header-subject',
            'aria-label': words.subject,
            placeholder: words.subject,
            class: 'subject',
          }),
        ),
        h('div', { 'data-test-id': 'ticket-main-conversation', class: 'conversation' }),
        composer.element,
      ),
    ),
  );
  return { element, composer };
}
