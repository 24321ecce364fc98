import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readDockChoice, watchDockChoice, writeDockChoice } from '@/lib/platform/dock-storage';

beforeEach(() => fakeBrowser.reset());

describe('the dock’s choice', () => {
  it('is kept', async () => {
    expect(await readDockChoice()).toBeNull();
    await writeDockChoice({ width: 400, collapsed: true });
    expect(await readDockChoice()).toEqual({ width: 400, collapsed: true });
  });

  it.each([null, 'wide', {}, { width: '400', collapsed: true }, { width: 400 }])(
    'is none where %j is stored',
    async (dock) => {
      await fakeBrowser.storage.local.set({ dock });
      expect(await readDockChoice()).toBeNull();
    },
  );

  it('is none where storage fails, and losing it breaks nothing', async () => {
    const { local } = fakeBrowser.storage;
    const get = vi.spyOn(local, 'get').mockRejectedValue(new Error('broken'));
    const set = vi.spyOn(local, 'set').mockRejectedValue(new Error('full'));
    expect(await readDockChoice()).toBeNull();
    await expect(writeDockChoice({ width: 400, collapsed: true })).resolves.toBeUndefined();
    get.mockRestore();
    set.mockRestore();
  });

  it('is told to the other tabs', async () => {
    const heard: unknown[] = [];
    const stop = watchDockChoice((choice) => heard.push(choice));
    await writeDockChoice({ width: 400, collapsed: false });
    await fakeBrowser.storage.local.set({ other: 1 });
    stop();
    await writeDockChoice({ width: 500, collapsed: false });
    expect(heard).toEqual([{ width: 400, collapsed: false }]);
  });
});
