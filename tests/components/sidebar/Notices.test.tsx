// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Recheck } from '@/lib/model/recheck';
import type { Notice } from '@/lib/model/suggestion';
import { renderSidebar } from '@/tests/support/render-ui';
import { suggestions } from '@/tests/support/ui-gallery/items';
import type { Language } from '@/tests/support/ui-gallery/messages';
import { sidebarStates } from '@/tests/support/ui-gallery/sidebar-states';

function show(notice: Notice, language: Language = 'en'): HTMLElement {
  const state = sidebarStates['answer']!;
  if (state.answer.status !== 'ready') throw new Error('no answer to show');
  const suggestion = { ...suggestions[0]!, notices: [notice] };
  const list = { ...state.answer.list, knownIssue: null, suggestions: [suggestion] };
  renderSidebar({ ...state, answer: { ...state.answer, list } }, language);
  return screen.getByRole('article');
}

describe('a card says', () => {
  const fix = { key: 'PROJ-12', version: '9.3', date: '2026-05-04' };

  it('which release an article is older than', () => {
    expect(show({ kind: 'stale', fix }).textContent).toContain(
      'Written before PROJ-12 was fixed in 9.3 on May 4, 2026.',
    );
  });

  it('the same in German', () => {
    expect(show({ kind: 'stale', fix }, 'de').textContent).toContain(
      'Geschrieben, bevor PROJ-12 mit 9.3 am 04.05.2026 behoben wurde.',
    );
  });

  it('that nobody touched it for long, where no release tells', () => {
    expect(show({ kind: 'stale' }).textContent).toContain('Not touched for over a year.');
  });

  it('which issue a duplicate repeats, and leads there', () => {
    const url = 'https://fernway.example/browse/PROJ-12';
    const original = { key: 'PROJ-12', title: 'Queue stops at 9 pm', url };
    const card = show({ kind: 'duplicate', original });
    expect(card.textContent).toContain('Already reported as PROJ-12.');
    const link = within(card).getByRole('link', { name: /^Queue stops at 9 pm/ });
    expect(link.getAttribute('href')).toBe(url);
  });

  it.each([
    [{ kind: 'gone', status: 404 }, 'No longer there (it answers 404).'],
    [{ kind: 'moved', url: 'https://help.example/new' }, 'Moved to another address'],
    [{ kind: 'moved' }, 'Its address now leads to another site.'],
  ] as [Recheck, string][])('what its place says of it: %j', (recheck, words) => {
    const state = sidebarStates['answer']!;
    const [{ item } = suggestions[0]!] = suggestions;
    renderSidebar({
      ...state,
      rechecks: { [item.id]: recheck },
      preview: { status: 'loading', head: item },
    });
    const card = document.querySelector(`[data-card="${item.id}"]`);
    expect(card?.textContent).toContain(words);
    expect(document.querySelector('.preview-head')?.textContent).toContain(words);
  });

  it('nothing of what is still there', () => {
    const state = sidebarStates['answer']!;
    const [{ item } = suggestions[0]!] = suggestions;
    renderSidebar({ ...state, rechecks: { [item.id]: { kind: 'there' } } });
    expect(document.body.textContent).not.toMatch(/No longer there|Moved to|leads to another/);
  });

  it('that it repeats another, where the other is not known', () => {
    const card = show({ kind: 'duplicate' });
    expect(card.textContent).toContain('Already reported elsewhere.');
    expect(within(card).queryByRole('link', { name: /Queue/ })).toBeNull();
  });
});
