/** The connector against a real Redmine: after each change there, our copy equals its truth. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { redmineKind } from '@/lib/sources/redmine/connector';
import type { RedmineSettings } from '@/lib/sources/redmine/settings';
import { DirectHttp } from '@/tests/support/servers/direct-http';
import { LocalCopy } from '@/tests/support/servers/local-copy';
import { REDMINE_KEYS, startRedmine } from '@/tests/support/servers/redmine';
import { RedmineEditor, STATUSES, TRACKERS } from '@/tests/support/servers/redmine-editor';
import { startHere } from '@/tests/support/servers/start-here';
import { unwrap } from '@/tests/support/unwrap';

const ISSUES = 103;

const redmine = await startHere('Redmine', startRedmine);
const signal = new AbortController().signal;

describe.skipIf(redmine === null)('a real Redmine', () => {
  const { origin = '' } = redmine ?? {};
  const http = new DirectHttp();
  const settings: RedmineSettings = { base: origin, project: 'pos', trackers: [], locale: 'en' };
  const connect = (key: string, own: Partial<RedmineSettings> = {}) =>
    redmineKind.create(
      { id: 'r', settings: { ...settings, ...own }, secrets: key === '' ? {} : { token: key } },
      {
        http,
        now: () => Date.now(),
        readOwnFile: () => Promise.reject(new Error('none')),
        languageOf: () => 'xx',
        giveWay: () => Promise.resolve(),
      },
    );
  const admin = new RedmineEditor(origin, REDMINE_KEYS.admin);
  const agent = new RedmineEditor(origin, REDMINE_KEYS.agent);
  const copy = new LocalCopy(() => connect(REDMINE_KEYS.agent));
  const ids: number[] = [];

  const find = (id: number) => copy.items.get(`r:issue:${id}`);

  /** Pulls, and compares our copy with what the same account sees. */
  async function mustFollow(): Promise<void> {
    await copy.pull();
    expect(copy.titles()).toEqual(await agent.titles('pos'));
  }

  /** The same for what no list of changes can tell: issues that are gone. */
  async function mustFollowAfterSweeps(): Promise<void> {
    await copy.pull();
    await copy.sweep();
    await copy.sweep();
    expect(copy.titles()).toEqual(await agent.titles('pos'));
  }

  beforeAll(async () => {
    await admin.createProject('pos', true);
    await admin.createProject('secret', false);
    for (let at = 0; at < ISSUES; at += 1) {
      ids.push(await admin.createIssue('pos', { subject: `Issue ${at}` }));
    }
  });

  afterAll(() => redmine?.stop());

  test('is found by its sign-in page, and says whose key it is', async () => {
    const page = new URL(`${origin}/projects/pos/issues`);
    expect(unwrap(await redmineKind.probe!(page, http, signal))).toEqual({
      base: origin,
      project: 'pos',
      trackers: [],
    });
    const report = unwrap(await connect(REDMINE_KEYS.agent).check(signal));
    expect(report).toEqual({ name: `${new URL(origin).host} pos`, account: 'agent' });
    const choices = unwrap(await connect(REDMINE_KEYS.agent).listChoices!(signal));
    expect(choices).toContainEqual({ setting: 'trackers', id: '1', name: 'Bug' });
  });

  test('is read whole, in more pages than one', async () => {
    const steps = await copy.pull();
    expect(steps.length).toBeGreaterThan(1);
    expect(copy.titles()).toEqual(await agent.titles('pos'));
    expect(copy.items.size).toBe(ISSUES);
  });

  test('an issue with what support needs to know', async () => {
    const version = await admin.createVersion('pos', '6.5', '2026-12-08');
    const description =
      'The *tip* is gone, see "the guide":https://help.fernway.example/a.\n\n' +
      'h2. Workaround\n\n# Turn it off\n# Turn it on\n\n<pre>\nEX-4012\n</pre>\n\nh2. Logs';
    const id = await admin.createIssue('pos', {
      subject: 'Tips are lost',
      description,
      fixed_version_id: version,
    });
    await admin.edit(id, { status_id: STATUSES.inProgress });
    await mustFollow();
    expect(find(id)).toMatchObject({
      key: `#${id}`,
      url: `${origin}/issues/${id}`,
      products: ['pos'],
      labels: ['Bug'],
      visibility: 'internal',
      issue: {
        category: 'in-progress',
        rawStatus: 'In Progress',
        fixVersion: '6.5',
        fixDate: '2026-12-08',
        workaround: [
          { type: 'list', ordered: true },
          { type: 'code', text: 'EX-4012' },
        ],
      },
    });
    await admin.edit(id, { status_id: STATUSES.closed });
    await copy.pull();
    expect(find(id)?.issue?.category).toBe('fixed-unreleased');
    // No issue is touched by this.
    await admin.closeVersion(version);
    await copy.pull();
    expect(find(id)?.issue?.category).toBe('fixed');
  });

  test('edits, one by one and many in a second', async () => {
    await admin.edit(ids[0]!, { subject: 'Now another title' });
    await mustFollow();
    await Promise.all(ids.slice(10, 22).map((id) => admin.edit(id, { subject: `At once ${id}` })));
    await mustFollow();
    await admin.edit(ids[11]!, { subject: 'Right after' });
    await mustFollow();
    expect(find(ids[11]!)?.title).toBe('Right after');
  });

  test('closed, rejected and duplicate ones', async () => {
    const [closed, rejected, duplicate, original] = ids.slice(1) as [
      number,
      number,
      number,
      number,
    ];
    await admin.edit(closed, { status_id: STATUSES.closed });
    await admin.edit(rejected, { status_id: STATUSES.rejected });
    await admin.markDuplicate(duplicate, original);
    await admin.edit(duplicate, { status_id: STATUSES.closed });
    await mustFollow();
    expect(find(closed)?.issue).toMatchObject({ category: 'fixed', rawStatus: 'Closed' });
    expect(find(rejected)?.issue?.category).toBe('wont-fix');
    expect(find(duplicate)?.issue).toMatchObject({
      category: 'duplicate',
      duplicateOf: `#${original}`,
    });
  });

  test('deleted ones fall out of two sweeps, not of one', async () => {
    await admin.delete(ids[5]!);
    await copy.pull();
    await copy.sweep();
    expect(find(ids[5]!)).toBeDefined();
    await mustFollowAfterSweeps();
    expect(find(ids[5]!)).toBeUndefined();
  });

  test('one that becomes private goes, and comes back', async () => {
    await admin.edit(ids[6]!, { is_private: true });
    await mustFollowAfterSweeps();
    expect(find(ids[6]!)).toBeUndefined();
    await admin.edit(ids[6]!, { is_private: false });
    await mustFollow();
    expect(find(ids[6]!)).toBeDefined();
  });

  test('to those who see private ones they are restricted', async () => {
    await admin.edit(ids[7]!, { is_private: true });
    const all = new LocalCopy(() => connect(REDMINE_KEYS.admin));
    await all.pull();
    expect(all.titles()).toEqual(await admin.titles('pos'));
    expect(all.items.get(`r:issue:${ids[7]!}`)?.visibility).toBe('restricted');
    expect(all.items.get(`r:issue:${ids[8]!}`)?.visibility).toBe('internal');
  });

  test('one that moves to another project goes', async () => {
    await admin.edit(ids[9]!, { project_id: 'secret' });
    await mustFollowAfterSweeps();
    expect(find(ids[9]!)).toBeUndefined();
  });

  test('one that changes its tracker goes at once where trackers were chosen', async () => {
    const bugs = new LocalCopy(() => connect(REDMINE_KEYS.agent, { trackers: ['1'] }));
    await bugs.pull();
    expect(bugs.items.has(`r:issue:${ids[50]!}`)).toBe(true);
    await admin.edit(ids[50]!, { tracker_id: TRACKERS.feature });
    await bugs.pull();
    expect(bugs.items.has(`r:issue:${ids[50]!}`)).toBe(false);
    await bugs.sweep();
    await bugs.sweep();
    expect(bugs.items.size).toBe((await agent.titles('pos')).length - 1);
  });

  test('changes while the first reading runs are not lost', async () => {
    const fresh = new LocalCopy(() => connect(REDMINE_KEYS.agent));
    const first = unwrap(await connect(REDMINE_KEYS.agent).pull(null, signal));
    for (const item of first.upserts) fresh.items.set(item.id, item);
    fresh.cursor = first.cursor;
    await admin.edit(ids[60]!, { subject: 'Moved to the end' });
    await admin.edit(ids[99]!, { subject: 'Moved to the end too' });
    await admin.createIssue('pos', { subject: 'Meanwhile' });
    await fresh.pull();
    expect(fresh.titles()).toEqual(await agent.titles('pos'));
  });

  test('a second reading asks for little', async () => {
    await sleep(1_100);
    await copy.pull();
    const before = http.asked.length;
    await copy.pull();
    expect(http.asked.length - before).toBeLessThan(8);
  });

  test('with a wrong key nothing of ours goes, though strangers see other issues', async () => {
    const wrong = connect('d'.repeat(40));
    for (const result of [
      await wrong.check(signal),
      await wrong.pull(null, signal),
      await wrong.sweep(null, signal),
    ]) {
      expect(result).toMatchObject({ ok: false, fault: { kind: 'signed-out' } });
    }
    const strange = unwrap(await connect('').pull(null, signal));
    expect(strange.upserts.length).toBeGreaterThan(0);
  });
});
