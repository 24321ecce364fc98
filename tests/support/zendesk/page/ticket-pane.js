/** One ticket's pane: three columns and a footer around its own conversation and composer. */
import { appsColumn } from './apps-column.js';
import { createComposer } from './composer.js';
import { createConversation } from './conversation.js';
import { h, icon } from './dom.js';
import { footer } from './pane-footer.js';
import { settings, words } from './settings.js';
import { createSideConversation } from './side-conversation.js';
import { ticketFields } from './ticket-fields.js';

/**
 * @typedef {{ id: number, subject: string, status: keyof typeof words.statuses, type: keyof typeof words.types | null,
 *   priority: keyof typeof words.priorities | null, tags: string[], channel: 'email' | 'web' | 'messaging', archived: boolean,
 *   problemId: number | null, productVersion: string | null, assignee: string, createdAt: string, updatedAt: string,
 *   requester: { id: number, name: string, email: string, locale: string, organization: string } }} Ticket
 * @typedef {Ticket & { comments: import('./conversation.js').Comment[] }} TicketState
 */

/** @param {number} id @returns {Promise<TicketState | null>} */
export async function loadTicket(id) {
  const reply = await fetch(`/stand-in/ticket/${id}`);
  return reply.ok ? reply.json() : null;
}

/** @param {TicketState} first */
export function createTicketPane(first) {
  let ticket = first;
  const conversation = createConversation(ticket.id);
  const composer = ticket.archived
    ? null
    : createComposer({
        publicChannel: ticket.channel === 'messaging' ? 'native_messaging' : 'web',
        recipient: ticket.requester.name,
        submit: (message) => submit(ticket.id, message),
      });
  const subject = /** @type {HTMLInputElement} */ (
    h('input', {
      'data-test-id': 'omni-header-subject',
      'aria-label': words.subject,
      value: ticket.subject,
      class: 'subject',
    })
  );
  let crumbs = breadcrumbs(ticket);
  let fields = ticketFields(ticket);
  let foot = footer(ticket, composer?.send);
  const main = conversationColumn(ticket, subject, conversation.element, composer?.element);
  const context = appsColumn(ticket);
  const layout = h(
    'div',
    {
      class: 'ticket-panes-grid-layout',
      'data-test-id': `ticket-${ticket.id}-${settings.layout}-layout`,
      'data-is-active': 'false',
    },
    crumbs,
    ...inOrder(fields, main, context),
    foot,
  );
  /** @type {Promise<import('ckeditor5').DecoupledEditor> | null} */
  let sideEditor = null;
  conversation.update(ticket.comments);

  return {
    element: layout,
    composer,
    get ticket() {
      return ticket;
    },
    /** @param {boolean} isActive */
    setActive(isActive) {
      layout.setAttribute('data-is-active', String(isActive));
      if (isActive) conversation.scrollToNewest();
    },
    async refresh() {
      const next = await loadTicket(ticket.id);
      if (!next) return;
      // What an agent is typing into the subject survives a push from the server.
      if (subject.value === ticket.subject) subject.value = next.subject;
      ticket = next;
      const [oldCrumbs, oldFields, oldFoot] = [crumbs, fields, foot];
      crumbs = breadcrumbs(ticket);
      fields = ticketFields(ticket);
      foot = footer(ticket, composer?.send);
      oldCrumbs.replaceWith(crumbs);
      fields.setAttribute('data-test-id', oldFields.getAttribute('data-test-id') ?? '');
      oldFields.replaceWith(fields);
      oldFoot.replaceWith(foot);
      conversation.update(ticket.comments);
    },
    /** Opens it once; resolves to its editor, which has the focus. */
    openSideConversation() {
      if (sideEditor) return sideEditor;
      const side = createSideConversation();
      main.querySelector('[data-side-conversations-anchor-id]')?.append(side.element);
      sideEditor = side.start();
      return sideEditor;
    },
    destroy: () => composer?.destroy(),
  };
}

/**
 * Accounts arrange columns as they like, and may hide the fields. Columns are numbered as they stand.
 * @param {HTMLElement} fields
 * @param {HTMLElement} main
 * @param {HTMLElement} context
 */
function inOrder(fields, main, context) {
  const columns =
    settings.arrangement === 'context-left'
      ? [context, main, fields]
      : settings.arrangement === 'no-fields'
        ? [main, context]
        : [fields, main, context];
  columns.forEach((column, at) => column.setAttribute('data-test-id', `column-${at + 1}`));
  return columns;
}

/**
 * @param {number} id
 * @param {{ channel: string, html: string, text: string }} message
 */
async function submit(id, message) {
  await fetch(`/stand-in/submit/${id}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf-token': settings.csrfToken },
    body: JSON.stringify(message),
  });
}

/** @param {Ticket} ticket */
function breadcrumbs({ id, status, requester }) {
  return h(
    'div',
    { class: 'crumbs' },
    requester.organization !== '' && h('span', { class: 'crumb' }, requester.organization),
    h('span', { class: 'crumb' }, requester.name),
    h(
      'span',
      { class: 'crumb is-current' },
      h(
        'span',
        { 'data-cy-test-id': 'status-badge-state', class: `badge is-${status}` },
        words.statuses[status],
      ),
      `Ticket #${id}`,
    ),
    h('button', { class: 'tool', 'aria-label': 'More' }, icon('more')),
  );
}

/**
 * @param {Ticket} ticket
 * @param {HTMLElement} subject
 * @param {HTMLElement} log
 * @param {HTMLElement | undefined} composer
 */
function conversationColumn(ticket, subject, log, composer) {
  return h(
    'div',
    {
      class: 'grid-main-conversation-panel column',
      'data-test-id': 'column-2',
      'data-support-suite-trial-onboarding-id': 'conversationPane',
    },
    h(
      'div',
      { 'data-side-conversations-anchor-id': String(ticket.id), class: 'anchor' },
      h('div', { 'data-test-id': 'ticket-call-controls-action-bar', hidden: true }),
      h(
        'div',
        { class: 'conversation-head' },
        subject,
        h(
          'div',
          { class: 'conversation-meta' },
          h('div', { 'data-test-id': 'omni-header-via-label' }, words.via[ticket.channel]),
          h('div', { 'data-test-id': 'sla-policy-metric', class: 'sla' }, '2h'),
        ),
      ),
      log,
      composer ?? h('div', { class: 'archived-bar' }, icon('lock', 14), words.archived),
    ),
  );
}
