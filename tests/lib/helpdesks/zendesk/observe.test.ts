// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { observeTicket } from '@/lib/helpdesks/zendesk/observe';
import { createTestPage, showPage, type TestPage } from '@/tests/lib/helpdesks/test-page';
import { recordedPage } from '@/tests/support/pages/recorded-page';

let page: TestPage;
let stop: () => void;
let changes: string[];
const element = (css: string) => document.querySelector<HTMLElement>(css)!;
const VISIBLE = '[data-test-id="ticket-4712-standard-layout"]';
/** Mutations are told in a microtask, looked at a little later. */
const burst = () => vi.advanceTimersByTimeAsync(100);

beforeEach(() => {
  vi.useFakeTimers();
  showPage(recordedPage('zendesk/reply'));
  page = createTestPage('https://acme.zendesk.com/agent/tickets/4712');
  changes = [];
  stop = observeTicket(page, (what) => changes.push(what));
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

function addItem(at: string, where: 'first' | 'last' = 'last'): void {
  const item = element(`${VISIBLE} article`).cloneNode(true) as HTMLElement;
  item.querySelector('time')!.setAttribute('datetime', at);
  const log = element(`${VISIBLE} [data-test-id="omni-log-container"]`);
  if (where === 'first') log.prepend(item);
  else log.append(item);
}

describe('tells of', () => {
  it('another ticket, at each step', async () => {
    page.address = 'https://acme.zendesk.com/agent/tickets/4711';
    window.dispatchEvent(new PopStateEvent('popstate'));
    expect(changes).toEqual(['location']);
    const panes = document.querySelectorAll<HTMLElement>('.workspace');
    panes[0]!.style.display = '';
    panes[1]!.style.display = 'none';
    await burst();
    element('[data-entity-id="4712"]').dataset['selected'] = 'false';
    element('[data-entity-id="4711"]').dataset['selected'] = 'true';
    await burst();
    expect(changes).toEqual(['location', 'location', 'location']);
  });

  it('an address that changed without an event, within two seconds', async () => {
    page.address = 'https://acme.zendesk.com/agent/dashboard';
    await vi.advanceTimersByTimeAsync(1600);
    expect(changes).toEqual(['location']);
  });

  it('another channel, also in a composer made anew', async () => {
    element(`${VISIBLE} [data-channel]`).dataset['channel'] = 'internal';
    await burst();
    const view = element(`${VISIBLE} [data-test-id="editor-view"]`);
    const anew = view.cloneNode(true) as HTMLElement;
    anew.querySelector<HTMLElement>('[data-channel]')!.dataset['channel'] = 'web';
    view.replaceWith(anew);
    await burst();
    expect(changes).toEqual(['location', 'location']);
  });

  it('a new comment', async () => {
    addItem('2026-08-30T10:00:00Z');
    await burst();
    expect(changes).toEqual(['ticket']);
  });

  it('a comment in a burst once', async () => {
    for (let minute = 10; minute < 20; minute++) addItem(`2026-08-30T10:${minute}:00Z`);
    await burst();
    expect(changes).toEqual(['ticket']);
  });

  it('a log that fills up, as a change of the page and not of the ticket', async () => {
    stop();
    const items = [...document.querySelectorAll(`${VISIBLE} article`)];
    for (const item of items) item.remove();
    stop = observeTicket(page, (what) => changes.push(what));
    element(`${VISIBLE} [data-test-id="omni-log-container"]`).append(...items);
    await burst();
    expect(changes).toEqual(['location']);
  });

  it('older comments that make the log whole, as a change of the page', async () => {
    element(`${VISIBLE} [data-test-id="convolog-show-more-button"]`).remove();
    addItem('2026-08-29T10:00:00Z', 'first');
    await burst();
    expect(changes).toEqual(['location']);
  });

  it('a page that was not there yet', async () => {
    stop();
    const html = recordedPage('zendesk/reply');
    showPage('<!doctype html><body></body>');
    stop = observeTicket(page, (what) => changes.push(what));
    showPage(html);
    await vi.advanceTimersByTimeAsync(1600);
    expect(changes).toEqual(['location']);
    addItem('2026-08-30T10:00:00Z');
    await burst();
    expect(changes).toEqual(['location', 'ticket']);
  });
});

describe('does not tell of', () => {
  it('older comments', async () => {
    addItem('2026-08-29T10:00:00Z', 'first');
    await burst();
    expect(changes).toEqual([]);
  });

  it('typing, which it does not even look at', async () => {
    const look = vi.spyOn(document, 'querySelectorAll');
    const editable = element(`${VISIBLE} [contenteditable]`);
    for (let key = 0; key < 50; key++) {
      editable.firstElementChild!.append(document.createTextNode('x'));
      await burst();
    }
    const polls = Math.ceil((50 * 100) / 1500) * 10;
    expect(look.mock.calls.length).toBeLessThan(polls);
    expect(changes).toEqual([]);
  });

  it('a message in a side conversation, or its coming', async () => {
    stop();
    showPage(recordedPage('zendesk/side-conversation'));
    stop = observeTicket(page, (what) => changes.push(what));
    const thread = element('.side-thread');
    const log = thread.querySelector('[data-test-id="omni-log-container"]')!;
    log.append(thread.querySelector('article')!.cloneNode(true));
    await burst();
    thread.remove();
    await burst();
    expect(changes).toEqual([]);
  });

  it('a hidden ticket’s comment', async () => {
    element(
      '[data-test-id="ticket-4711-standard-layout"] [data-test-id="omni-log-container"]',
    ).append(element(`${VISIBLE} article`).cloneNode(true));
    await burst();
    expect(changes).toEqual([]);
  });

  it('anything once stopped', async () => {
    stop();
    addItem('2026-08-30T10:00:00Z');
    page.address = 'https://acme.zendesk.com/agent/dashboard';
    window.dispatchEvent(new PopStateEvent('popstate'));
    await vi.advanceTimersByTimeAsync(5000);
    expect(changes).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
