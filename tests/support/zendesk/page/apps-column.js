/** The right column: who the customer is, what they asked before, and a third-party app in its frame. */
import { avatar, h, icon } from './dom.js';
import { settings, words } from './settings.js';

/** @typedef {import('./ticket-pane.js').Ticket} Ticket */

/** @param {Ticket} ticket */
export function appsColumn({ id, requester, subject, createdAt }) {
  const query = new URLSearchParams({
    name: requester.organization || requester.name,
    theme: settings.theme,
    lang: settings.lang,
  });
  const fact = (/** @type {string} */ name, /** @type {string} */ value) =>
    h('div', { class: 'fact' }, h('dt', {}, name), h('dd', { dir: 'auto' }, value));
  return h(
    'div',
    { 'data-test-id': 'column-3', class: 'column side' },
    h(
      'div',
      { class: 'side-panel' },
      h(
        'section',
        { class: 'card' },
        h('div', { class: 'card-head' }, avatar(requester.name), h('h2', {}, requester.name)),
        h(
          'dl',
          {},
          fact(words.email, requester.email),
          fact(words.organization, requester.organization || '–'),
          fact(words.language, requester.locale),
        ),
      ),
      h(
        'section',
        { class: 'card' },
        h('h3', {}, words.history),
        h(
          'ol',
          { class: 'history' },
          h(
            'li',
            { class: 'is-now' },
            h('span', {}, subject),
            h('small', {}, `#${id} · ${createdAt.slice(0, 10)}`),
          ),
        ),
      ),
      h(
        'section',
        { class: 'card is-app', 'data-test-id': 'app-element' },
        h('iframe', { title: 'Customer account', src: `/stand-in/app/frame?${query}` }),
      ),
    ),
    h(
      'div',
      { class: 'side-strip' },
      h(
        'button',
        {
          class: 'tool is-on',
          'aria-label': words.customer,
          'data-test-id': 'omnipanel-selector-item-customer-context',
          'aria-pressed': 'true',
        },
        icon('user'),
      ),
      h('button', { class: 'tool', 'aria-label': 'Knowledge' }, icon('book')),
      h('button', { class: 'tool', 'aria-label': 'Side conversations' }, icon('side')),
      h('button', { class: 'tool', 'aria-label': words.apps }, icon('apps')),
    ),
  );
}
