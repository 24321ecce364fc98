// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderSidebar } from '@/tests/support/render-ui';
import { sidebarStates } from '@/tests/support/ui-gallery/sidebar-states';

const shown = (name: string) => renderSidebar(sidebarStates[name]!);
const text = () => document.body.textContent;

it('offers to read the help centre of the helpdesk in front, with one button', () => {
  const { actions } = shown('offer-offered');
  expect(text()).toContain('the help centre of fernway.zendesk.com with your own session');
  fireEvent.click(screen.getByRole('button', { name: 'Search your help centre' }));
  expect(actions.acceptOffer).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole('button', { name: 'Not now' }));
  expect(actions.dismissOffer).toHaveBeenCalledOnce();
});

it('says how far it is, and that it is done', () => {
  const { change } = shown('offer-reading');
  expect(screen.getByRole('progressbar', { name: 'Reading your help centre' })).toBeTruthy();
  expect(text()).toContain('240 entries so far');
  change(sidebarStates['offer-done']!);
  expect(text()).toContain('Your help centre is ready, 512 entries');
});

it('leads to the settings when it takes long', () => {
  const { actions } = shown('offer-slow');
  expect(text()).toContain('It takes longer than usual.');
  fireEvent.click(screen.getAllByRole('button', { name: 'Settings' }).at(-1)!);
  expect(actions.openOptions).toHaveBeenCalledOnce();
});

it('says of every card how old it is and how fresh our copy is', () => {
  shown('answer-without-issue');
  for (const card of screen.getAllByRole('article')) {
    expect(card.textContent).toMatch(/updated .+synced 4 minutes ago/);
  }
});
