// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { OptionsState } from '@/lib/app/stores/options-state';
import { renderOptions } from '@/tests/support/render-ui';
import { baseOptions, optionsStates } from '@/tests/support/ui-gallery/options-states';

const section = (name = 'Help Scout app') => screen.getByRole('region', { name });
const field = (name: string) => within(section()).getByLabelText<HTMLInputElement>(name);
const button = (name: string) => within(section()).getByRole('button', { name, hidden: true });
const shown = (name: string) => optionsStates[name] as OptionsState;

function fillIn(appId: string, secret: string): void {
  fireEvent.change(field('App ID'), { target: { value: appId } });
  fireEvent.change(field('App secret'), { target: { value: secret } });
}

describe('without an app', () => {
  it('says what one is good for, where it is made and where it is kept', () => {
    renderOptions(baseOptions);
    const text = section().textContent;
    expect(text).toContain('No app is set up');
    expect(text).toContain('Not needed, but better');
    expect(text).toContain('Both stay in this browser');
    const link = within(section()).getByRole('link', { name: /How to make an app/ });
    expect(link.getAttribute('href')).toMatch(/^https:\/\/developer\.helpscout\.com\//);
    expect(field('App secret').type).toBe('password');
  });

  it('saves what is whole only, and forgets the secret once it is taken', async () => {
    const { actions } = renderOptions(baseOptions);
    fillIn('my-app', ' ');
    fireEvent.submit(field('App ID').form as HTMLFormElement);
    expect(actions.saveHelpscoutApp).not.toHaveBeenCalled();
    fillIn('my-app', 'hush');
    await act(async () => fireEvent.submit(field('App ID').form as HTMLFormElement));
    expect(actions.saveHelpscoutApp).toHaveBeenCalledExactlyOnceWith('my-app', 'hush');
    expect([field('App ID').value, field('App secret').value]).toEqual(['', '']);
  });

  it('leaves what was typed where the app was refused', async () => {
    const { actions, change } = renderOptions(baseOptions);
    actions.saveHelpscoutApp.mockResolvedValue(false);
    fillIn('my-app', 'wrong');
    await act(async () => fireEvent.submit(field('App ID').form as HTMLFormElement));
    change({
      helpscout: {
        ...baseOptions.helpscout,
        outcome: shown('helpscout-refused').helpscout.outcome,
      },
    });
    expect(field('App secret').value).toBe('wrong');
    expect(section().textContent).toContain('does not accept this ID and secret');
  });

  it('does not save twice', () => {
    const { actions } = renderOptions(shown('helpscout-saving'));
    fillIn('my-app', 'hush');
    fireEvent.submit(field('App ID').form as HTMLFormElement);
    expect(button('Save and check').getAttribute('aria-busy')).toBe('true');
    expect(actions.saveHelpscoutApp).not.toHaveBeenCalled();
  });
});

describe('with an app', () => {
  it('says whom it acts for, and checks it', () => {
    const { actions } = renderOptions(shown('helpscout-connected'));
    expect(section().textContent).toContain(
      'Connected as Robin Agent. App ID: b2d1f0aa93c84c5f9a11',
    );
    expect(within(section()).queryByLabelText('App secret')).toBeNull();
    fireEvent.click(button('Check connection'));
    expect(actions.checkHelpscoutApp).toHaveBeenCalledOnce();
  });

  it('is removed once the agent says so', () => {
    const { actions } = renderOptions(shown('helpscout-connected'));
    fireEvent.click(button('Remove app'));
    const keep = button('Keep it');
    expect(document.activeElement).toBe(keep);
    fireEvent.click(keep);
    expect(actions.removeHelpscoutApp).not.toHaveBeenCalled();
    fireEvent.click(button('Remove app'));
    fireEvent.click(button('Remove app'));
    expect(actions.removeHelpscoutApp).toHaveBeenCalledOnce();
  });

  it('gives way to another one, or not', async () => {
    const { actions } = renderOptions(shown('helpscout-connected'));
    fireEvent.click(button('Use another app'));
    expect(field('App ID').value).toBe('');
    fireEvent.click(button('Cancel'));
    expect(within(section()).queryByLabelText('App ID')).toBeNull();
    fireEvent.click(button('Use another app'));
    fillIn('other', 'hush');
    await act(async () => fireEvent.submit(field('App ID').form as HTMLFormElement));
    expect(actions.saveHelpscoutApp).toHaveBeenCalledExactlyOnceWith('other', 'hush');
    expect(within(section()).queryByLabelText('App ID')).toBeNull();
  });
});

it.each([
  ['helpscout-expired', 'Help Scout no longer accepts this app'],
  ['helpscout-nameless', 'Help Scout accepts the app'],
  ['helpscout-refused', 'Copy both once more from Your Profile'],
  ['helpscout-offline', 'Help Scout cannot be reached'],
  ['helpscout-busy', 'Try again in 17 seconds.'],
  ['helpscout-not-allowed', 'allow api.helpscout.net'],
  ['helpscout-failed', 'server-error'],
  ['helpscout-removed', 'App removed'],
])('%s says “%s”', (name, words) => {
  renderOptions(shown(name));
  expect(section().textContent).toContain(words);
});

it('speaks German', () => {
  renderOptions(shown('helpscout-busy'), 'de');
  expect(section('Help-Scout-App').textContent).toContain('in 17 Sekunden');
});
