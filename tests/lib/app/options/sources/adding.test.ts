/** Adding and changing sources: which questions are asked, of whom, and what becomes of late answers. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok } from '@/lib/core/result';
import { failing, later } from '@/tests/lib/app/sidebar/fake-sidebar';
import {
  JIRA,
  openSourcesPage,
  stateOf,
  STATUS,
} from '@/tests/lib/app/options/sources/sources-page';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const address = 'https://acme.atlassian.net/browse/A-1';

async function withJira() {
  const page = await openSourcesPage();
  page.background.handlers['source.detect'] = () =>
    ok({ matches: [JIRA], askable: 'https://acme.atlassian.net' });
  await page.actions.typeAddress(address);
  page.actions.chooseMatch(0);
  page.order.length = 0;
  return page;
}

test('an address that tells what it is asks nobody', async () => {
  const { places, order, background, actions } = await openSourcesPage();
  background.handlers['source.detect'] = () =>
    ok({ matches: [JIRA], askable: 'https://a.example' });
  await actions.typeAddress(address);
  expect(places().address.matches).toEqual([JIRA]);
  expect(order).toEqual(['source.detect']);
});

test('an answer for what was typed before is not shown', async () => {
  const { places, background, actions } = await openSourcesPage();
  const slow = later<never>();
  background.handlers['source.detect'] = () => slow.promise;
  const first = actions.typeAddress('acme.atl');
  background.handlers['source.detect'] = () => ok({ matches: [], askable: null });
  await actions.typeAddress('nothing');
  slow.give(ok({ matches: [JIRA], askable: 'https://a.example' }) as never);
  await first;
  expect(places().address).toMatchObject({ text: 'nothing', matches: [], askable: null });
});

test('a repository is called by its own name, not by the host of all', async () => {
  const { places, background, actions } = await openSourcesPage();
  const settings = { host: 'https://github.com', repo: 'acme/pos', labels: [] };
  background.handlers['source.detect'] = () =>
    ok({ matches: [{ ...STATUS, kind: 'github', settings }], askable: null });
  await actions.typeAddress('github.com/acme/pos');
  actions.chooseMatch(0);
  expect(places().setUp?.name).toBe('acme/pos');
});

test('any other place is asked after the agent; the only fit is set up at once', async () => {
  const { places, order, actions } = await openSourcesPage();
  await actions.typeAddress('status.acme.example');
  await actions.askAddress();
  expect(order).toEqual([
    'source.detect',
    'permission https://status.acme.example',
    'source.probe',
  ]);
  expect(places().setUp).toMatchObject({ kind: 'statuspage', sourceId: null });
});

test('an agent who does not allow it is not asked behind their back', async () => {
  const { places, order, actions, refuse } = await openSourcesPage();
  refuse();
  await actions.typeAddress('status.acme.example');
  await actions.askAddress();
  expect(order).not.toContain('source.probe');
  expect(places().address.probe).toBe('refused');
});

test('a place that is nothing we know, and one that fails, are told apart', async () => {
  const { places, background, actions } = await openSourcesPage();
  await actions.typeAddress('status.acme.example');
  background.handlers['source.probe'] = () => ok([]);
  await actions.askAddress();
  expect(places().address.probe).toBe('unknown');
  background.handlers['source.probe'] = () => failing('timeout');
  await actions.askAddress();
  expect(places().address.probe).toMatchObject({ fault: { kind: 'timeout' } });
});

test('checking asks for the hosts once, in the click, then what there is and how it looks', async () => {
  const { places, order, actions, background } = await withJira();
  actions.setSecret('email', ' lead@acme.example ');
  actions.setSecret('token', 'secret');
  const checking = actions.checkSource();
  expect(order).toEqual(['permission https://acme.atlassian.net']);
  await checking;
  expect(order.slice(1)).toEqual(['source.check', 'source.choices', 'source.preview']);
  expect(background.requests('source.check')[0]?.draft.secrets).toEqual({
    email: 'lead@acme.example',
    token: 'secret',
  });
  expect(places().setUp).toMatchObject({
    check: { status: 'answered', value: { name: 'Acme' } },
    preview: { status: 'answered' },
  });
});

test('a check that fails asks no more', async () => {
  const { places, order, actions, background } = await withJira();
  background.handlers['source.check'] = () => failing('signed-out');
  await actions.checkSource();
  expect(order).not.toContain('source.choices');
  expect(places().setUp?.check).toMatchObject({ status: 'failed', fault: { kind: 'signed-out' } });
});

test('another key makes the check under way old', async () => {
  const { places, actions, background } = await withJira();
  const slow = later<never>();
  background.handlers['source.check'] = () => slow.promise;
  const checking = actions.checkSource();
  await Promise.resolve();
  actions.setSecret('token', 'other');
  slow.give(ok({ name: 'Acme' }) as never);
  await checking;
  expect(places().setUp?.check).toEqual({ status: 'none' });
});

test('typing while it asks does not leave it asking for ever', async () => {
  const { places, actions, background } = await withJira();
  background.handlers['source.choices'] = () => ok([{ setting: 'projects', id: '7', name: 'P' }]);
  const slow = later<never>();
  background.handlers['source.preview'] = () => slow.promise;
  const checking = actions.checkSource();
  await vi.advanceTimersByTimeAsync(0);
  expect(places().setUp?.preview.status).toBe('asking');
  actions.setSecret('token', 'other');
  expect(places().setUp).toMatchObject({ check: { status: 'none' }, preview: { status: 'none' } });
  slow.give(ok({ items: [], skipped: [] }) as never);
  await checking;
  background.handlers['source.preview'] = () => ok({ items: [], skipped: [] });
  await actions.checkSource();
  expect(places().setUp?.preview.status).toBe('answered');
});

test('a setting that leads to another host asks for that one, too', async () => {
  const { places, order, actions } = await withJira();
  actions.setSetting('access', 'gateway');
  expect(places().setUp?.origins).toEqual([
    'https://acme.atlassian.net',
    'https://api.atlassian.com',
  ]);
  await actions.checkSource();
  expect(order[0]).toBe('permission https://acme.atlassian.net https://api.atlassian.com');
});

test('a choice keeps the list and makes the preview old', async () => {
  const { places, actions, background } = await withJira();
  background.handlers['source.choices'] = () => ok([{ setting: 'projects', id: '7', name: 'P' }]);
  await actions.checkSource();
  actions.toggleChoice('projects', '7');
  expect(places().setUp).toMatchObject({
    settings: { projects: ['7'] },
    choices: { status: 'answered' },
    preview: { status: 'none' },
  });
  actions.toggleChoice('projects', '7');
  expect(places().setUp?.settings['projects']).toEqual([]);
});

test('nothing is added without the keys it needs; then it is, once, and the form is empty', async () => {
  const { places, store, actions, background } = await withJira();
  await actions.saveSource();
  expect(background.requests('source.add')).toHaveLength(0);
  actions.setSecret('email', 'lead@acme.example');
  actions.setSecret('token', 'secret');
  actions.nameSource('  Bugs ');
  await Promise.all([actions.saveSource(), actions.saveSource()]);
  expect(background.requests('source.add')).toHaveLength(1);
  expect(store.getState()).toMatchObject({
    notice: { kind: 'source-added', name: 'Bugs' },
    sources: [{ name: 'Bugs' }],
  });
  expect(places()).toMatchObject({ setUp: null, address: { text: '' } });
});

test('a fault keeps the form as it is', async () => {
  const { places, actions, background } = await openSourcesPage();
  background.handlers['source.detect'] = () => ok({ matches: [STATUS], askable: null });
  background.handlers['source.add'] = () => failing('storage-full');
  await actions.typeAddress('status.acme.example');
  actions.chooseMatch(0);
  await actions.saveSource();
  expect(places().setUp).toMatchObject({
    kind: 'statuspage',
    saving: { status: 'failed', fault: { kind: 'storage-full' } },
  });
});

test('changing sends only the keys that were typed', async () => {
  const jira = stateOf({
    kind: 'jira',
    settings: JIRA.settings,
    origins: JIRA.origins,
    secrets: JIRA.secrets.map((field) => ({ ...field, isSet: true })),
  });
  const { places, actions, background } = await openSourcesPage([jira]);
  actions.editSource('s1');
  actions.setSecret('email', '  ');
  actions.setSecret('token', 'newer');
  await actions.saveSource();
  expect(background.requests('source.edit')).toEqual([
    { id: 's1', name: 'Status', settings: JIRA.settings, secrets: { token: 'newer' } },
  ]);
  expect(places().setUp).toBeNull();
});
