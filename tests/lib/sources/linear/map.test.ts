import { describe, expect, it } from 'vitest';
import { isGone, mapIssue } from '@/lib/sources/linear/map';
import { issueSchema } from '@/lib/sources/linear/records';

const context = {
  sourceId: 'src1',
  syncedAt: '2026-11-22T08:00:00.000Z',
  languageOf: () => 'en',
};

/** A node as our query is answered. */
const issue = {
  id: '9cfb482a-81e3-4154-b5b9-2c805e70a02d',
  identifier: 'POS-12',
  title: 'Tips are lost',
  description: 'The tip is gone.\n\n## Workaround\n\nEnter it again.\n\n## Logs\n\nx',
  url: 'https://linear.app/fernway/issue/POS-12/tips-are-lost',
  createdAt: '2026-10-02T09:12:00.123Z',
  updatedAt: '2026-11-02T09:12:00.456Z',
  trashed: null,
  dueDate: null,
  customerTicketCount: 14,
  state: { name: 'In Review', type: 'started' },
  team: { id: '1', name: 'POS', private: false },
  project: { name: 'Winter', targetDate: '2026-12-20' },
  projectMilestone: { name: 'POS 6.5', targetDate: '2026-12-08' },
  cycle: { endsAt: '2026-11-30T00:00:00.000Z' },
  sharedAccess: { viewerHasOnlySharedAccess: false },
  labels: { nodes: [{ name: 'area: tips' }, { name: 'affects 6.3' }, null] },
  relations: {
    nodes: [
      { type: 'blocks', relatedIssue: { id: 'other', identifier: 'POS-8' } },
      { type: 'duplicate', relatedIssue: { id: 'original', identifier: 'POS-7' } },
    ],
  },
};

const map = (changes: object = {}) =>
  mapIssue(issueSchema.parse({ ...issue, ...changes }), context);
const state = (type: string) => ({ state: { name: 'X', type } });

describe('a Linear issue', () => {
  it('becomes an item with what support needs to know', async () => {
    expect(await map()).toMatchObject({
      id: `src1:issue:${issue.id}`,
      key: 'POS-12',
      title: 'Tips are lost',
      url: issue.url,
      products: ['POS', 'Winter'],
      labels: ['area: tips', 'affects 6.3'],
      visibility: 'internal',
      updatedAt: '2026-11-02T09:12:00.456Z',
      issue: {
        category: 'in-progress',
        rawStatus: 'In Review',
        fixVersion: 'POS 6.5',
        fixDate: '2026-12-08',
        affectedVersions: ['6.3'],
        components: ['tips'],
        workaround: [{ text: [{ text: 'Enter it again.' }] }],
        linkedTickets: 14,
        createdAt: '2026-10-02T09:12:00.123Z',
      },
    });
  });

  it.each([
    ['triage', 'open'],
    ['backlog', 'open'],
    ['unstarted', 'open'],
    ['started', 'in-progress'],
    ['completed', 'fixed'],
    ['canceled', 'wont-fix'],
    ['duplicate', 'duplicate'],
    ['toString', 'open'],
  ])('of type %s is %s', async (type, category) => {
    const { issue: facts } = await map(state(type));
    expect(facts?.category).toBe(category);
    expect(facts?.duplicateOf).toBe(category === 'duplicate' ? 'POS-7' : undefined);
    expect(facts?.originalId?.endsWith(':issue:original') ?? false).toBe(category === 'duplicate');
    expect(facts?.fixDate).toBe(category === 'fixed' ? undefined : '2026-12-08');
  });

  it('is due on its own day first, then its milestone’s, project’s, cycle’s', async () => {
    expect((await map({ dueDate: '2026-11-25' })).issue?.fixDate).toBe('2026-11-25');
    const none = { projectMilestone: null };
    expect((await map(none)).issue?.fixDate).toBe('2026-12-20');
    expect((await map({ ...none, project: null })).issue?.fixDate).toBe('2026-11-30');
    expect((await map({ ...none, project: null })).issue?.fixVersion).toBeUndefined();
  });

  it.each([
    [{ team: { id: '1', private: true } }, 'restricted'],
    [{ sharedAccess: { viewerHasOnlySharedAccess: true } }, 'restricted'],
    [{ team: { id: '1' } }, 'unknown'],
    [{ sharedAccess: null }, 'internal'],
  ])('with %j is %s', async (changes, visibility) => {
    expect((await map(changes)).visibility).toBe(visibility);
  });

  it('in the bin is gone', () => {
    expect(isGone({ trashed: true })).toBe(true);
    expect(isGone({ trashed: undefined })).toBe(false);
  });
});
