// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createChannelMemory } from '@/lib/helpdesks/helpscout/channel';
import { createLocator } from '@/lib/helpdesks/helpscout/locate';
import { observeTicket } from '@/lib/helpdesks/helpscout/observe';
import { createTestPage, showPage, type TestPage } from '@/tests/lib/helpdesks/test-page';
import { recordedPage } from '@/tests/support/pages/recorded-page';

let page: TestPage;
let changes: string[] = [];
let stop = (): void => {};

beforeEach(() => {
  showPage(recordedPage('helpscout/reply'));
  page = createTestPage('https://secure.helpscout.net/conversation/3100000001/44477');
  changes = [];
  const locator = createLocator(createChannelMemory());
  stop = observeTicket(page, locator, (what) => changes.push(what));
});
afterEach(() => stop());

const settle = () => new Promise((resolve) => setTimeout(resolve, 150));
const list = () => document.querySelectorAll('ol')[1]!;

describe('noticed', () => {
  it('a new thread', async () => {
    const thread = list().querySelector('li')!.cloneNode(true) as Element;
    thread.querySelector('[id]')!.id = 'thread-9000000004';
    list().append(thread);
    await settle();
    expect(changes).toEqual(['ticket']);
  });

  it('another address, the title that follows it, the threads that follow that', async () => {
    page.address = 'https://secure.helpscout.net/conversation/3100000002/44478';
    document.title = '#44477 CSV export stops - Dana Ruiz';
    await settle();
    document.title = '#44478 Printer - Marta Jurić';
    await settle();
    for (const thread of list().querySelectorAll('[id]'))
      thread.id = thread.id.replace('900', '901');
    await settle();
    expect(changes).toEqual(['location', 'location', 'location']);
  });

  it('a composer that opens, closes or becomes a note', async () => {
    const editor = document.querySelector('[data-cy="ConvoEditor"]')!;
    editor.setAttribute('aria-label', 'Note Editor');
    await settle();
    editor.parentElement!.remove();
    await settle();
    expect(changes).toEqual(['location', 'location']);
  });

  it('what no event tells, within a second', async () => {
    page.address = 'https://secure.helpscout.net/inboxes/83ebc5d87292a795/views/99451';
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(changes).toEqual(['location']);
  });
});

describe('not noticed', () => {
  it('typing, and older threads that are loaded', async () => {
    const text = document.createElement('span');
    document.querySelector('[data-cy="ConvoEditor"]')!.append(text);
    text.textContent = 'a';
    const thread = list().querySelector('li')!.cloneNode(true) as Element;
    thread.querySelector('[id]')!.id = 'thread-8999999999';
    list().append(thread);
    await settle();
    expect(changes).toEqual([]);
  });

  it('anything after the end', async () => {
    stop();
    list().replaceChildren();
    page.address = 'https://secure.helpscout.net/search/';
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(changes).toEqual([]);
  });
});
