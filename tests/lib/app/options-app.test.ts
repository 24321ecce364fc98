/** The options page's logic, with everything around it in this file. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createOptions, type OptionsParts } from '@/lib/app/options/options';
import type { BrowserShortcut } from '@/lib/app/stores/options-state';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { IndexStatus, Source } from '@/lib/model/source';
import type { SourceState } from '@/lib/model/source-state';
import { BY_HAND } from '@/tests/support/ui-gallery/options-states';
import { failing, fakeBackground, later, settle } from '@/tests/lib/app/sidebar/fake-sidebar';
import { NO_SELECTORS } from '@/tests/lib/app/options/no-selectors';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const sample: SourceState = {
  ...BY_HAND,
  id: 'sample',
  kind: 'sample',
  name: 'Sample',
  addedAt: '',
  items: 312,
};
const shortcuts: BrowserShortcut[] = [{ command: 'insert-link', keys: 'Alt+Shift+L' }];

async function open(changes: Partial<OptionsParts> = {}) {
  let sources: SourceState[] = [];
  let answeredTickets = 41;
  let index: IndexStatus = { state: 'empty', items: 0, indexed: 0 };
  const background = fakeBackground({
    'source.states': () => ok(sources),
    // What an import looks through before it begins.
    'source.list': () => ok(sources),
    'precedent.count': () => ok({ answeredTickets }),
    'precedent.forget': () => {
      answeredTickets = 0;
      return ok(null);
    },
    'index.status': () => ok(index),
    'source.addSample': () => {
      sources = [sample];
      index = { state: 'indexing', items: 312, indexed: 0 };
      return ok(sample);
    },
    'source.remove': ({ id }) => {
      sources = sources.filter((source) => source.id !== id);
      return ok(null);
    },
    'source.importItems': ({ source, items, isLast }) => {
      const stored: Source = { ...source, kind: 'file', addedAt: '', items: items.length };
      if (isLast) sources = [...sources, { ...BY_HAND, ...stored }];
      index = { state: 'indexing', items: items.length, indexed: 0 };
      return ok(stored);
    },
  });
  const returns: (() => void)[] = [];
  const page = createOptions({
    background,
    attention: {
      onReturn: (listener) => {
        returns.push(listener);
        return () => undefined;
      },
    },
    isLookedAt: () => true,
    askOrigins: async () => true,
    saveFile: () => undefined,
    network: { isOnline: () => true, onChange: () => () => undefined },
    clock: () => 0,
    locale: 'en',
    replyTemplates: { read: async () => ({}), write: async () => ok(null) },
    selectors: NO_SELECTORS,
    browser: 'chrome',
    shortcutSettings: 'openable',
    readShortcuts: async () => shortcuts,
    openShortcutSettings: async () => undefined,
    ...changes,
  });
  await settle();
  return {
    ...page,
    background,
    state: () => page.store.getState(),
    comeBack: () => returns.forEach((listener) => listener()),
    setIndex: (now: IndexStatus) => {
      index = now;
    },
  };
}

const ready = (items: number): IndexStatus => ({ state: 'ready', items, indexed: items });

/** Reading a file takes real turns of the event loop, which no fake timer makes. */
async function finish(work: Promise<unknown>): Promise<void> {
  vi.useRealTimers();
  await work;
  vi.useFakeTimers();
}

test('reads sources, index and keys', async () => {
  const { state } = await open();
  expect(state()).toMatchObject({
    load: { status: 'ready' },
    sources: [],
    index: { state: 'empty' },
    shortcuts,
    busy: null,
    import: { status: 'idle' },
  });
});

test('a failed load says why, and can be repeated', async () => {
  const { state, actions, background } = await open();
  background.handlers['source.states'] = () => failing('storage-broken');
  await actions.reload();
  expect(state().load).toMatchObject({ status: 'failed', fault: { kind: 'storage-broken' } });
  background.handlers['source.states'] = () => ok([sample]);
  await actions.reload();
  expect(state()).toMatchObject({ load: { status: 'ready' }, sources: [sample] });
});

test('keys that cannot be read are a failed load, too', async () => {
  const { state } = await open({ readShortcuts: () => Promise.reject(new Error('no commands')) });
  expect(state().load.status).toBe('failed');
});

test('adds the sample, says how much it holds, and follows the index to its end', async () => {
  const { state, actions, background, setIndex } = await open();
  const adding = actions.addSample();
  expect(state().busy).toEqual({ action: 'add-sample' });
  await actions.addSample();
  await adding;
  expect(background.requests('source.addSample')).toHaveLength(1);
  expect(state()).toMatchObject({
    busy: null,
    sources: [sample],
    index: { state: 'indexing' },
    notice: { kind: 'sample-added', items: 312 },
  });
  setIndex({ state: 'indexing', items: 312, indexed: 100 });
  await vi.advanceTimersByTimeAsync(600);
  expect(state().index.indexed).toBe(100);
  setIndex(ready(312));
  await vi.advanceTimersByTimeAsync(600);
  expect(state().index.state).toBe('ready');
  const polls = background.requests('index.status').length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(background.requests('index.status').length).toBe(polls);
});

test('an index that fails to answer while it is being built is asked again', async () => {
  const { state, actions, background, setIndex } = await open();
  await actions.addSample();
  const works = background.handlers['index.status']!;
  background.handlers['index.status'] = () => failing('timeout');
  await vi.advanceTimersByTimeAsync(5_000);
  setIndex(ready(312));
  background.handlers['index.status'] = works;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(state().index.state).toBe('ready');
});

test('removes a source by its name; a fault is said and nothing else changes', async () => {
  const { state, actions, background } = await open();
  await actions.addSample();
  background.handlers['source.remove'] = () => failing('storage-broken');
  await actions.removeSource('sample');
  expect(state()).toMatchObject({
    busy: null,
    sources: [sample],
    notice: { kind: 'fault', fault: { kind: 'storage-broken' } },
  });
  actions.closeNotice();
  expect(state().notice).toBeNull();
  const removed = later<Result<null>>();
  background.handlers['source.remove'] = () => removed.promise;
  background.handlers['source.states'] = () => ok([]);
  const removing = actions.removeSource('sample');
  expect(state().busy).toEqual({ action: 'remove', sourceId: 'sample' });
  removed.give(ok(null));
  await removing;
  expect(state()).toMatchObject({
    busy: null,
    sources: [],
    notice: { kind: 'source-removed', name: 'Sample' },
  });
  await actions.removeSource('gone');
  expect(background.requests('source.remove')).toHaveLength(2);
});

test('reads again when someone comes back, without hiding anything', async () => {
  const { state, background, comeBack } = await open();
  background.handlers['source.states'] = () => ok([sample]);
  comeBack();
  expect(state().load.status).toBe('ready');
  await settle();
  expect(state().sources).toEqual([sample]);
  background.handlers['source.states'] = () => failing('disconnected');
  comeBack();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(state()).toMatchObject({ load: { status: 'ready' }, sources: [sample] });
});

test('shortcut settings that do not open are explained instead', async () => {
  const { state, actions } = await open({
    openShortcutSettings: () => Promise.reject(new Error('refused')),
  });
  await actions.openShortcutSettings();
  expect(state().shortcutSettings).toBe('by-hand');
});

test('an import is done when all of it can be found', async () => {
  const { state, actions, setIndex } = await open();
  const file = new File(['{"id":1,"title":"a"}\n{"id":2,"title":"b"}\nnonsense'], 'docs.jsonl');
  const importing = actions.importFile(file, { isForCustomers: false });
  expect(state()).toMatchObject({
    busy: { action: 'import' },
    import: { status: 'reading', file: 'docs.jsonl', bytes: 0, size: file.size },
  });
  await finish(importing);
  expect(state()).toMatchObject({
    busy: null,
    sources: [{ kind: 'file', items: 2 }],
    import: { status: 'indexing', file: 'docs.jsonl', items: 2, skipped: { count: 1 } },
  });
  setIndex({ state: 'indexing', items: 2, indexed: 1 });
  await actions.reload();
  expect(state().import.status).toBe('indexing');
  setIndex(ready(2));
  await actions.reload();
  expect(state().import).toMatchObject({ status: 'done', items: 2, skipped: { count: 1 } });
});

test('an index that cannot be built fails the import', async () => {
  const { state, actions, setIndex } = await open();
  await finish(
    actions.importFile(new File(['{"id":1,"title":"a"}'], 'a.jsonl'), { isForCustomers: true }),
  );
  setIndex({ state: 'failed', items: 1, indexed: 0 });
  await actions.reload();
  expect(state().import).toMatchObject({ status: 'failed', file: 'a.jsonl' });
});

test.each([
  [new File(['nonsense'], 'a.jsonl'), 'no-documents'],
  [new File([new Uint8Array([0x1f, 0x8b, 9, 9])], 'a.jsonl.gz'), 'unreadable'],
])('a bad file ends as what it is', async (file, status) => {
  const { state, actions } = await open();
  await finish(actions.importFile(file, { isForCustomers: false }));
  expect(state()).toMatchObject({ busy: null, import: { status, file: file.name } });
});

test('a fault ends the import; a new one can begin', async () => {
  const { state, actions, background } = await open();
  const works = background.handlers['source.importItems']!;
  background.handlers['source.importItems'] = () => fail(fault('storage-full'));
  const file = new File(['{"id":1,"title":"a"}'], 'a.jsonl');
  await finish(actions.importFile(file, { isForCustomers: false }));
  expect(state().import).toMatchObject({ status: 'failed', fault: { kind: 'storage-full' } });
  background.handlers['source.importItems'] = works;
  await finish(actions.importFile(file, { isForCustomers: false }));
  expect(state().import.status).toBe('indexing');
});

test('cancelling stops between batches; a second file waits for the first', async () => {
  const { state, actions, background } = await open();
  const lines = Array.from({ length: 900 }, (_, id) => JSON.stringify({ id, title: 'a' })).join(
    '\n',
  );
  const first = later<void>();
  const works = background.handlers['source.importItems']!;
  background.handlers['source.importItems'] = async (request) => {
    first.give();
    return works(request);
  };
  const importing = actions.importFile(new File([lines], 'a.jsonl'), { isForCustomers: false });
  await actions.importFile(new File([lines], 'b.jsonl'), { isForCustomers: false });
  vi.useRealTimers();
  await first.promise;
  actions.cancelImport();
  await importing;
  expect(state()).toMatchObject({ busy: null, import: { status: 'cancelled', file: 'a.jsonl' } });
  expect(background.requests('source.importItems').length).toBeLessThan(5);
  expect(background.requests('source.remove')).toHaveLength(1);
});

test('forgets what was learned, and says so', async () => {
  const { state, actions, background } = await open();
  expect(state().answeredTickets).toBe(41);
  const forgetting = actions.forgetLearned();
  expect(state().busy).toEqual({ action: 'forget' });
  await forgetting;
  expect(background.requests('precedent.forget')).toHaveLength(1);
  expect(state()).toMatchObject({ answeredTickets: 0, busy: null, notice: { kind: 'forgotten' } });
});

test('what was learned stays when it cannot be forgotten', async () => {
  const { state, actions, background } = await open();
  background.handlers['precedent.forget'] = () => failing('storage-broken');
  await actions.forgetLearned();
  expect(state()).toMatchObject({
    answeredTickets: 41,
    notice: { kind: 'fault', fault: { kind: 'storage-broken' } },
  });
});
