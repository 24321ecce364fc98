/** The left column: requester, assignee, tags, type, priority and the account's own fields. */
import { avatar, h, icon } from './dom.js';
import { settings, words } from './settings.js';

/** @typedef {import('./ticket-pane.js').Ticket} Ticket */

/** @param {Ticket} ticket */
export function ticketFields(ticket) {
  return h(
    'div',
    { id: 'ticket_sidebar', 'data-test-id': 'column-1', class: 'column fields' },
    box(
      label(words.requester),
      h(
        'div',
        { 'data-test-id': 'ticket-system-field-requester-select', class: 'control' },
        avatar(ticket.requester.name),
        h('div', { title: ticket.requester.name, class: 'ellipsis' }, ticket.requester.name),
      ),
      label(words.assignee, words.takeIt, 'assignee-field-take-it-button'),
      h(
        'div',
        {
          'data-test-id': 'assignee-field-selected-agent-tag',
          title: `Support/${ticket.assignee}`,
          class: 'control',
        },
        avatar(ticket.assignee, true),
        h('div', { class: 'ellipsis' }, `Support/${ticket.assignee}`),
        icon('down', 14),
      ),
      label(words.followers, words.follow),
      h('div', { class: 'control is-empty' }),
    ),
    box(
      label(words.tags),
      h(
        'div',
        { 'data-test-id': 'ticket-fields-tags' },
        h(
          'div',
          { 'data-test-id': 'ticket-system-field-tags-multiselect', class: 'control tags' },
          ...ticket.tags.map(tag),
        ),
      ),
      h('div', { class: 'pair' }, typeField(ticket), priorityField(ticket)),
      ticket.problemId !== null && linkedProblem(ticket.problemId),
    ),
    customField('360001', words.productVersion, ticket.productVersion ?? '–'),
    customField('360002', words.productArea, '–'),
  );
}

/** @param {...import('./dom.js').Child} children */
function box(...children) {
  return h(
    'div',
    { class: settings.propertyBox ? 'property_box group' : 'group', 'data-garden-id': 'grid.row' },
    ...children,
  );
}

/**
 * @param {string} text
 * @param {string} [action]
 * @param {string} [testId]
 */
function label(text, action, testId) {
  return h(
    'div',
    { class: 'label' },
    h('label', {}, text),
    action !== undefined &&
      h('button', { class: 'link', ...(testId ? { 'data-test-id': testId } : {}) }, action),
  );
}

/** @param {string} name */
function tag(name) {
  return h(
    'span',
    { 'data-test-id': 'ticket-system-field-tags-item-selected' },
    h('span', { class: 'garden-tag-item' }, name),
  );
}

/** @param {Ticket} ticket */
function typeField({ type }) {
  return h(
    'div',
    {},
    label(words.type),
    dropdown('ticket-fields-type-select', type ? words.types[type] : '–'),
  );
}

/** @param {Ticket} ticket */
function priorityField({ priority }) {
  const text = priority ? words.priorities[priority] : '–';
  return h('div', {}, label(words.priority), dropdown('ticket-fields-priority-select', text));
}

/**
 * @param {string} testId
 * @param {string} text
 */
function dropdown(testId, text) {
  return h(
    'div',
    { 'data-test-id': testId, class: 'control' },
    h('div', { 'data-garden-id': 'typography.ellipsis', class: 'ellipsis' }, text),
    icon('down', 14),
  );
}

/** @param {number} problemId */
function linkedProblem(problemId) {
  return h(
    'div',
    { 'data-test-id': 'ticket-fields-problem-select' },
    label(words.problem),
    h(
      'div',
      { class: 'control' },
      h('div', { class: 'ellipsis' }, `#${problemId}`),
      icon('down', 14),
    ),
  );
}

/**
 * @param {string} id
 * @param {string} title
 * @param {string} value
 */
function customField(id, title, value) {
  const boxClass = settings.propertyBox ? 'property_box ' : '';
  return h(
    'div',
    {
      class: `${boxClass}custom_field_${id} group`,
      'data-garden-id': 'grid.row',
      'data-test-id': `ticket-form-field-${id}`,
    },
    label(title),
    h(
      'div',
      { class: 'control' },
      h('div', { 'data-garden-id': 'typography.ellipsis', class: 'ellipsis' }, value),
    ),
  );
}
