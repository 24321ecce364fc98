// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { addForms } from '@/lib/helpdesks/dom';
import { locateTicket } from '@/lib/helpdesks/zendesk/locate';
import { createTestPage, showPage } from '@/tests/lib/helpdesks/test-page';
import { recordedPage } from '@/tests/support/pages/recorded-page';

const at = (path: string) => createTestPage(`https://acme.zendesk.com${path}`);
const element = (css: string) => document.querySelector<HTMLElement>(css)!;
const panes = () => document.querySelectorAll<HTMLElement>('.workspace');

/** Each step of a change from 4712 to 4711 as the page takes it: pane, then tab. */
function showPane(): void {
  panes()[0]!.style.display = '';
  panes()[1]!.style.display = 'none';
}
function selectTab(): void {
  element('[data-entity-id="4712"]').dataset['selected'] = 'false';
  element('[data-entity-id="4711"]').dataset['selected'] = 'true';
}

beforeEach(() => showPage(recordedPage('zendesk/reply')));

describe('which ticket is in front', () => {
  it('takes pane, composer and channel of the visible ticket, though a hidden one comes first', () => {
    const location = locateTicket(at('/agent/tickets/4712/events'));
    expect(location).toMatchObject({ state: 'ticket', id: '4712', channel: 'public' });
    if (location.state !== 'ticket') throw new Error('no ticket');
    expect(location.composer?.closest('[data-test-id="ticket-4712-standard-layout"]')).toBe(
      location.root,
    );
  });

  it('waits while the address is ahead of the pane, and while the tab is behind', () => {
    const page = at('/agent/tickets/4711');
    expect(locateTicket(page)).toEqual({
      state: 'switching',
      id: '4711',
      why: 'ticket-pane',
      missing: true,
    });
    showPane();
    expect(locateTicket(page)).toEqual({
      state: 'switching',
      id: '4711',
      why: 'selected-tab',
      missing: false,
    });
    selectTab();
    expect(locateTicket(page)).toMatchObject({ state: 'ticket', id: '4711', channel: 'internal' });
  });

  it('waits while two tabs are selected', () => {
    element('[data-entity-id="4711"]').dataset['selected'] = 'true';
    expect(locateTicket(at('/agent/tickets/4712')).state).toBe('switching');
  });

  it('finds the pane by its anchor when the layout has another name', () => {
    for (const layout of document.querySelectorAll('[data-test-id$="-layout"]')) {
      layout.removeAttribute('data-test-id');
    }
    expect(locateTicket(at('/agent/tickets/4712'))).toMatchObject({
      state: 'ticket',
      channel: 'public',
    });
  });

  it.each([
    ['with its tab', () => {}],
    [
      'with a tab that names nothing',
      () => element('[data-entity-id="-1"]').removeAttribute('data-entity-id'),
    ],
    ['without tabs', () => element('header').remove()],
  ])('takes a new ticket’s pane for no ticket with the number of its anchor, %s', (_, change) => {
    showPage(recordedPage('zendesk/new-ticket'));
    change();
    expect(locateTicket(at('/agent/tickets/1')).state).toBe('switching');
    expect(locateTicket(at('/agent/tickets/new/1'))).toEqual({ state: 'new' });
  });

  it('does without tabs', () => {
    element('header').remove();
    expect(locateTicket(at('/agent/tickets/4712')).state).toBe('ticket');
  });

  it.each([
    ['/agent/tickets/new/1', 'new'],
    ['/agent/tickets/new', 'new'],
    ['/agent/dashboard', 'none'],
    ['/agent/filters/4712', 'none'],
    ['/agent/users/4712/tickets', 'none'],
    ['/agent/tickets/4712abc', 'none'],
    ['/agent/', 'none'],
  ])('%s is %s', (path, state) => {
    expect(locateTicket(at(path))).toEqual({ state });
  });
});

describe('where text would go', () => {
  const located = () => {
    const location = locateTicket(at('/agent/tickets/4712'));
    if (location.state !== 'ticket') throw new Error(location.state);
    return location;
  };
  const visible = '[data-test-id="ticket-4712-standard-layout"]';

  it('never takes a side conversation’s editor', () => {
    const composer = element(`${visible} .ck-editor__editable`);
    composer.setAttribute('data-test-id', 'standalone-rich-text-ckeditor');
    composer.closest('[data-test-id="ticket-rich-text-editor"]')?.removeAttribute('data-test-id');
    expect(located()).toMatchObject({ composer: null, channel: 'none' });
  });

  it.each(['side-conversation', 'archived-side-conversation'])(
    'with a side conversation open and the caret in it: %s',
    (name) => {
      showPage(recordedPage(`zendesk/${name}`));
      element('.side-editor [contenteditable]').focus();
      const { composer, channel } = located();
      expect([composer === null, channel]).toEqual(
        name.startsWith('archived') ? [true, 'none'] : [false, 'public'],
      );
      expect(composer?.closest('.side-thread') ?? null).toBeNull();
    },
  );

  it('never takes an editor like the reply’s inside of what is called a side conversation', () => {
    showPage(recordedPage('zendesk/archived-side-conversation'));
    const thread = element('.side-thread');
    thread.setAttribute('data-test-id', 'side-conversation-thread');
    const editor = thread.querySelector('[contenteditable]')!;
    editor.setAttribute('data-test-id', 'omnicomposer-rich-text-ckeditor');
    expect(located()).toMatchObject({ composer: null, channel: 'none' });
  });

  it('takes no guess between two', () => {
    const composer = element(`${visible} .ck-editor__editable`);
    composer.after(composer.cloneNode(true));
    expect(located()).toMatchObject({ composer: null, channel: 'none' });
  });

  it('takes no guess between two panes of the same ticket', () => {
    panes()[1]!.after(panes()[1]!.cloneNode(true));
    expect(located()).toMatchObject({ composer: null, channel: 'none' });
  });

  it.each([
    ['native_messaging', 'chat'],
    ['whatsapp', 'chat'],
    ['email', 'public'],
    ['internal', 'internal'],
    ['hologram', 'unknown'],
    ['toString', 'unknown'],
  ])('channel %s is %s', (value, channel) => {
    element(`${visible} [data-channel]`).dataset['channel'] = value;
    expect(located().channel).toBe(channel);
  });

  it.each([
    ['internal', 'unknown'],
    ['email', 'public'],
  ])('channel %s at a place that the settings name is %s', (value, channel) => {
    const button = element(`${visible} [data-channel]`);
    button.removeAttribute('data-test-id');
    button.dataset['channel'] = value;
    button.outerHTML = button.outerHTML
      .replaceAll('button', 'span')
      .replace('<span', '<span moved');
    addForms(document, { 'channel-switcher': ['[moved]'] });
    expect(located().channel).toBe(channel);
    addForms(document, undefined);
  });

  it('does not take a menu entry for the channel', () => {
    const button = element(`${visible} [data-channel]`);
    const entry = document.createElement('div');
    entry.dataset['channel'] = 'internal';
    button.after(entry);
    button.removeAttribute('data-test-id');
    button.removeAttribute('data-channel');
    expect(located().channel).toBe('unknown');
  });
});
