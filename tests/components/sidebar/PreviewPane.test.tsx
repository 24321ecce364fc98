// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { card, renderSidebar } from '@/tests/support/render-ui';
import { offlineSales, queueIssue } from '@/tests/support/ui-gallery/items';
import { baseState, sidebarStates } from '@/tests/support/ui-gallery/sidebar-states';

const preview = () => screen.getByRole('region', { name: offlineSales.title });

it('shows the whole item with its actions over the list', () => {
  const { actions, container } = renderSidebar(sidebarStates['preview-article']!);
  expect(container.querySelector('.sidebar-page')?.hasAttribute('inert')).toBe(true);
  expect(within(preview()).getByRole('table')).toBeTruthy();
  expect(
    within(preview())
      .getByRole('link', { name: /^Open the original/ })
      .getAttribute('href'),
  ).toBe(offlineSales.url);
  fireEvent.click(
    within(preview()).getByRole('button', { name: `Insert passage: ${offlineSales.title}` }),
  );
  expect(actions.insertPassage).toHaveBeenCalledExactlyOnceWith(offlineSales.id);
  fireEvent.click(within(preview()).getByRole('button', { name: 'Back' }));
  expect(actions.closePreview).toHaveBeenCalledOnce();
});

it('shows the workaround of an issue before its description', () => {
  renderSidebar(sidebarStates['preview-issue']!);
  const region = screen.getByRole('region', { name: queueIssue.title });
  const text = region.textContent;
  expect(text).toContain('Known bug, fix planned for POS 6.5.0');
  expect(text.indexOf('Do not sign out')).toBeLessThan(text.indexOf('oldest first'));
  expect(
    within(region).getByRole('button', { name: `Insert workaround: ${queueIssue.title}` }),
  ).toBeTruthy();
});

it('takes the focus to the title and gives it back to where it was', () => {
  const { change } = renderSidebar(baseState);
  const opener = card(offlineSales.title);
  opener.focus();
  change({ preview: { status: 'open', item: offlineSales } });
  expect(document.activeElement?.textContent).toBe(offlineSales.title);
  expect(preview().contains(document.activeElement)).toBe(true);
  change({ preview: { status: 'closed' } });
  expect(document.activeElement).toBe(opener);
});

it('can be tried again when it fails', () => {
  const { actions } = renderSidebar(sidebarStates['preview-failed']!);
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(actions.openPreview.mock.calls[0]?.[0]).toMatchObject({ id: offlineSales.id });
});
