// @vitest-environment jsdom
/** Health and added selectors on a running page: asked over the port, followed from the storage. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createPageApp } from '@/lib/app/page-app';
import type { Dock } from '@/lib/app/dock/dock';
import { looksOf } from '@/lib/app/sidebar/page-trouble';
import { addForms } from '@/lib/helpdesks/dom';
import { ANATOMIES } from '@/lib/helpdesks/registry';
import { createZendeskAdapter } from '@/lib/helpdesks/zendesk/adapter';
import { PAGE_PORT, fromPageSchema, type FromPage } from '@/lib/messaging/page-contract';
import { writeAddedSelectors } from '@/lib/platform/selector-storage';
import { createTestPage, showPage } from '@/tests/lib/helpdesks/test-page';
import { recordedPage } from '@/tests/support/pages/recorded-page';

const NO_DOCK: Dock = {
  show: () => undefined,
  hide: () => undefined,
  toggle: () => undefined,
  open: () => undefined,
  collapse: () => undefined,
  resize: () => undefined,
  focus: () => undefined,
  isOpen: () => false,
  holds: () => false,
  remove: () => undefined,
};

let stop: () => void = () => undefined;
let connect: (port: unknown) => void;
let say: (message: unknown) => void;
const received: FromPage[] = [];
const settle = () => vi.advanceTimersByTimeAsync(50);

function open(): void {
  const page = createTestPage('https://acme.zendesk.com/agent/tickets/4712');
  stop = createPageApp(page, createZendeskAdapter(), NO_DOCK);
  connect({
    name: PAGE_PORT,
    sender: { id: fakeBrowser.runtime.id },
    postMessage: (message: unknown) => received.push(fromPageSchema.parse(message)),
    onMessage: {
      addListener: (listener: typeof say) => {
        say = listener;
      },
    },
    onDisconnect: { addListener: () => undefined },
    disconnect: () => undefined,
  });
}

const subject = (): string | undefined => {
  const last = received.findLast((message) => message.type === 'state');
  const state = last?.type === 'state' ? last.state : undefined;
  return state?.kind === 'ticket' ? state.ticket.subject : undefined;
};

beforeEach(() => {
  vi.useFakeTimers();
  fakeBrowser.reset();
  received.length = 0;
  fakeBrowser.runtime.id = 'trivet-test';
  const none = { addListener: () => undefined, removeListener: () => undefined };
  Object.assign(fakeBrowser.runtime, {
    onConnect: {
      addListener: (listener: typeof connect) => {
        connect = listener;
      },
      removeListener: () => undefined,
    },
    onMessage: none,
  });
  showPage(recordedPage('zendesk/reply'));
});
afterEach(() => {
  stop();
  addForms(document, undefined);
  vi.useRealTimers();
});

it('counts what it is asked to count, and tells how the API has answered', async () => {
  open();
  await settle();
  const looks = looksOf(ANATOMIES.zendesk, '4712');
  say({ type: 'health.check', requestId: 'h1', looks });
  await settle();
  const answer = received.find((message) => message.type === 'health.checked');
  expect(answer).toMatchObject({
    requestId: 'h1',
    result: { ok: true, value: { helpdesk: 'zendesk', isInFront: true, added: {} } },
  });
  const health = answer?.type === 'health.checked' && answer.result.ok ? answer.result.value : null;
  expect(health?.endpoints['/api/v2/tickets/{id}.json']).toBe('offline');
  expect(health?.selectors.find(({ name }) => name === 'subject')?.found[0]).toBe(1);
});

it('a form that the browser does not know is an answer, too', async () => {
  open();
  await settle();
  const looks = [{ name: 'x', css: ['::nonsense('], isOnPage: true }];
  say({ type: 'health.check', requestId: 'h2', looks });
  await settle();
  const answer = received.find((message) => message.type === 'health.checked');
  expect(answer).toMatchObject({ result: { ok: false, fault: { kind: 'unexpected' } } });
});

it('reads with added selectors from the start, and anew when they change', async () => {
  const input = document.querySelector('[data-test-id^="ticket-4712"] [data-test-id*="subject"]');
  for (const { name } of Array.from(input!.attributes)) {
    if (name !== 'value') input!.removeAttribute(name);
  }
  input!.setAttribute('data-now', 'subject');
  const described = (css: string) => ({
    version: 1,
    helpdesk: 'zendesk',
    selectors: { subject: [css] },
  });
  await writeAddedSelectors('zendesk', described('[data-now="subject"]'));
  open();
  await settle();
  expect(subject()).toBe('Export fails');
  await writeAddedSelectors('zendesk', described('.nothing'));
  await settle();
  expect(subject()).toBe('');
  await writeAddedSelectors('zendesk', described('[data-now="subject"]'));
  await settle();
  expect(subject()).toBe('Export fails');
  await writeAddedSelectors('zendesk', null);
  await settle();
  expect(subject()).toBe('');
  // Other helpdesks' are none of this page's.
  await writeAddedSelectors('helpscout', described('[data-now="subject"]'));
  await settle();
  expect(subject()).toBe('');
});
