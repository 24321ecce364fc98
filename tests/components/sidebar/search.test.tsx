// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderSidebar } from '@/tests/support/render-ui';
import { baseState, sidebarStates } from '@/tests/support/ui-gallery/sidebar-states';

const found = sidebarStates['search-found']!;
const input = () => screen.getByRole('combobox', { name: 'Search knowledge' });
const options = () => screen.getAllByRole('option');
const active = () => options().findIndex((option) => option.ariaSelected === 'true');
const hitIds = found.search.status === 'found' ? found.search.hits.map((hit) => hit.item.id) : [];

it('opens when the box gets the focus', () => {
  const { actions } = renderSidebar(baseState);
  fireEvent.focus(input());
  expect(actions.openSearch).toHaveBeenCalledOnce();
});

it('takes the focus when it opens, and lets it go when it closes', () => {
  const { change } = renderSidebar(baseState);
  change({ search: { status: 'idle', text: '' } });
  expect(document.activeElement).toBe(input());
  change({ search: { status: 'closed' } });
  expect(document.activeElement).not.toBe(input());
});

it('passes on what is typed', () => {
  const { actions } = renderSidebar(sidebarStates['search-idle']!);
  fireEvent.change(input(), { target: { value: 'offl' } });
  expect(actions.setSearchText).toHaveBeenCalledExactlyOnceWith('offl');
});

it('lists hits with exact highlights, the first one active', () => {
  renderSidebar(found);
  const [first] = options();
  expect([...first!.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Offline']);
  expect(first!.textContent).toContain('updated 2 weeks ago');
  expect(active()).toBe(0);
  expect(input().getAttribute('aria-activedescendant')).toBe(first!.id);
  expect(input().getAttribute('aria-controls')).toBe(screen.getByRole('listbox').id);
});

it('walks with the arrows, round the ends', () => {
  renderSidebar(found);
  fireEvent.keyDown(input(), { key: 'ArrowDown' });
  expect(active()).toBe(1);
  fireEvent.keyDown(input(), { key: 'ArrowUp' });
  fireEvent.keyDown(input(), { key: 'ArrowUp' });
  expect(active()).toBe(hitIds.length - 1);
});

it('opens with Enter, inserts with Ctrl+Enter', () => {
  const { actions } = renderSidebar(found);
  fireEvent.keyDown(input(), { key: 'ArrowDown' });
  fireEvent.keyDown(input(), { key: 'Enter' });
  expect(actions.openPreview.mock.calls[0]?.[0]).toMatchObject({ id: hitIds[1] });
  expect(actions.insertLink).not.toHaveBeenCalled();
  fireEvent.keyDown(input(), { key: 'Enter', ctrlKey: true });
  expect(actions.insertLink).toHaveBeenCalledExactlyOnceWith(hitIds[1]);
});

it('opens what is clicked and follows the pointer', () => {
  const { actions } = renderSidebar(found);
  fireEvent.mouseMove(options()[2]!);
  expect(active()).toBe(2);
  fireEvent.click(options()[2]!);
  expect(actions.openPreview.mock.calls[0]?.[0]).toMatchObject({ id: hitIds[2] });
});

it('starts at the first hit again for another text', () => {
  const { change } = renderSidebar(found);
  fireEvent.keyDown(input(), { key: 'ArrowDown' });
  if (found.search.status !== 'found') throw new Error('The state has no hits');
  change({ search: { ...found.search, text: 'offli' } });
  expect(active()).toBe(0);
});

it('says when nothing is found', () => {
  renderSidebar(sidebarStates['search-nothing']!);
  expect(screen.getAllByText('Nothing found').length).toBeGreaterThan(0);
  expect(input().getAttribute('aria-expanded')).toBe('false');
});

it('can be tried again when it fails', () => {
  const { actions } = renderSidebar(sidebarStates['search-failed']!);
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(actions.setSearchText).toHaveBeenCalledExactlyOnceWith('o');
});

it('closes by its button', () => {
  const { actions } = renderSidebar(found);
  fireEvent.click(within(screen.getByRole('search')).getByRole('button', { name: 'Close search' }));
  expect(actions.closeSearch).toHaveBeenCalledOnce();
});
