// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { createChannelMemory } from '@/lib/helpdesks/helpscout/channel';
import { createLocator, readTitle, type Locator } from '@/lib/helpdesks/helpscout/locate';
import { createTestPage, showPage, type TestPage } from '@/tests/lib/helpdesks/test-page';
import { recordedPage } from '@/tests/support/pages/recorded-page';

const ORIGIN = 'https://secure.helpscout.net';
const FIRST = `${ORIGIN}/conversation/3100000001/44477`;
const SECOND = `${ORIGIN}/conversation/3100000002/44478`;

let page: TestPage;
let time = 0;
let locator: Locator;
beforeEach(() => {
  showPage(recordedPage('helpscout/reply'));
  page = createTestPage(FIRST);
  time = 0;
  locator = createLocator(createChannelMemory(), () => time);
});

const shownList = () => document.querySelectorAll('ol')[1]!;
const showThreads = (...ids: number[]) => {
  shownList().innerHTML = ids
    .map((id) => `<li class="ThreadListItem"><div id="thread-${id}"></div></li>`)
    .join('');
};
const goTo = (address: string, title: string) => {
  page.address = address;
  document.title = title;
};

describe('addresses', () => {
  it.each([
    [FIRST],
    [`${FIRST}/`],
    [`${FIRST}?viewId=99451`],
    [`${FIRST}/?folderId=8500#thread-9000000001`],
    [`${ORIGIN}/conversation/3100000001`],
    [`${ORIGIN}/conversation/3100000001/`],
  ])('%s is the conversation', (address) => {
    page.address = address;
    expect(locator.locate(page)).toMatchObject({ state: 'ticket', id: '3100000001' });
  });

  it.each([
    ['/conversation/', 'none'],
    ['/conversation/abc', 'none'],
    ['/conversation/3100000001/44477/more', 'none'],
    ['/conversations/3100000001', 'none'],
    ['/inboxes/83ebc5d87292a795/views/99451', 'none'],
    ['/inboxes/83ebc5d87292a795/chats', 'none'],
    ['/views/all', 'none'],
    ['/mailbox/83ebc5d87292a795/8500', 'none'],
    ['/search/?query=3100000001', 'none'],
    ['/customer/749000001/', 'none'],
    ['/docs/65a0/article/65b0', 'none'],
    ['/inboxes/83ebc5d87292a795/conversation/new/', 'new'],
    ['/inboxes/83ebc5d87292a795/conversation/new', 'new'],
  ])('%s is %s', (path, state) => {
    page.address = ORIGIN + path;
    expect(locator.locate(page)).toEqual({ state });
  });
});

describe('titles', () => {
  it.each([
    ['#44477 CSV export - Dana Ruiz', 'CSV export', 'Dana Ruiz'],
    ['#44477 Printer - drops - orders - Marta Jurić', 'Printer - drops - orders', 'Marta Jurić'],
    ['(3) #44477 CSV export - Dana Ruiz', 'CSV export', 'Dana Ruiz'],
    ['#44477 No customer', 'No customer', ''],
  ])('%s', (title, subject, customer) => {
    expect(readTitle(title)).toEqual({ number: '44477', subject, customer });
  });

  it.each(['', 'Mine - Help Scout', '44477 x', 'Re: #44477 x', '#x y'])('%j is none', (title) => {
    expect(readTitle(title)).toBeNull();
  });
});

describe('while conversations change', () => {
  it('an older title, older threads, then the next conversation', () => {
    expect(locator.locate(page).state).toBe('ticket');
    page.address = SECOND;
    expect(locator.locate(page)).toMatchObject({ state: 'switching', why: 'title' });
    document.title = '#44478 Printer - Marta Jurić';
    expect(locator.locate(page)).toMatchObject({ state: 'switching', why: 'thread-anchor' });
    showThreads(9000000101);
    expect(locator.locate(page)).toMatchObject({ state: 'ticket', id: '3100000002' });
  });

  it('threads before the title is no difference', () => {
    locator.locate(page);
    page.address = SECOND;
    showThreads(9000000101);
    expect(locator.locate(page)).toMatchObject({ state: 'switching', why: 'title' });
    document.title = '#44478 Printer - Marta Jurić';
    expect(locator.locate(page)).toMatchObject({ state: 'ticket', id: '3100000002' });
  });

  it('and back: threads stay the conversation’s they were seen in', () => {
    locator.locate(page);
    goTo(SECOND, '#44478 Printer - Marta Jurić');
    showThreads(9000000101);
    locator.locate(page);
    goTo(FIRST, '#44477 CSV export - Dana Ruiz');
    expect(locator.locate(page)).toMatchObject({ state: 'switching', why: 'thread-anchor' });
    showThreads(9000000003, 9000000002, 9000000001);
    expect(locator.locate(page)).toMatchObject({ state: 'ticket', id: '3100000001' });
  });

  it('a message that comes in at that moment changes nothing', () => {
    locator.locate(page);
    goTo(SECOND, '#44478 Printer - Marta Jurić');
    showThreads(9000000004, 9000000003, 9000000002, 9000000001);
    expect(locator.locate(page).state).toBe('switching');
    time = 2_999;
    expect(locator.locate(page).state).toBe('switching');
  });

  it('a conversation merged into another shows both’s threads for good', () => {
    locator.locate(page);
    goTo(SECOND, '#44478 Printer - Marta Jurić');
    showThreads(9000000101, 9000000003, 9000000001);
    expect(locator.locate(page).state).toBe('switching');
    time = 3_000;
    expect(locator.locate(page)).toMatchObject({ state: 'ticket', id: '3100000002' });
  });

  it('one merged into the conversation in front is taken at once', () => {
    goTo(SECOND, '#44478 Printer - Marta Jurić');
    showThreads(9000000101);
    locator.locate(page);
    goTo(FIRST, '#44477 CSV export - Dana Ruiz');
    showThreads(9000000001);
    locator.locate(page);
    showThreads(9000000101, 9000000001);
    expect(locator.locate(page)).toMatchObject({ state: 'ticket', id: '3100000001' });
  });

  it('no list of threads is a page that may have changed for good', () => {
    shownList().remove();
    expect(locator.locate(page)).toMatchObject({
      state: 'switching',
      why: 'thread-list',
      missing: true,
    });
  });

  it('with an address that has no number the threads alone decide', () => {
    locator.locate(page);
    goTo(`${ORIGIN}/conversation/3100000002`, '#44478 Printer - Marta Jurić');
    expect(locator.locate(page)).toMatchObject({ state: 'switching', why: 'thread-anchor' });
  });
});

describe('where text would go', () => {
  const editor = () => document.querySelector<HTMLElement>('[data-cy="ConvoEditor"]')!;
  const located = () => {
    const location = locator.locate(page);
    if (location.state !== 'ticket') throw new Error(location.state);
    return location;
  };

  it('never takes a hidden editor', () => {
    editor().remove();
    expect(located()).toMatchObject({ composer: null, channel: 'none' });
  });

  it('takes no guess between two', () => {
    editor().after(editor().cloneNode(true));
    expect(located()).toMatchObject({ composer: null, channel: 'none' });
  });

  it.each([
    ['Reply Editor', 'public'],
    ['Note Editor', 'internal'],
    ['note editor', 'internal'],
    ['Antwort', 'unknown'],
    ['', 'unknown'],
  ])('%j is %s', (label, channel) => {
    editor().setAttribute('aria-label', label);
    expect(located().channel).toBe(channel);
  });

  it('a label around the editor says nothing', () => {
    editor().removeAttribute('aria-label');
    editor().closest('div[class^="Content"]')!.setAttribute('aria-label', 'Notes and replies');
    expect(located().channel).toBe('unknown');
  });
});
