import { describe, expect, it } from 'vitest';
import {
  isForPastedText,
  shownList,
  visibleSuggestions,
} from '@/lib/app/stores/visible-suggestions';
import { knownIssue, suggestions } from '@/tests/support/ui-gallery/items';
import { list } from '@/tests/support/ui-gallery/sidebar-states';

const ids = (all: { item: { id: string } }[]) => all.map(({ item }) => item.id);

describe('visibleSuggestions', () => {
  it('puts the known issue first', () => {
    expect(ids(visibleSuggestions(list, []).all)).toEqual(ids([knownIssue, ...suggestions]));
  });

  it('leaves out what was dismissed and counts it', () => {
    const gone = [knownIssue.item.id, suggestions[1]!.item.id, 'from another ticket'];
    const visible = visibleSuggestions(list, gone);
    expect(visible.knownIssue).toBeNull();
    expect(visible.others).toHaveLength(suggestions.length - 1);
    expect(visible.hidden).toBe(2);
  });
});

describe('shownList', () => {
  it('is the older answer while a new one is made', () => {
    expect(shownList({ status: 'loading', ticketKey: 'a', previous: list })).toBe(list);
    expect(shownList({ status: 'ready', list })).toBe(list);
    expect(shownList({ status: 'idle' })).toBeNull();
  });
});

describe('isForPastedText', () => {
  it('knows the pasted text by its key', () => {
    const pasted = { ...list, ticketKey: 'https://fernway.zendesk.com#pasted' };
    expect(isForPastedText({ status: 'ready', list: pasted })).toBe(true);
    expect(isForPastedText({ status: 'loading', ticketKey: '#pasted', previous: null })).toBe(true);
    expect(isForPastedText({ status: 'ready', list })).toBe(false);
    expect(isForPastedText({ status: 'idle' })).toBe(false);
  });
});
