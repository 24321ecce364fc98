/** Icon rail and header toolbar with one tab per open ticket. */
import { avatar, h, icon } from './dom.js';
import { words } from './settings.js';

/** @param {(path: string) => void} go */
export function createRail(go) {
  /** @type {[Parameters<typeof icon>[0], string, string][]} */
  const places = [
    ['home', 'Home', '/agent/dashboard'],
    ['views', 'Views', '/agent/filters/1'],
    ['customers', 'Customers', ''],
    ['organisations', 'Organizations', ''],
    ['reports', 'Reporting', ''],
    ['settings', 'Admin', ''],
  ];
  return h(
    'aside',
    { class: 'rail', 'data-garden-id': 'chrome.nav' },
    h('span', { class: 'rail-logo' }, 'A'),
    ...places.map(([name, label, path]) =>
      h(
        'button',
        {
          class: 'rail-item',
          'aria-label': label,
          title: label,
          'data-path': path,
          onclick: () => path && go(path),
        },
        icon(name, 20),
      ),
    ),
  );
}

/**
 * @typedef {{ key: string, entityId: string, title: string, subtitle: string, channel: string }} Tab
 * @param {{ select(key: string): void, close(key: string): void, add(): void }} actions
 */
export function createHeader(actions) {
  const list = h('nav', { 'data-test-id': 'header-tablist', role: 'tablist', class: 'tabs' });
  const element = h(
    'header',
    { 'data-test-id': 'header-toolbar', class: 'toolbar' },
    list,
    h(
      'button',
      { 'data-test-id': 'header-toolbar-add-menu-button', class: 'add', onclick: actions.add },
      icon('plus', 16),
      words.add,
    ),
    h(
      'div',
      { class: 'toolbar-end' },
      h('button', { class: 'tool', 'aria-label': words.search }, icon('search')),
      h('button', { class: 'tool', 'aria-label': 'Conversations' }, icon('chat')),
      h('button', { class: 'tool', 'aria-label': 'Notifications' }, icon('bell')),
      h('button', { class: 'tool', 'aria-label': 'Products' }, icon('apps')),
      avatar('Bo Lind', true),
    ),
  );

  /** @param {Tab} tab */
  function tabElement({ key, entityId, title, subtitle, channel }) {
    const isChat = channel === 'messaging';
    const glyph = isChat ? 'chat' : channel === 'web' ? 'globe' : 'mail';
    return h(
      'div',
      {
        'data-test-id': 'header-tab',
        role: 'tab',
        tabindex: '0',
        class: 'tab',
        'data-entity-id': entityId,
        'data-key': key,
        'data-selected': 'false',
        'aria-selected': 'false',
        onclick: () => actions.select(key),
      },
      h(
        'div',
        {
          'data-test-id': isChat ? 'header-chat-tab-avatar' : 'header-non-chat-tab-avatar',
          class: 'tab-glyph',
        },
        icon(glyph, 16),
      ),
      h(
        'div',
        { class: 'tab-text' },
        h('div', { 'data-test-id': 'header-tab-title', title, class: 'tab-title' }, title),
        h(
          'div',
          { 'data-test-id': 'header-tab-subtitle', class: 'tab-subtitle' },
          h('span', {}, subtitle),
        ),
      ),
      h(
        'button',
        {
          'data-test-id': 'close-button',
          'aria-label': words.close,
          class: 'tab-close',
          onclick: (event) => {
            event.stopPropagation();
            actions.close(key);
          },
        },
        icon('close', 14),
      ),
    );
  }

  /**
   * @param {string} key
   * @returns {HTMLElement | null}
   */
  const find = (key) => list.querySelector(`[data-key="${key}"]`);

  return {
    element,
    /** Adds the tab, or renews its words. @param {Tab} tab */
    put(tab) {
      const old = find(tab.key);
      const next = tabElement(tab);
      if (!old) return list.append(next);
      next.dataset.selected = old.dataset.selected ?? 'false';
      next.setAttribute('aria-selected', next.dataset.selected);
      old.replaceWith(next);
    },
    /** @param {string} key */
    remove: (key) => find(key)?.remove(),
    /** @param {string} key */
    select(key) {
      for (const tab of list.querySelectorAll('[data-test-id="header-tab"]')) {
        const isSelected = tab === find(key);
        tab.setAttribute('data-selected', String(isSelected));
        tab.setAttribute('aria-selected', String(isSelected));
      }
    },
  };
}
