import { describe, expect, it } from 'vitest';
import { mapIssue } from '@/lib/sources/jira/map';
import { issueSchema } from '@/lib/sources/jira/records';
import type { JiraSettings } from '@/lib/sources/jira/settings';

const settings: JiraSettings = {
  site: 'https://fernway.atlassian.net',
  access: 'site',
  projects: ['FERN'],
  issueTypes: [],
  workaroundField: 'customfield_10050',
};
const context = {
  sourceId: 'src1',
  syncedAt: '2026-11-22T08:00:00.000Z',
  languageOf: () => 'en',
};

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const doc = (...content: object[]) => ({ type: 'doc', version: 1, content });
const heading = (text: string) => ({
  type: 'heading',
  attrs: { level: 2 },
  content: [{ type: 'text', text }],
});

/** As `search/jql` answers it. */
const issue = {
  expand: 'operations,versionedRepresentations',
  id: '10042',
  self: 'https://fernway.atlassian.net/rest/api/3/issue/10042',
  key: 'FERN-1042',
  fields: {
    summary: 'Tips are lost\nwhen the terminal restarts',
    description: doc(
      paragraph('The tip is gone.'),
      heading('Workaround'),
      paragraph('Enter it again.'),
    ),
    status: {
      name: 'In Prüfung',
      id: '3',
      statusCategory: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Arbeit' },
    },
    resolution: null,
    issuetype: { id: '10004', name: 'Bug', subtask: false },
    project: { id: '10000', key: 'FERN', name: 'Fernway POS' },
    fixVersions: [
      { id: '2', name: 'POS 6.6', archived: false, released: false, releaseDate: '2027-01-10' },
      { id: '1', name: 'POS 6.5', archived: false, released: false, releaseDate: '2026-12-08' },
    ],
    versions: [{ id: '9', name: 'POS 6.3', released: true }, null],
    components: [{ id: '5', name: 'Tips' }],
    labels: ['tip', 'terminal'],
    issuelinks: [
      {
        id: '1',
        type: { id: '10', name: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates' },
        inwardIssue: { id: '10001', key: 'FERN-1' },
      },
      {
        id: '2',
        type: { id: '10', name: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates' },
        outwardIssue: { id: '10002', key: 'FERN-2' },
      },
    ],
    created: '2026-10-02T11:12:00.000+0200',
    updated: '2026-11-02T10:12:00.123+0100',
    duedate: '2026-12-01',
    security: null,
    customfield_10050: null,
  },
};

const map = (fields: object = {}, own: Partial<JiraSettings> = {}) =>
  mapIssue(
    issueSchema.parse({ ...issue, fields: { ...issue.fields, ...fields } }),
    { ...settings, ...own },
    context,
  );
const status = (key: string) => ({ name: 'Erledigt', statusCategory: { key } });
const released = { id: '1', name: 'POS 6.5', released: true, releaseDate: '2026-11-01' };

describe('a Jira issue', () => {
  it('becomes an item with what support needs to know', async () => {
    expect(await map()).toMatchObject({
      id: 'src1:issue:10042',
      sourceId: 'src1',
      kind: 'issue',
      key: 'FERN-1042',
      title: 'Tips are lost when the terminal restarts',
      url: 'https://fernway.atlassian.net/browse/FERN-1042',
      locale: 'en',
      products: ['Fernway POS'],
      labels: ['tip', 'terminal', 'Bug'],
      visibility: 'internal',
      updatedAt: '2026-11-02T09:12:00.123Z',
      syncedAt: context.syncedAt,
      issue: {
        category: 'in-progress',
        rawStatus: 'In Prüfung',
        fixVersion: 'POS 6.5',
        fixDate: '2026-12-08',
        affectedVersions: ['POS 6.3'],
        components: ['Tips'],
        linkedTickets: 0,
        workaround: [{ type: 'paragraph', text: [{ text: 'Enter it again.' }] }],
        createdAt: '2026-10-02T09:12:00.000Z',
        asOf: context.syncedAt,
      },
    });
  });

  it.each([
    ['new', null, [], 'open'],
    ['undefined', null, [], 'open'],
    ['indeterminate', { name: 'Done' }, [], 'in-progress'],
    ['done', { name: 'Done' }, [], 'fixed'],
    ['done', null, [], 'fixed'],
    ['done', { name: 'Fixed' }, [released], 'fixed'],
    ['done', { name: 'Fixed' }, issue.fields.fixVersions, 'fixed-unreleased'],
    ['done', { name: "Won't Do" }, [released], 'wont-fix'],
    ['done', { name: 'Cannot Reproduce' }, [], 'wont-fix'],
    ['done', { name: 'Wird nicht behoben' }, [], 'wont-fix'],
    ['done', { name: 'Duplikat' }, [], 'duplicate'],
    ['done', { name: 'Duplicate' }, [released], 'duplicate'],
  ])(
    'of category %s, resolution %j, versions %j is %s',
    async (key, resolution, fixVersions, category) => {
      const { issue: facts } = await map({ status: status(key), resolution, fixVersions });
      expect(facts?.category).toBe(category);
      const original =
        category === 'duplicate' ? ['FERN-2', 'issue:10002'] : [undefined, undefined];
      const originalId = facts?.originalId?.split(':').slice(-2).join(':');
      expect([facts?.duplicateOf ?? undefined, originalId]).toEqual(original);
    },
  );

  it('shows the resolution beside the status', async () => {
    const item = await map({ status: status('done'), resolution: { name: 'Won’t Do' } });
    expect(item.issue?.rawStatus).toBe('Erledigt (Won’t Do)');
  });

  it('is fixed since its earliest release, else due when it is due', async () => {
    const later = { ...released, name: 'POS 7', releaseDate: '2026-12-24' };
    const both = await map({ fixVersions: [...issue.fields.fixVersions, later, released] });
    expect(both.issue).toMatchObject({ fixVersion: 'POS 6.5', fixDate: '2026-11-01' });
    expect((await map({ fixVersions: [] })).issue?.fixDate).toBe('2026-12-01');
    const done = await map({ fixVersions: [], status: status('done') });
    expect(done.issue?.fixDate).toBeUndefined();
  });

  it('takes the workaround from its field first, in either form', async () => {
    const said = [{ type: 'paragraph', text: [{ text: 'Restart.' }] }];
    for (const customfield_10050 of ['Restart.', doc(paragraph('Restart.'))]) {
      expect((await map({ customfield_10050 })).issue?.workaround).toEqual(said);
    }
    const none = await map({ customfield_10050: 'none' });
    expect(none.issue?.workaround).toMatchObject([{ text: [{ text: 'Enter it again.' }] }]);
  });

  it('with a security level is restricted, whatever the level looks like', async () => {
    for (const security of [{ id: '1', name: 'Staff' }, 'x', 0]) {
      expect((await map({ security })).visibility).toBe('restricted');
    }
  });

  it('needs a title, a status and times, and nothing else', async () => {
    const { summary, created, updated } = issue.fields;
    const bare = { summary, created, updated, status: { name: 'Open' } };
    const parse = (fields: object) => issueSchema.safeParse({ id: '1', key: 'A-1', fields });
    expect(parse(bare).success).toBe(true);
    for (const key of Object.keys(bare))
      expect(parse({ ...bare, [key]: null }).success).toBe(false);
    const odd = Object.fromEntries(Object.keys(issue.fields).map((key) => [key, 7]));
    const item = await mapIssue(
      issueSchema.parse({ id: '1', key: 'A-1', fields: { ...odd, ...bare } }),
      settings,
      context,
    );
    expect(item).toMatchObject({ blocks: [], labels: [], issue: { category: 'open' } });
  });
});
