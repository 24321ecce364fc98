import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { commandSchema } from '@/lib/messaging/page-contract';
import {
  canOpenShortcutSettings,
  openShortcutSettings,
  readCommandKeys,
} from '@/lib/platform/shortcuts';

test('reads every command with its key', async () => {
  Object.assign(fakeBrowser, {
    commands: {
      getAll: async () => [
        { name: 'insert-link', shortcut: 'Alt+Shift+L' },
        { name: 'insert-passage', shortcut: '' },
        { name: '_execute_action' },
      ],
    },
  });
  expect(await readCommandKeys()).toEqual([
    { name: 'insert-link', keys: 'Alt+Shift+L' },
    { name: 'insert-passage', keys: '' },
    { name: '_execute_action', keys: '' },
  ]);
});

test('Chrome’s settings open in a tab', async () => {
  const create = vi.fn<(tab: { url: string }) => Promise<void>>(async () => undefined);
  Object.assign(fakeBrowser.tabs, { create });
  expect(canOpenShortcutSettings()).toBe(true);
  await openShortcutSettings();
  expect(create).toHaveBeenCalledWith({ url: 'chrome://extensions/shortcuts' });
});

test('the manifest declares the commands that the page lists', async () => {
  const { default: config } = await import('@/wxt.config');
  const manifest = config.manifest;
  if (typeof manifest !== 'function') throw new Error('The manifest is made for each browser');
  const made = await manifest({
    browser: 'chrome',
    command: 'build',
    mode: 'production',
    manifestVersion: 3,
  });
  expect(Object.keys(made.commands ?? {}).toSorted()).toEqual(
    [...commandSchema.options].toSorted(),
  );
});
