import { describe, expect, it } from 'vitest';
import { mapIssue } from '@/lib/sources/github/map';
import { issueSchema, repoSchema } from '@/lib/sources/github/records';

const context = {
  sourceId: 'src1',
  syncedAt: '2026-11-22T08:00:00.000Z',
  languageOf: () => 'en',
};
const repo = { id: 1, name: 'pos-app', full_name: 'fernway/pos-app', private: false };

/** As `GET /repos/{owner}/{repo}/issues` lists it. */
const issue = {
  id: 1296269,
  node_id: 'I_kwDO',
  number: 1347,
  title: 'Receipt printer stops',
  user: { login: 'someone' },
  state: 'open',
  state_reason: null,
  labels: [
    { id: 1, name: 'bug', color: 'f00' },
    { id: 2, name: 'area: printing' },
    { id: 3, name: 'affects 6.3.1' },
    'legacy',
    null,
  ],
  milestone: { title: 'v6.5', state: 'open', due_on: '2026-12-08T08:00:00Z', number: 3 },
  type: { id: 1, name: 'Bug' },
  html_url: 'https://github.com/fernway/pos-app/issues/1347',
  body: 'It **stops**.\r\n\r\n### Workaround\r\n\r\n1. Turn it off\r\n2. Turn it on\r\n\r\n### Logs\r\n\r\n_No response_',
  created_at: '2026-10-02T09:12:00Z',
  updated_at: '2026-11-02T09:12:00Z',
};

const map = (changes: object = {}, ofRepo: object = {}) =>
  mapIssue(
    issueSchema.parse({ ...issue, ...changes }),
    repoSchema.parse({ ...repo, ...ofRepo }),
    context,
  );

describe('a GitHub issue', () => {
  it('becomes an item with what support needs to know', async () => {
    expect(await map()).toMatchObject({
      id: 'src1:issue:1296269',
      kind: 'issue',
      key: 'pos-app#1347',
      title: 'Receipt printer stops',
      url: 'https://github.com/fernway/pos-app/issues/1347',
      products: ['pos-app'],
      labels: ['bug', 'area: printing', 'affects 6.3.1', 'legacy', 'Bug'],
      visibility: 'public',
      updatedAt: '2026-11-02T09:12:00.000Z',
      issue: {
        category: 'open',
        rawStatus: 'open',
        fixVersion: 'v6.5',
        fixDate: '2026-12-08',
        affectedVersions: ['6.3.1'],
        components: ['printing'],
        workaround: [{ type: 'list', ordered: true }],
        createdAt: '2026-10-02T09:12:00.000Z',
      },
    });
  });

  const closed = { state: 'closed' };
  const released = { title: 'v6.4', state: 'closed', due_on: null };
  it.each([
    [{ labels: ['status: in progress'] }, 'in-progress', 'open'],
    [{ labels: ['pending-release'] }, 'fixed-unreleased', 'open'],
    [{ ...closed, state_reason: 'completed', milestone: null }, 'fixed', 'closed (completed)'],
    [{ ...closed, state_reason: 'completed', milestone: released }, 'fixed', 'closed (completed)'],
    [{ ...closed, state_reason: 'completed' }, 'fixed-unreleased', 'closed (completed)'],
    [{ ...closed, milestone: null }, 'fixed', 'closed'],
    [{ ...closed, state_reason: 'not_planned' }, 'wont-fix', 'closed (not planned)'],
    [{ ...closed, state_reason: 'duplicate' }, 'duplicate', 'closed (duplicate)'],
    [{ ...closed, labels: [{ name: 'wontfix' }] }, 'wont-fix', 'closed'],
    [{ ...closed, labels: [{ name: 'resolution/duplicate' }] }, 'duplicate', 'closed'],
    [{ state: 'open', state_reason: 'reopened' }, 'open', 'open (reopened)'],
  ])('with %j is %s', async (changes, category, rawStatus) => {
    expect((await map(changes)).issue).toMatchObject({ category, rawStatus });
  });

  it('is seen by whoever sees the repository', async () => {
    expect((await map({}, { private: true })).visibility).toBe('internal');
    expect((await map({}, { private: 'no' })).visibility).toBe('unknown');
  });

  it('needs no body, labels, milestone or type', async () => {
    const nothing = { body: null, labels: null, milestone: null, type: null };
    expect(await map(nothing)).toMatchObject({ blocks: [], labels: [], issue: { components: [] } });
    for (const key of ['id', 'number', 'title', 'html_url', 'state', 'created_at', 'updated_at']) {
      expect(issueSchema.safeParse({ ...issue, [key]: null }).success).toBe(false);
    }
  });
});
