import { describe, expect, it } from 'vitest';
import { blocksText } from '@/lib/convert/block-text';
import { mapBug } from '@/lib/sources/bugzilla/map';
import { bugSchema } from '@/lib/sources/bugzilla/records';

const settings = { base: 'https://bugs.fernway.example/bz/', products: [] };
const context = {
  sourceId: 'src1',
  syncedAt: '2026-11-22T08:00:00.000Z',
  languageOf: () => 'en',
  visibility: 'public' as const,
};

/** As `GET /rest/bug` with our fields answers it. */
const bug = {
  id: 1042,
  summary: 'Tips are lost',
  status: 'ASSIGNED',
  resolution: '',
  is_open: true,
  dupe_of: null,
  product: 'POS',
  component: 'Tips',
  version: '6.3',
  target_milestone: '6.5',
  deadline: '2026-12-08',
  keywords: ['regression'],
  whiteboard: '[triaged] [workaround: enter it again]',
  groups: [],
  creation_time: '2026-10-02T09:12:00Z',
  last_change_time: '2026-11-02T09:12:00Z',
  comments: [
    {
      id: 1,
      count: 0,
      is_private: false,
      text: 'Steps:\n1. pay\n2. tip\n\nIt is gone.',
      creator: 'a@b.example',
    },
    { id: 2, count: 1, is_private: true, text: 'secret' },
  ],
};

const map = (changes: object = {}) =>
  mapBug(bugSchema.parse({ ...bug, ...changes }), settings, context);
const comment = (changes: object) => ({ comments: [{ ...bug.comments[0], ...changes }] });

describe('a bug', () => {
  it('becomes an item with what support needs to know', async () => {
    const item = await map();
    expect(item).toMatchObject({
      id: 'src1:issue:1042',
      key: 'Bug 1042',
      title: 'Tips are lost',
      url: 'https://bugs.fernway.example/bz/show_bug.cgi?id=1042',
      products: ['POS'],
      labels: ['regression', 'triaged'],
      visibility: 'public',
      issue: {
        category: 'in-progress',
        rawStatus: 'ASSIGNED',
        fixVersion: '6.5',
        fixDate: '2026-12-08',
        affectedVersions: ['6.3'],
        components: ['Tips'],
        workaround: [{ text: [{ text: 'enter it again' }] }],
        createdAt: '2026-10-02T09:12:00.000Z',
      },
    });
    expect(blocksText(item.blocks)).toBe('Steps:\n1. pay\n2. tip\n\nIt is gone.');
  });

  const closed = (resolution: string) => ({ status: 'RESOLVED', is_open: false, resolution });
  it.each([
    [{ status: 'UNCONFIRMED' }, 'open'],
    [{ status: 'REOPENED' }, 'open'],
    [{ status: 'IN_PROGRESS' }, 'in-progress'],
    [closed('FIXED'), 'fixed'],
    [closed('WONTFIX'), 'wont-fix'],
    [closed('WORKSFORME'), 'wont-fix'],
    [{ ...closed('DUPLICATE'), dupe_of: 7 }, 'duplicate'],
    [{ ...closed('FIXED'), is_open: null }, 'fixed'],
    [{ is_open: null }, 'in-progress'],
  ])('with %j is %s', async (changes, category) => {
    const { issue } = await map(changes);
    expect(issue?.category).toBe(category);
    expect(issue?.duplicateOf).toBe(category === 'duplicate' ? 'Bug 7' : undefined);
    expect(issue?.originalId?.endsWith(':issue:7') ?? false).toBe(category === 'duplicate');
  });

  it('shows its resolution beside its status', async () => {
    expect((await map(closed('WONTFIX'))).issue?.rawStatus).toBe('RESOLVED WONTFIX');
  });

  it('has no version where Bugzilla has a word for none', async () => {
    const { issue } = await map({ version: 'unspecified', target_milestone: '---' });
    expect(issue).toMatchObject({ affectedVersions: [] });
    expect(issue?.fixVersion).toBeUndefined();
  });

  it.each([
    [['core-security'], 'restricted'],
    [[], 'public'],
    [null, 'unknown'],
  ])('in the groups %j is %s', async (groups, visibility) => {
    expect((await map({ groups })).visibility).toBe(visibility);
  });

  it.each([{ is_private: true }, { is_private: null }, { count: 3 }])(
    'tells nothing of a comment with %j',
    async (changes) => {
      expect((await map(comment(changes))).blocks).toEqual([]);
    },
  );

  it('reads Markdown where a server says so', async () => {
    const { blocks } = await map(comment({ is_markdown: true, text: '## Workaround\n\n*x*' }));
    expect(blocks.map(({ type }) => type)).toEqual(['heading', 'paragraph']);
  });
});
