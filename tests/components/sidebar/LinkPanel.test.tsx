// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { SidebarState } from '@/lib/app/stores/sidebar-state';
import { fault } from '@/lib/core/fault';
import { card, renderSidebar } from '@/tests/support/render-ui';
import { knownIssue, offlineSales, queueIssue } from '@/tests/support/ui-gallery/items';
import { baseState, sidebarStates } from '@/tests/support/ui-gallery/sidebar-states';

const show = (name: string) => renderSidebar(sidebarStates[name]!);
const panel = () => screen.getByRole('region', { name: 'Link ticket #20117 to FERN-1042' });
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

describe('what will change', () => {
  it('is named field by field: tag and note as they will be written', () => {
    show('link-by-tag');
    const terms = within(panel()).getAllByRole('term');
    expect(terms.map(({ textContent }) => textContent)).toEqual(['Tag', 'Internal note']);
    const [tag, note] = within(panel()).getAllByRole('definition');
    expect(tag?.textContent).toBe('known-issue-fern-1042');
    expect(note?.textContent).toContain(`Known issue: FERN-1042: ${queueIssue.title}`);
    expect(note?.textContent).toContain(queueIssue.url);
    expect(note?.textContent).toContain('The customer does not see it.');
  });

  it('is named with what stands there now: type and problem', () => {
    show('link-by-problem');
    const [type, problem] = within(panel()).getAllByRole('definition');
    expect(type?.textContent).toBe('Question → Incident');
    expect(problem?.textContent).toContain('#4500 Offline queue stops at refunds (open)');
  });

  it('says why it is not the problem ticket, and that the ticket has changed', () => {
    const { unmount } = show('link-refused-problem');
    expect(panel().textContent).toContain('is not of type problem, so tag and note are used');
    unmount();
    show('link-renewed');
    expect(panel().textContent).toContain('Somebody changed the ticket meanwhile');
  });
});

describe('keys', () => {
  it('Enter confirms: the focus is on the button, and the key works without it', () => {
    const { actions } = show('link-by-tag');
    expect(document.activeElement?.textContent).toBe('Link the ticket');
    fireEvent.click(document.activeElement!);
    expect(actions.confirmLink).toHaveBeenCalledOnce();
    (document.activeElement as HTMLElement).blur();
    press('Enter');
    expect(actions.confirmLink).toHaveBeenCalledTimes(2);
    expect(actions.insertLink).not.toHaveBeenCalled();
  });

  it('Esc closes, and no other key reaches the list below', () => {
    const { actions, container } = show('link-by-tag');
    for (const key of ['j', 'l', 'p', 'r', 'c', 'x', 'o', 'i', '/']) press(key);
    const untouched = [actions.selectNext, actions.insertLink, actions.dismiss, actions.openLink];
    for (const action of untouched) expect(action).not.toHaveBeenCalled();
    expect(container.querySelector('.sidebar-page')?.hasAttribute('inert')).toBe(true);
    press('Escape');
    expect(actions.closeLink).toHaveBeenCalledOnce();
  });

  it('does nothing twice while it works', () => {
    const { actions } = show('link-busy');
    fireEvent.click(within(panel()).getByRole('button', { name: 'Link the ticket' }));
    expect(actions.confirmLink).not.toHaveBeenCalled();
  });
});

describe('a link that stands', () => {
  it('is shown with the issue’s present state, and can be taken back', () => {
    const { actions } = show('link-standing');
    expect(panel().textContent).toContain('This ticket is linked to FERN-1042');
    expect(panel().textContent).toContain('By the problem ticket: #4500');
    expect(panel().textContent).toContain('Known bug, fix planned for POS 6.5.0');
    expect(within(panel()).queryByRole('button', { name: 'Link the ticket' })).toBeNull();
    fireEvent.click(within(panel()).getByRole('button', { name: 'Take the link back' }));
    expect(actions.undoLink).toHaveBeenCalledOnce();
  });

  it('to another issue leaves nothing to confirm', () => {
    show('link-elsewhere');
    expect(panel().textContent).toContain('linked to another known issue');
    expect(panel().textContent).toContain('known-issue-fern-988');
    expect(within(panel()).queryByRole('button', { name: 'Link the ticket' })).toBeNull();
  });

  it('is on the card, too', () => {
    show('answer-linked');
    const issue = card(knownIssue.item.title);
    expect(within(issue).getByRole('button', { name: /^Linked:/ })).toBeTruthy();
    const article = card(offlineSales.title);
    expect(within(article).queryByRole('button', { name: /^Link(?:ed| ticket):/ })).toBeNull();
  });
});

describe('faults', () => {
  it.each([
    ['link-forbidden', 'You may not change this ticket'],
    ['link-offline', 'The helpdesk cannot be reached'],
    ['link-rate-limited', 'The helpdesk asks us to slow down'],
  ])('%s: %s', (name, words) => {
    const { actions } = show(name);
    expect(panel().textContent).toContain(words);
    fireEvent.click(within(panel()).getByRole('button', { name: 'Try again' }));
    expect(actions.openLink).toHaveBeenCalledOnce();
  });
});

it('the card’s button opens it', () => {
  const { actions } = renderSidebar(baseState);
  const issue = card(knownIssue.item.title);
  fireEvent.click(within(issue).getByRole('button', { name: /^Link ticket:/ }));
  expect(actions.openLink.mock.calls).toEqual([[knownIssue.item]]);
});

it('an issue lists the tickets that are linked to it', () => {
  show('preview-linked-tickets');
  const list = screen.getByRole('region', { name: '3 tickets linked here' });
  const links = within(list).getAllByRole('link');
  expect(links[0]?.getAttribute('href')).toBe('https://fernway.zendesk.com/agent/tickets/20117');
});

describe('the tickets of an issue', () => {
  const linked = sidebarStates['preview-linked-tickets'] as SidebarState;
  const { itemId = '' } = linked.linkedTickets ?? {};
  const region = (name: RegExp) => screen.getByRole('region', { name });

  it('are few at first, and all when asked for', () => {
    const tickets = Array.from({ length: 137 }, (_, at) => ({
      ticketKey: `https://secure.helpscout.net#${at}`,
      id: String(at),
      url: `https://secure.helpscout.net/conversation/${at}`,
      at: '2026-11-20T10:00:00Z',
    }));
    renderSidebar({ ...linked, linkedTickets: { itemId, tickets, fault: null } });
    const list = region(/^137 tickets linked here/);
    expect(within(list).getAllByRole('link')).toHaveLength(20);
    expect(list.textContent).toContain('and 117 more');
    fireEvent.click(within(list).getByRole('button', { name: 'Show all' }));
    expect(within(list).getAllByRole('link')).toHaveLength(137);
    expect(list.textContent).not.toContain('more');
  });

  it('say that there are none yet', () => {
    renderSidebar({ ...linked, linkedTickets: { itemId, tickets: [], fault: null } });
    expect(region(/^No tickets linked here/).textContent).toContain('None yet');
  });

  it('say why they cannot be read, and are read again', () => {
    const { actions } = renderSidebar({
      ...linked,
      linkedTickets: { itemId, tickets: [], fault: fault('storage-broken') },
    });
    const list = region(/^Linked$/);
    expect(list.textContent).not.toContain('None yet');
    fireEvent.click(within(list).getByRole('button', { name: 'Try again' }));
    expect(actions.openPreview.mock.calls[0]?.[0]).toMatchObject({ id: itemId });
  });
});

it('the ready reply is read before it is inserted', () => {
  const { actions } = renderSidebar(baseState);
  const issue = card(knownIssue.item.title);
  expect(issue.textContent).toContain('Ready reply (German)');
  expect(issue.textContent).toContain('Die Behebung ist für POS 6.5.0 geplant.');
  expect(issue.textContent).toContain('not in the customer’s language');
  fireEvent.click(within(issue).getByRole('button', { name: /^Insert reply:/, hidden: true }));
  expect(actions.insertReply).toHaveBeenCalledExactlyOnceWith(knownIssue.item.id);
});
