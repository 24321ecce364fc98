// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { renderSidebar } from '@/tests/support/render-ui';
import { knownIssue } from '@/tests/support/ui-gallery/items';
import { baseState, sidebarStates } from '@/tests/support/ui-gallery/sidebar-states';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const region = () => screen.getByRole('region', { name: 'Messages' });
function wait(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

it('announces politely from a region that was there before', () => {
  const { change } = renderSidebar(baseState);
  expect(region().getAttribute('aria-live')).toBe('polite');
  expect(region().textContent).toBe('');
  change({ toast: sidebarStates['toast-inserted']!.toast });
  expect(region().textContent).toContain('Link inserted');
});

it('offers to undo what can be undone', () => {
  const { actions } = renderSidebar(sidebarStates['toast-dismissed']!);
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(actions.undo).toHaveBeenCalledOnce();
});

it('offers no undo for what cannot be', () => {
  renderSidebar(sidebarStates['toast-copied']!);
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

it('offers to copy what could not be inserted', () => {
  const { actions } = renderSidebar(sidebarStates['toast-fault']!);
  expect(region().textContent).toContain('Switch to an internal note');
  fireEvent.click(screen.getByRole('button', { name: 'Copy instead' }));
  expect(actions.copy).toHaveBeenCalledExactlyOnceWith(knownIssue.item.id);
});

it('closes by itself after a while', () => {
  const { actions } = renderSidebar(sidebarStates['toast-inserted']!);
  wait(9_000);
  expect(actions.closeToast).not.toHaveBeenCalled();
  wait(1_500);
  expect(actions.closeToast).toHaveBeenCalledOnce();
});

it('waits while the pointer or the focus is on it', () => {
  const { actions } = renderSidebar(sidebarStates['toast-inserted']!);
  fireEvent.mouseEnter(region());
  wait(60_000);
  expect(actions.closeToast).not.toHaveBeenCalled();
  fireEvent.mouseLeave(region());
  wait(11_000);
  expect(actions.closeToast).toHaveBeenCalledOnce();
});

it('keeps a fault until it is closed', () => {
  const { actions } = renderSidebar(sidebarStates['toast-fault']!);
  wait(600_000);
  expect(actions.closeToast).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(actions.closeToast).toHaveBeenCalledOnce();
});
