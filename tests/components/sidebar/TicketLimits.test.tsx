// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SidebarState } from '@/lib/app/stores/sidebar-state';
import { card, renderSidebar } from '@/tests/support/render-ui';
import { offlineSales } from '@/tests/support/ui-gallery/items';
import { baseState } from '@/tests/support/ui-gallery/sidebar-states';

type TicketPage = Extract<SidebarState['page'], { kind: 'ticket' }>;

const NO_BOX = 'This ticket has no reply box';
const page = baseState.page as TicketPage;
const archived: TicketPage = { ...page, channel: 'none' };
const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const button = (name: RegExp) => within(card(offlineSales.title)).queryByRole('button', { name });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('without a reply box there is copy and no insert, and a sentence that says why', async () => {
  const { actions } = renderSidebar({ ...baseState, page: archived });
  await wait(1000);
  expect(screen.getByText(NO_BOX)).toBeTruthy();
  expect(button(/^Insert/)).toBeNull();
  const hints = screen.getByRole('contentinfo').textContent;
  expect(hints).toContain('Copy');
  expect(hints).not.toMatch(/link|passage/);
  const copy = button(/^Copy/)!;
  expect(copy.textContent).toContain('Copy');
  act(() => copy.click());
  expect(actions.copy).toHaveBeenCalledExactlyOnceWith(offlineSales.id);
});

it('a reply box that is drawn anew is not gone', async () => {
  const { change } = renderSidebar(baseState);
  change({ page: archived });
  await wait(400);
  change({ page });
  await wait(1000);
  expect(screen.queryByText(NO_BOX)).toBeNull();
  expect(button(/^Insert link/)).not.toBeNull();
  change({ page: archived });
  await wait(1000);
  change({ page });
  expect(button(/^Insert link/)).not.toBeNull();
});

it('Help Scout’s reply box is opened when it is needed', async () => {
  const ticket = { ...page.ticket, helpdesk: 'helpscout' as const };
  renderSidebar({ ...baseState, page: { ...archived, ticket } });
  await wait(1000);
  expect(screen.queryByText(NO_BOX)).toBeNull();
  expect(button(/^Insert link/)).not.toBeNull();
});

it.each([
  ['en', 'Older messages are missing'],
  ['de', 'Ältere Nachrichten fehlen'],
] as const)('says that messages are missing: %s', (language, words) => {
  const { change } = renderSidebar({ ...baseState, page: { ...page, isPartial: true } }, language);
  expect(screen.getByText(words)).toBeTruthy();
  change({ page: { ...page, isPartial: false } });
  expect(screen.queryByText(words)).toBeNull();
});
