// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { SidebarState } from '@/lib/app/stores/sidebar-state';
import { fault, FAULT_KINDS } from '@/lib/core/fault';
import { card, renderSidebar } from '@/tests/support/render-ui';
import { hostileIssue, hostileItem, hostileSuggestion } from '@/tests/support/ui-gallery/hostile';
import { knownIssue, offlineSales, suggestions } from '@/tests/support/ui-gallery/items';
import { baseState, list, sidebarStates } from '@/tests/support/ui-gallery/sidebar-states';
import { testWording } from '@/tests/support/wording';

const marksIn = (element: Element) =>
  [...element.querySelectorAll('mark')].map((mark) => mark.textContent);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('ticket header', () => {
  it('names the ticket, who asks, how it was read and where an insert goes', () => {
    renderSidebar(baseState);
    const header = screen.getByRole('region', { name: 'Ticket' });
    expect(within(header).getByRole('heading').textContent).toContain('Yesterday’s sales');
    expect(header.textContent).toContain('Marta Lindqvist · Café Kornblume · #20117');
    expect(header.textContent).toContain('Read from the helpdesk');
    expect(header.textContent).toContain('Public reply');
  });

  it('says in words that and why something is missing', () => {
    renderSidebar(sidebarStates['answer-degraded']!);
    const header = screen.getByRole('region', { name: 'Ticket' });
    expect(header.textContent).toContain('Read from the page');
    expect(header.textContent).toContain('Part of the ticket may be missing');
    expect(header.textContent).toContain('You are signed out');
  });

  it('says when answers are for pasted text, and leads back', () => {
    const { actions } = renderSidebar(sidebarStates['answer-pasted']!);
    expect(screen.getByText('Answers for the text you pasted')).toBeTruthy();
    press('Back to the ticket');
    expect(actions.reload).toHaveBeenCalledOnce();
  });
});

describe('known issue', () => {
  it('is the first card and says where the bug stands', () => {
    renderSidebar(baseState);
    const [first] = screen.getAllByRole('article');
    const issue = card(knownIssue.item.title);
    expect(first).toBe(issue);
    expect(issue.textContent).toContain('Known bug, fix planned for POS 6.5.0 on Dec 8, 2026');
    expect(issue.textContent).toContain('as of 4 minutes ago');
    expect(issue.textContent).toContain('14 linked tickets');
    expect(issue.textContent).toContain('Internal only');
    expect(
      within(issue)
        .getByRole('link', { name: /^FERN-1042/ })
        .getAttribute('href'),
    ).toBe('https://tracker.fernway.example/browse/FERN-1042');
  });

  it('puts the version of the ticket first and marks it', () => {
    renderSidebar(baseState);
    const versions = within(card(knownIssue.item.title))
      .getAllByRole('listitem')
      .map((version) => version.textContent)
      .filter((text) => text.startsWith('POS'));
    expect(versions).toEqual(['POS 6.4.1 this ticket', 'POS 6.3.0', 'POS 6.3.2', 'POS 6.4.0']);
  });

  it('shows the workaround as steps with links', () => {
    renderSidebar(baseState);
    const workaround = within(card(knownIssue.item.title)).getByRole('region', {
      name: 'What the customer can do meanwhile',
    });
    expect(workaround.querySelectorAll('ol > li')).toHaveLength(3);
    expect(within(workaround).getByRole('link', { name: /^update first/ })).toBeTruthy();
  });

  it('unfolds a long workaround', () => {
    renderSidebar(sidebarStates['answer-hostile']!);
    expect(screen.queryByRole('table')).toBeNull();
    press('Show all');
    expect(screen.getByRole('table')).toBeTruthy();
    press('Show less');
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('suggestion card', () => {
  it('marks exactly what matched in title and passage', () => {
    renderSidebar(baseState);
    const article = card(offlineSales.title);
    expect(marksIn(within(article).getByRole('heading', { level: 3 }))).toEqual([
      'Offline',
      'sales',
    ]);
    const passage = article.querySelector('.passage')!;
    expect(marksIn(passage)).toEqual(['tablet', 'tablet', 'Sales', 'tablet', 'queue']);
    expect(passage.textContent).toMatch(/^The number stays the same: /);
  });

  it('says what it is, how old, who may see it and why it is here', () => {
    renderSidebar(baseState);
    const article = card(offlineSales.title);
    expect(article.textContent).toContain('Article');
    expect(article.textContent).toContain('updated 2 weeks ago');
    expect(article.textContent).toContain('Public');
    const why = within(article).getByRole('list', { name: 'Why this is here' });
    expect(
      within(why)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      'Title says “Offline sales”',
      'Same product (Fernway POS)',
      'Also about queue, retry, waiting, reports',
    ]);
  });

  it.each([
    [2, 'Not touched for over a year'],
    [3, 'Not for customers. You are writing a public reply.'],
    [4, 'Written in German'],
  ])('warns where it matters (%i)', (place, warning) => {
    renderSidebar(baseState);
    expect(card(suggestions[place]!.item.title).textContent).toContain(warning);
  });

  it('does not warn of internal items in an internal note', () => {
    renderSidebar(sidebarStates['answer-internal-note']!);
    expect(document.body.textContent).not.toContain('Not for customers');
    expect(card(suggestions[3]!.item.title).textContent).toContain('Internal only');
  });

  it('acts on its own item', () => {
    const { actions } = renderSidebar(baseState);
    const { id, title } = offlineSales;
    press(`Insert link: ${title}`);
    press(`Insert passage: ${title}`);
    press(`Copy: ${title}`);
    press(`Dismiss: ${title}`);
    fireEvent.click(within(card(title)).getByRole('heading').querySelector('button')!);
    expect(actions.insertLink).toHaveBeenCalledExactlyOnceWith(id);
    expect(actions.insertPassage).toHaveBeenCalledExactlyOnceWith(id);
    expect(actions.copy).toHaveBeenCalledExactlyOnceWith(id);
    expect(actions.dismiss).toHaveBeenCalledExactlyOnceWith(id);
    expect(actions.openPreview).toHaveBeenCalledOnce();
  });

  it('takes no second press while one is under way', () => {
    const { actions } = renderSidebar(sidebarStates['answer-busy']!);
    const running = screen.getByRole('button', { name: `Insert link: ${knownIssue.item.title}` });
    expect(running.getAttribute('aria-busy')).toBe('true');
    fireEvent.click(running);
    press(`Copy: ${offlineSales.title}`);
    expect(actions.insertLink).not.toHaveBeenCalled();
    expect(actions.copy).not.toHaveBeenCalled();
  });

  it('leaves out what was dismissed and says how many', () => {
    renderSidebar(sidebarStates['answer-some-dismissed']!);
    expect(screen.getAllByRole('article')).toHaveLength(3);
    expect(document.body.textContent).toContain('4 suggestions dismissed on this ticket');
  });
});

describe('states without answers', () => {
  it('says honestly that nothing fits, and offers search and paste', () => {
    const { actions } = renderSidebar(sidebarStates['nothing-fits']!);
    expect(document.body.textContent).toContain('Searched 312 entries');
    press('Search yourself');
    expect(actions.openSearch).toHaveBeenCalledOnce();
    press('Paste text instead');
    expect(screen.getByLabelText('What did the customer write?')).toBeTruthy();
  });

  it('offers the sample when nothing is indexed', () => {
    const { actions } = renderSidebar(sidebarStates['nothing-indexed']!);
    press('Install sample knowledge');
    fireEvent.click(within(screen.getByRole('main')).getByRole('button', { name: 'Settings' }));
    expect(actions.installSample).toHaveBeenCalledOnce();
    expect(actions.openOptions).toHaveBeenCalled();
  });

  it('finds answers for pasted text when the ticket cannot be read', () => {
    const { actions } = renderSidebar(sidebarStates['unreadable']!);
    const submit = screen.getByRole('button', { name: 'Find answers' });
    expect(submit.getAttribute('aria-disabled')).toBe('true');
    const field = screen.getByLabelText('What did the customer write?');
    fireEvent.change(field, { target: { value: '  Printer is offline \n' } });
    fireEvent.submit(field.closest('form')!);
    expect(actions.suggestForText).toHaveBeenCalledExactlyOnceWith('Printer is offline');
    press('Try again');
    expect(actions.reload).toHaveBeenCalledOnce();
  });

  it.each(FAULT_KINDS)('says what to do about %s and offers to try again', (kind) => {
    const { t } = testWording('en');
    const page = { kind: 'failed', id: '1', fault: fault(kind, { status: 503 }) } as const;
    renderSidebar({ ...baseState, answer: { status: 'idle' }, page });
    const text = document.body.textContent;
    const key = kind.replaceAll('-', '_') as 'offline';
    expect(text).toContain(t(`fault.${key}.title`));
    expect(text).toContain(t(`fault.${key}.next`));
    expect(text).toContain(`${kind} · status: 503`);
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('shows how far indexing is', () => {
    renderSidebar(sidebarStates['answer-offline-indexing']!);
    const bar = screen.getByRole('progressbar', { name: 'Indexing 480 of 1,312' });
    expect(bar.getAttribute('value')).toBe('480');
    expect(document.body.textContent).toContain('You are offline');
  });

  it('keeps the older answer on screen while a new one is made', () => {
    renderSidebar(sidebarStates['answer-renewing']!);
    expect(screen.getAllByRole('article')).toHaveLength(7);
  });
});

describe('hostile content', () => {
  it('stays text, stays short, leads nowhere', () => {
    const answer = {
      status: 'ready',
      list: { ...list, knownIssue: hostileIssue, suggestions: [hostileSuggestion] },
    } satisfies SidebarState['answer'];
    const { container } = renderSidebar({ ...baseState, answer });
    expect(container.querySelector('script, img, iframe')).toBeNull();
    expect(container.querySelector('a[href^="javascript"], a[href^="data"]')).toBeNull();
    expect(hostileItem.title.length).toBeGreaterThan(100_000);
    expect(container.innerHTML.length).toBeLessThan(60_000);
    expect(container.querySelector('[lang*=">"]')).toBeNull();
  });
});

describe('frame', () => {
  it('collapses only where it is docked', () => {
    const { actions, change } = renderSidebar(baseState);
    press('Collapse the sidebar');
    expect(actions.collapse).toHaveBeenCalledOnce();
    change({ surface: 'panel' });
    expect(screen.queryByRole('button', { name: 'Collapse the sidebar' })).toBeNull();
  });
});
