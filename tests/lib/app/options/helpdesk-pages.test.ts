// @vitest-environment jsdom
/** Describing a changed page in the options, down to the browser's storage and the pages that follow it. */
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readSelectors, selectorPorts, takeSelectors } from '@/lib/app/added-selectors';
import { createHelpdeskPages } from '@/lib/app/options/helpdesk-pages';
import { NO_PAGES } from '@/lib/app/stores/pages-state';
import type { OptionsState } from '@/lib/app/stores/options-state';
import { followAddedSelectors } from '@/lib/platform/selector-storage';
import { baseOptions } from '@/tests/support/ui-gallery/options-states';

beforeEach(() => fakeBrowser.reset());

const described = (selectors: object, more = {}) =>
  JSON.stringify({ version: 1, helpdesk: 'zendesk', selectors, ...more });
const SUBJECT = described({ subject: ['.new-subject'] }, { note: 'Ops' });

async function open() {
  let state: OptionsState = { ...baseOptions, pages: NO_PAGES };
  const pages = createHelpdeskPages({
    selectors: selectorPorts(document),
    store: {
      getState: () => state,
      setState: (changes) => {
        state = { ...state, ...changes };
      },
    },
  });
  await pages.load();
  return { ...pages.actions, state: () => state.pages, notice: () => state.notice };
}

it('shows what would change, and nothing changes until it is saved', async () => {
  const page = await open();
  await page.pasteSelectors(SUBJECT);
  const [change, ...others] = page.state().preview?.changes ?? [];
  expect(others).toEqual([]);
  expect(change?.name).toBe('subject');
  expect(change?.after).toEqual(['.new-subject', ...(change?.before ?? [])]);
  expect(page.state().inForce.map(({ parts }) => parts)).toEqual([0, 0]);
  expect(await readSelectors('zendesk')).toBeNull();
});

it('is kept, told to open pages, and taken back', async () => {
  const heard: unknown[] = [];
  const stop = followAddedSelectors('zendesk', (value) => heard.push(value));
  const page = await open();
  await page.pasteSelectors(SUBJECT);
  await page.saveSelectors();
  expect(page.state()).toMatchObject({ text: '', preview: null, isSaved: true });
  expect(page.state().inForce).toContainEqual({ helpdesk: 'zendesk', parts: 1, note: 'Ops' });
  expect((await open()).state().inForce).toEqual(page.state().inForce);
  await page.forgetSelectors('zendesk');
  expect(page.state().inForce.map(({ parts }) => parts)).toEqual([0, 0]);
  expect(heard).toMatchObject([{ selectors: { subject: ['.new-subject'] } }, null]);
  stop();
});

it('replaces the last description as a whole', async () => {
  const page = await open();
  await page.pasteSelectors(SUBJECT);
  await page.saveSelectors();
  await page.pasteSelectors(described({ tag: ['.new-tag'] }));
  expect(page.state().preview?.changes.map(({ name }) => name)).toEqual(['subject', 'tag']);
  await page.saveSelectors();
  expect((await readSelectors('zendesk'))?.selectors).toEqual({ tag: ['.new-tag'] });
});

it('reads a file', async () => {
  const page = await open();
  await page.openSelectorFile(new File([SUBJECT], 'pages.json'));
  expect(page.state().preview?.helpdesk).toBe('zendesk');
});

it('what cannot be used is named, and cannot be saved', async () => {
  const page = await open();
  await page.pasteSelectors(described({ 'ticket-layout': ['.pane'], subject: ['a{}'] }));
  expect(page.state().problems).toEqual([
    { kind: 'no-id', name: 'ticket-layout' },
    { kind: 'bad-css', name: 'subject' },
  ]);
  expect(page.state().preview).toBeNull();
  await page.saveSelectors();
  expect(await readSelectors('zendesk')).toBeNull();
  await page.pasteSelectors('  ');
  expect(page.state().problems).toEqual([]);
});

it('a broken storage means the built-in places', async () => {
  await fakeBrowser.storage.local.set({ 'selectors.zendesk': { selectors: 7 } });
  expect((await open()).state().inForce.map(({ parts }) => parts)).toEqual([0, 0]);
});

it('a team’s description can be taken where there is no document', async () => {
  const taken = await takeSelectors(JSON.parse(described({ subject: ['.x', 'div'] })));
  expect(taken).toEqual({ ok: true, value: [{ kind: 'too-general', name: 'subject' }] });
  expect((await readSelectors('zendesk'))?.selectors).toEqual({ subject: ['.x'] });
  expect(await takeSelectors({})).toMatchObject({ ok: false, fault: { kind: 'bad-message' } });
});
