/** What an agent hears of a changed page, and when: not of a page that is still rendering. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fault } from '@/lib/core/fault';
import { ok } from '@/lib/core/result';
import { ANATOMIES } from '@/lib/helpdesks/registry';
import type { PageHealth } from '@/lib/model/page-health';
import {
  settle,
  startSidebar,
  TICKET,
  ticketState,
  type FakeSidebar,
} from '@/tests/lib/app/sidebar/fake-sidebar';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

let sidebar: FakeSidebar;
const checks = () => sidebar.page.port.sent.filter(({ type }) => type === 'health.check');
const trouble = () => sidebar.store.getState().trouble;

/** A page on which everything is found but these. */
function counts(missing: string[], helpdesk: PageHealth['helpdesk'] = 'zendesk'): PageHealth {
  const { onPage, inPane } = ANATOMIES[helpdesk];
  return {
    helpdesk,
    isInFront: true,
    selectors: [...onPage, ...inPane].map(({ name }) => ({
      name,
      found: [missing.includes(name) ? 0 : 1],
    })),
    endpoints: {},
    added: {},
  };
}

/** Lets the time pass that the sidebar waits before it looks, and answers what it asks. */
async function look(health: PageHealth, milliseconds = 5_000): Promise<void> {
  const before = checks().length;
  await vi.advanceTimersByTimeAsync(milliseconds);
  expect(checks()).toHaveLength(before + 1);
  await answer(health);
}

async function answer(health: PageHealth): Promise<void> {
  const { requestId } = sidebar.page.port.last('health.check');
  sidebar.page.port.tell({ type: 'health.checked', requestId, result: ok(health) });
  await settle();
}

async function begin(): Promise<void> {
  sidebar = await startSidebar();
  sidebar.page.port.show(ticketState(TICKET));
  await settle();
}

test('a part that stays missing is told, and taken back when it is there again', async () => {
  await begin();
  await look(counts(['subject']), 1_200);
  expect(trouble()).toBeNull();
  await look(counts(['subject']), 2_500);
  expect(trouble()).toEqual({ helpdesk: 'zendesk', parts: ['subject'], way: 'api' });
  await look(counts([]));
  expect(trouble()).toBeNull();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(checks()).toHaveLength(3);
});

test('a part that is only late is never told', async () => {
  await begin();
  await look(counts(['log-item']), 1_200);
  await look(counts([]), 2_500);
  expect(trouble()).toBeNull();
});

test('other parts that are missing the second time are confirmed by themselves', async () => {
  await begin();
  await look(counts(['log-item']), 1_200);
  await look(counts(['subject']), 2_500);
  expect(trouble()).toBeNull();
  await look(counts(['subject']), 2_500);
  expect(trouble()?.parts).toEqual(['subject']);
});

test('it stays while tickets change, and goes with the helpdesk', async () => {
  await begin();
  await look(counts(['subject']), 1_200);
  await look(counts(['subject']), 2_500);
  sidebar.page.port.show({ kind: 'switching' });
  await settle();
  expect(trouble()).not.toBeNull();
  sidebar.page.port.show({ kind: 'none' });
  await settle();
  expect(trouble()).toBeNull();
});

test('an answer about a ticket that has left counts for nothing', async () => {
  await begin();
  await look(counts(['subject']), 1_200);
  await vi.advanceTimersByTimeAsync(2_500);
  sidebar.page.port.show({ kind: 'switching' });
  await answer(counts(['subject']));
  expect(trouble()).toBeNull();
});

test('signed out is no change of the page', async () => {
  sidebar = await startSidebar();
  const state = ticketState(TICKET);
  if (state.kind !== 'ticket') throw new Error('No ticket');
  sidebar.page.port.show({ ...state, readBy: 'dom', degraded: fault('signed-out') });
  await settle();
  await look(counts(['subject']), 1_200);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(checks()).toHaveLength(1);
  expect(trouble()).toBeNull();
});

test('a page that cannot be read is asked as the helpdesk that it says it is', async () => {
  sidebar = await startSidebar();
  const changed = fault('page-changed', { selector: 'thread-list' });
  sidebar.page.port.show({ kind: 'failed', id: '31', fault: changed });
  await settle();
  const none = { ...counts([], 'helpscout'), isInFront: false };
  await look(none, 1_200);
  expect(checks()).toHaveLength(2);
  expect(sidebar.page.port.last('health.check').looks.map(({ name }) => name)).toContain('thread');
  await answer(none);
  await vi.advanceTimersByTimeAsync(2_500);
  await answer(none);
  expect(trouble()).toEqual({ helpdesk: 'helpscout', parts: ['ticket'], way: 'none' });
});

test('the report is copied, or shown where the clipboard is refused', async () => {
  await begin();
  const copying = sidebar.actions.copyReport();
  await settle();
  await answer(counts(['subject']));
  await copying;
  expect(sidebar.copied[0]?.text).toContain('  subject: nothing [0]');
  expect(sidebar.store.getState().toast).toEqual({ kind: 'report-copied' });
  expect(sidebar.store.getState().report).toBeNull();
  sidebar.clipboard.refuses = true;
  const refused = sidebar.actions.copyReport();
  await settle();
  await answer(counts([]));
  await refused;
  expect(sidebar.store.getState().report).toContain('Trivet diagnostic report');
  sidebar.actions.closeReport();
  expect(sidebar.store.getState().report).toBeNull();
});

test('without a page to ask there is no report', async () => {
  await begin();
  sidebar.page.port.isOpen = false;
  await sidebar.actions.copyReport();
  expect(sidebar.store.getState().toast).toMatchObject({ kind: 'fault' });
});
