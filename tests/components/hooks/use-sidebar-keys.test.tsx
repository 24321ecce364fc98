// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { card, renderSidebar } from '@/tests/support/render-ui';
import { knownIssue, offlineSales } from '@/tests/support/ui-gallery/items';
import { baseState, sidebarStates } from '@/tests/support/ui-gallery/sidebar-states';

const ISSUE = knownIssue.item.id;
const press = (key: string, init: KeyboardEventInit = {}, target: Element = document.body) =>
  fireEvent.keyDown(target, { key, ...init });
/** True when the browser is left to do what it always does with the key. */
const isLeftAlone = (key: string, init: KeyboardEventInit = {}, target?: Element) =>
  press(key, init, target);

describe('keys on the list', () => {
  it.each([
    ['j', 'selectNext'],
    ['ArrowDown', 'selectNext'],
    ['k', 'selectPrevious'],
    ['ArrowUp', 'selectPrevious'],
    ['/', 'openSearch'],
    ['Escape', 'focusComposer'],
  ] as const)('%s: %s', (key, action) => {
    const { actions } = renderSidebar(baseState);
    expect(press(key)).toBe(false);
    expect(actions[action]).toHaveBeenCalledOnce();
  });

  it.each([
    ['l', 'insertLink'],
    ['Enter', 'insertLink'],
    ['p', 'insertPassage'],
    ['r', 'insertReply'],
    ['c', 'copy'],
    ['x', 'dismiss'],
  ] as const)('%s: %s of the selected suggestion', (key, action) => {
    const { actions } = renderSidebar(baseState);
    expect(press(key)).toBe(false);
    expect(actions[action]).toHaveBeenCalledExactlyOnceWith(ISSUE);
  });

  it('i: links the ticket to the selected issue', () => {
    const { actions } = renderSidebar(baseState);
    press('i');
    expect(actions.openLink.mock.calls).toEqual([[knownIssue.item]]);
  });

  it.each(['o', 'ArrowRight'])('%s: preview of the selected suggestion', (key) => {
    const { actions } = renderSidebar(baseState);
    press(key);
    expect(actions.openPreview.mock.calls).toEqual([[knownIssue.item]]);
  });

  it('works with / and ? behind Shift, and with caps lock', () => {
    const { actions } = renderSidebar(baseState);
    press('/', { shiftKey: true });
    expect(actions.openSearch).toHaveBeenCalledOnce();
    press('L');
    expect(actions.insertLink).toHaveBeenCalledOnce();
  });

  it.each([
    ['z', {}],
    ['z', { ctrlKey: true }],
  ])('%s %j takes back what the toast offers', (key, init) => {
    const { actions } = renderSidebar(sidebarStates['toast-inserted']!);
    press(key, init);
    expect(actions.undo).toHaveBeenCalledOnce();
  });

  it('leaves Ctrl+Z to the browser when nothing can be taken back', () => {
    const { actions } = renderSidebar(sidebarStates['toast-copied']!);
    expect(isLeftAlone('z', { ctrlKey: true })).toBe(true);
    expect(actions.undo).not.toHaveBeenCalled();
  });

  it("leaves the browser's own shortcuts alone", () => {
    const { actions } = renderSidebar(baseState);
    for (const key of ['l', 'p', 'c', 'x', 'j', 'k']) {
      expect(isLeftAlone(key, { ctrlKey: true })).toBe(true);
      expect(isLeftAlone(key, { altKey: true })).toBe(true);
      expect(isLeftAlone(key, { metaKey: true })).toBe(true);
    }
    for (const action of Object.values(actions)) expect(action).not.toHaveBeenCalled();
  });

  it('acts once however long a key is held, but walks on', () => {
    const { actions } = renderSidebar(baseState);
    press('l');
    press('l', { repeat: true });
    press('j');
    press('j', { repeat: true });
    expect(actions.insertLink).toHaveBeenCalledOnce();
    expect(actions.selectNext).toHaveBeenCalledTimes(2);
  });

  it('does nothing while an action is under way', () => {
    const { actions } = renderSidebar(sidebarStates['answer-busy']!);
    for (const key of ['l', 'p', 'c', 'x']) press(key);
    expect(actions.insertLink).not.toHaveBeenCalled();
    expect(actions.dismiss).not.toHaveBeenCalled();
  });

  it('does not act on a suggestion that is not in sight', () => {
    const { actions } = renderSidebar({ ...baseState, dismissed: [ISSUE] });
    press('l');
    expect(actions.insertLink).not.toHaveBeenCalled();
  });

  it('lets Enter press the button that has the focus', () => {
    const { actions } = renderSidebar(baseState);
    const button = screen.getByRole('button', { name: `Copy: ${offlineSales.title}` });
    expect(isLeftAlone('Enter', {}, button)).toBe(true);
    expect(actions.insertLink).not.toHaveBeenCalled();
  });
});

describe('keys while typing', () => {
  it('belong to the text field', () => {
    const { actions } = renderSidebar(sidebarStates['unreadable']!);
    const field = screen.getByLabelText('What did the customer write?');
    for (const key of ['j', 'l', 'x', '/', '?', 'Enter']) {
      expect(isLeftAlone(key, {}, field)).toBe(true);
    }
    expect(actions.selectNext).not.toHaveBeenCalled();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('closes the search with Escape, then goes back to the reply', () => {
    const { actions, change } = renderSidebar(sidebarStates['search-found']!);
    press('Escape', {}, screen.getByRole('combobox'));
    expect(actions.closeSearch).toHaveBeenCalledOnce();
    expect(actions.focusComposer).not.toHaveBeenCalled();
    change({ search: { status: 'closed' } });
    press('Escape');
    expect(actions.focusComposer).toHaveBeenCalledOnce();
  });

  it('leaves input methods their keys', () => {
    const { actions } = renderSidebar(baseState);
    press('Enter', { isComposing: true });
    expect(actions.insertLink).not.toHaveBeenCalled();
  });
});

describe('keys on the preview', () => {
  it('act on the previewed item, whatever is selected', () => {
    const { actions } = renderSidebar(sidebarStates['preview-article']!);
    press('l');
    press('p');
    press('c');
    expect(actions.insertLink).toHaveBeenCalledExactlyOnceWith(offlineSales.id);
    expect(actions.insertPassage).toHaveBeenCalledExactlyOnceWith(offlineSales.id);
    expect(actions.copy).toHaveBeenCalledExactlyOnceWith(offlineSales.id);
  });

  it('close it with Escape and with a dismissal', () => {
    const { actions } = renderSidebar(sidebarStates['preview-article']!);
    press('Escape');
    expect(actions.closePreview).toHaveBeenCalledOnce();
    expect(actions.focusComposer).not.toHaveBeenCalled();
    press('x');
    expect(actions.dismiss).toHaveBeenCalledExactlyOnceWith(offlineSales.id);
    expect(actions.closePreview).toHaveBeenCalledTimes(2);
  });

  it('leave the arrows to scrolling', () => {
    const { actions } = renderSidebar(sidebarStates['preview-article']!);
    expect(isLeftAlone('ArrowDown')).toBe(true);
    expect(actions.selectNext).not.toHaveBeenCalled();
  });
});

describe('the list of keys', () => {
  it('opens and closes with ?, closes with Escape, and silences the other keys', () => {
    const { actions, container } = renderSidebar(baseState);
    press('?', { shiftKey: true });
    const dialog = screen.getByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(dialog.contains(document.activeElement)).toBe(true);
    expect(container.querySelector('.sidebar-page')?.hasAttribute('inert')).toBe(true);
    press('l');
    press('j');
    expect(actions.insertLink).not.toHaveBeenCalled();
    expect(actions.selectNext).not.toHaveBeenCalled();
    press('?');
    expect(screen.queryByRole('dialog')).toBeNull();
    press('?');
    press('Escape');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(actions.focusComposer).not.toHaveBeenCalled();
  });

  it('opens by its button', () => {
    renderSidebar(baseState);
    fireEvent.click(screen.getByRole('button', { name: 'Keyboard shortcuts' }));
    expect(screen.getByRole('dialog').textContent).toContain('Insert the link');
  });
});

describe('focus', () => {
  it('is on one card only, and follows the selection', () => {
    const { change } = renderSidebar(baseState);
    const issue = card(knownIssue.item.title);
    const article = card(offlineSales.title);
    expect([issue.tabIndex, article.tabIndex]).toEqual([0, -1]);
    issue.focus();
    change({ selectedId: offlineSales.id });
    expect(document.activeElement).toBe(article);
    expect([issue.tabIndex, article.tabIndex]).toEqual([-1, 0]);
  });

  it('selects the card it enters', () => {
    const { actions } = renderSidebar(baseState);
    screen.getByRole('button', { name: `Copy: ${offlineSales.title}` }).focus();
    expect(actions.select).toHaveBeenCalledExactlyOnceWith(offlineSales.id);
  });

  it('is not taken from a text field by a new selection', () => {
    const { change } = renderSidebar({ ...baseState, search: { status: 'idle', text: '' } });
    const field = screen.getByRole('combobox');
    expect(document.activeElement).toBe(field);
    change({ selectedId: offlineSales.id });
    expect(document.activeElement).toBe(field);
  });

  it('comes to the selected card when the sidebar gets it', () => {
    renderSidebar(baseState);
    (document.activeElement as HTMLElement | null)?.blur();
    fireEvent.focus(window);
    expect(document.activeElement).toBe(card(knownIssue.item.title));
  });
});
