import { describe, expect, it } from 'vitest';
import { mapIssue, type RedmineContext } from '@/lib/sources/redmine/map';
import { issueSchema } from '@/lib/sources/redmine/records';
import type { RedmineSettings } from '@/lib/sources/redmine/settings';

const settings: RedmineSettings = {
  base: 'https://bugs.fernway.example/redmine/',
  trackers: [],
  workaroundField: '7',
};
const version = { id: '1', name: '6.5', status: 'open', due_date: '2026-12-08' };
const contextWith = (...versions: (typeof version)[]): RedmineContext => ({
  sourceId: 'src1',
  syncedAt: '2026-11-22T08:00:00.000Z',
  languageOf: () => 'en',
  visibility: 'internal',
  versions: new Map(versions.map((one) => [one.id, one])),
});
const context = contextWith(version, { ...version, id: '2', name: '6.3', status: 'closed' });

/** As a real Redmine 5.0 listed it, with names changed. */
const issue = {
  id: 12,
  project: { id: 1, name: 'Fernway POS' },
  tracker: { id: 1, name: 'Bug' },
  status: { id: 1, name: 'New', is_closed: false },
  priority: { id: 1, name: 'Low' },
  author: { id: 1, name: 'Some One' },
  category: { id: 4, name: 'Printing' },
  fixed_version: { id: 1, name: '6.5' },
  subject: 'Receipt printer stops',
  description:
    'It *stops*, see "the guide":/projects/pos/wiki.\r\n\r\nh3. Workaround\r\n\r\n# Off\r\n# On',
  start_date: '2026-11-22',
  due_date: '2026-12-24',
  done_ratio: 0,
  is_private: false,
  estimated_hours: null,
  custom_fields: [
    { id: 3, name: 'Affected version', value: '2' },
    { id: 4, name: 'Found in', multiple: true, value: ['2', '6.2'] },
    { id: 7, name: 'For support', value: '' },
  ],
  created_on: '2026-10-02T09:12:00Z',
  updated_on: '2026-11-02T09:12:00Z',
  closed_on: null,
  relations: [{ id: 1, issue_id: 12, issue_to_id: 5, relation_type: 'duplicates', delay: null }],
};

const map = (changes: object = {}, own: Partial<RedmineSettings> = {}, within = context) =>
  mapIssue(issueSchema.parse({ ...issue, ...changes }), { ...settings, ...own }, within);
const status = (name: string, isClosed: boolean) => ({ status: { name, is_closed: isClosed } });

describe('a Redmine issue', () => {
  it('becomes an item with what support needs to know', async () => {
    const item = await map();
    expect(item).toMatchObject({
      id: 'src1:issue:12',
      key: '#12',
      title: 'Receipt printer stops',
      url: 'https://bugs.fernway.example/redmine/issues/12',
      products: ['Fernway POS'],
      labels: ['Bug'],
      visibility: 'internal',
      updatedAt: '2026-11-02T09:12:00.000Z',
      issue: {
        category: 'open',
        rawStatus: 'New',
        fixVersion: '6.5',
        fixDate: '2026-12-08',
        affectedVersions: ['6.3', '6.2'],
        components: ['Printing'],
        workaround: [{ type: 'list', ordered: true }],
        createdAt: '2026-10-02T09:12:00.000Z',
      },
    });
    expect(JSON.stringify(item.blocks[0])).toContain(
      'https://bugs.fernway.example/projects/pos/wiki',
    );
  });

  const alone = { relations: [] };
  it.each([
    [{ ...alone, ...status('In Progress', false) }, 'in-progress'],
    [{ ...alone, ...status('Neu', false), done_ratio: 20 }, 'in-progress'],
    [{ ...alone, ...status('Gelöst', false) }, 'fixed-unreleased'],
    [{ ...alone, ...status('Closed', true) }, 'fixed-unreleased'],
    [{ ...alone, ...status('Closed', true), fixed_version: { id: 2, name: '6.3' } }, 'fixed'],
    [{ ...alone, ...status('Closed', true), fixed_version: null }, 'fixed'],
    [{ ...alone, ...status('Abgewiesen', true) }, 'wont-fix'],
    [{ ...alone, ...status('Duplikat', true) }, 'duplicate'],
    [status('Closed', true), 'duplicate'],
    // Servers before 4.0 do not say whether a status closes.
    [
      {
        ...alone,
        status: { name: 'Fertig' },
        fixed_version: null,
        closed_on: '2026-11-02T09:12:00Z',
      },
      'fixed',
    ],
  ])('with %j is %s', async (changes, category) => {
    const { issue: facts } = await map(changes);
    expect(facts?.category).toBe(category);
  });

  it('names the issue it duplicates, and not the one that duplicates it', async () => {
    const duplicate = await map(status('Closed', true));
    expect(duplicate.issue?.duplicateOf).toBe('#5');
    expect(duplicate.issue?.originalId).toBe(`${duplicate.sourceId}:issue:5`);
    const other = [{ issue_id: 5, issue_to_id: 12, relation_type: 'duplicates' }];
    const original = await map({ ...status('Closed', true), relations: other });
    expect(original.issue?.duplicateOf).toBeUndefined();
    expect(original.issue?.category).toBe('fixed-unreleased');
  });

  it('reads Markdown where texts are Markdown, or the settings say so', async () => {
    const markdown = await map({ description: '## Workaround\n\n**Off**, on.' });
    expect(markdown.issue?.workaround).toMatchObject([
      { text: [{ text: 'Off', strong: true }, {}] },
    ]);
    const told = await map({ description: '*x*' }, { markup: 'textile' });
    expect(told.blocks).toMatchObject([{ text: [{ text: 'x', strong: true }] }]);
    const other = await map({ description: '*x*' }, { markup: 'markdown' });
    expect(other.blocks).toMatchObject([{ text: [{ text: 'x', em: true }] }]);
  });

  it('takes the workaround from its field first', async () => {
    const custom_fields = [{ id: 7, name: 'For support', value: 'Restart.' }];
    expect((await map({ custom_fields })).issue?.workaround).toMatchObject([
      { text: [{ text: 'Restart.' }] },
    ]);
  });

  it('is due when it is due, without a version that is', async () => {
    expect((await map({}, {}, contextWith())).issue?.fixDate).toBe('2026-12-24');
  });

  it('that is private is restricted, and unknown when it does not say', async () => {
    expect((await map({ is_private: true })).visibility).toBe('restricted');
    expect((await map({ is_private: null })).visibility).toBe('unknown');
  });
});
