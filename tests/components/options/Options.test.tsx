// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderOptions } from '@/tests/support/render-ui';
import { LANGUAGES } from '@/tests/support/ui-gallery/messages';
import { baseOptions, optionsStates } from '@/tests/support/ui-gallery/options-states';
import { watchConsole } from '@/tests/support/watch-console';

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const text = () => document.body.textContent;

describe.each(LANGUAGES)('every state renders in %s', (language) => {
  it.each(Object.entries(optionsStates))('%s', (_, state) => {
    const complaints = watchConsole();
    const { container } = renderOptions(state, language);
    expect(container.textContent).not.toMatch(/undefined|\[object|NaN|Invalid Date/);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Trivet');
    expect(complaints()).toEqual([]);
  });
});

describe('knowledge', () => {
  it('lists sources with what they hold and how fresh they are', () => {
    renderOptions(baseOptions);
    const source = screen.getByRole('heading', { name: 'Fernway sample knowledge' }).closest('li')!;
    expect(source.textContent).toContain('312 entries');
    expect(source.textContent).toContain('last read 59 minutes ago');
    expect(screen.queryByRole('button', { name: 'Install sample knowledge' })).toBeNull();
  });

  it('asks before it removes, with the harmless answer in focus', () => {
    const { actions } = renderOptions(baseOptions);
    press('Remove: Fernway sample knowledge');
    const question = screen.getByRole('group', { name: 'Remove “Fernway sample knowledge”?' });
    expect(question.textContent).toContain('312 entries are deleted from this browser');
    expect(question.textContent).toContain('cannot be undone');
    expect(document.activeElement?.textContent).toBe('Keep it');
    expect(actions.removeSource).not.toHaveBeenCalled();
    press('Keep it');
    expect(screen.queryByRole('group', { name: /^Remove/ })).toBeNull();
    press('Remove: Fernway sample knowledge');
    press('Remove for good');
    expect(actions.removeSource).toHaveBeenCalledExactlyOnceWith('sample');
  });

  it('does not remove twice', () => {
    const { actions } = renderOptions(optionsStates['removing']!);
    const button = screen.getByRole('button', { name: 'Remove: Fernway sample knowledge' });
    expect(button.getAttribute('aria-busy')).toBe('true');
    fireEvent.click(button);
    expect(screen.queryByRole('button', { name: 'Remove for good' })).toBeNull();
    expect(actions.removeSource).not.toHaveBeenCalled();
  });

  it('brings the sample back', () => {
    const { actions } = renderOptions(optionsStates['empty']!);
    press('Install sample knowledge');
    expect(actions.addSample).toHaveBeenCalledOnce();
  });

  it('can be read again when reading failed', () => {
    const { actions } = renderOptions(optionsStates['load-failed']!);
    press('Try again');
    expect(actions.reload).toHaveBeenCalledOnce();
  });

  it('shows how far the index is', () => {
    renderOptions(optionsStates['indexing']!);
    expect(screen.getByRole('progressbar', { name: 'Indexing 120 of 312' })).toBeTruthy();
  });
});

describe('import', () => {
  const file = new File(['{}'], 'kb.jsonl');
  const chooser = () => screen.getByLabelText<HTMLInputElement>('Choose a file to import');
  const choose = () => fireEvent.change(chooser(), { target: { files: [file] } });

  it('starts when a file is chosen, and keeps it from customers unless told otherwise', () => {
    const { actions } = renderOptions(baseOptions);
    choose();
    expect(actions.importFile).toHaveBeenLastCalledWith(file, { isForCustomers: false });
    fireEvent.click(screen.getByRole('checkbox'));
    choose();
    expect(actions.importFile).toHaveBeenLastCalledWith(file, { isForCustomers: true });
  });

  it('takes no second file while one is read, and can be cancelled', () => {
    const { actions } = renderOptions(optionsStates['import-reading']!);
    expect(chooser().disabled).toBe(true);
    expect(screen.getByRole('progressbar', { name: /documents so far: 41,200/ })).toBeTruthy();
    press('Cancel');
    expect(actions.cancelImport).toHaveBeenCalledOnce();
  });

  it('names the lines it left out, and why', () => {
    const { container } = renderOptions(optionsStates['import-done']!);
    expect(container.querySelector('[data-import="done"]')).toBeTruthy();
    const details = within(container.querySelector<HTMLElement>('[data-import] details')!);
    expect(details.getByText('1,204 documents were left out')).toBeTruthy();
    expect(
      details.getAllByRole('listitem', { hidden: true }).map((line) => line.textContent),
    ).toEqual([
      'No. 3: not JSON',
      'No. 17: longer than 10 MB',
      'No. 18: no usable id',
      'No. 1,021: neither title nor text',
      'No. 2,044: an issue without a status that is known',
    ]);
  });
});

describe('what was learned', () => {
  it('asks before it is forgotten, with the harmless answer in focus', () => {
    const { actions } = renderOptions(baseOptions);
    expect(text()).toContain('Learned from 41 answered tickets.');
    press('Forget');
    const question = screen.getByRole('group', { name: 'Forget what was learned?' });
    expect(question.textContent).toContain('cannot be undone');
    expect(document.activeElement?.textContent).toBe('Keep it');
    press('Keep it');
    expect(actions.forgetLearned).not.toHaveBeenCalled();
    press('Forget');
    press('Forget all of it');
    expect(actions.forgetLearned).toHaveBeenCalledOnce();
  });

  it('says that it is gone', () => {
    renderOptions(optionsStates['forgotten']!);
    expect(text()).toContain('What was learned is forgotten');
    expect(text()).toContain('Nothing was learned from your tickets yet.');
  });

  it('is not told before it is known', () => {
    renderOptions(optionsStates['loading']!);
    expect(screen.queryByRole('button', { name: 'Forget' })).toBeNull();
  });
});

describe('keys', () => {
  it('shows the browser-wide keys and leads to where they are changed', () => {
    const { actions } = renderOptions(baseOptions);
    const row = screen.getByText('Show or hide the Trivet sidebar').closest('tr')!;
    expect(row.textContent).toContain('Alt+Shift+K');
    expect(
      screen
        .getByText('Insert the best passage of the selected article into the reply')
        .closest('tr')!.textContent,
    ).toContain('not set');
    press('Change these keys in the browser');
    expect(actions.openShortcutSettings).toHaveBeenCalledOnce();
  });

  it('says how to change them where no page may lead there', () => {
    renderOptions(optionsStates['empty']!);
    expect(screen.queryByRole('button', { name: 'Change these keys in the browser' })).toBeNull();
    expect(text()).toContain('about:addons');
  });
});

describe('messages', () => {
  it('tells what was done and can be closed', () => {
    const { actions } = renderOptions(optionsStates['removed']!);
    expect(text()).toContain('“Fernway sample knowledge” was removed');
    press('Close');
    expect(actions.closeNotice).toHaveBeenCalledOnce();
  });

  it('tells what went wrong and what to do', () => {
    renderOptions(optionsStates['fault']!);
    expect(text()).toContain('Free some disk space');
  });
});
