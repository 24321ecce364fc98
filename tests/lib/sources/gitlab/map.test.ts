import { describe, expect, it } from 'vitest';
import { mapIssue } from '@/lib/sources/gitlab/map';
import { issueSchema, projectSchema } from '@/lib/sources/gitlab/records';

const context = {
  sourceId: 'src1',
  syncedAt: '2026-11-22T08:00:00.000Z',
  languageOf: () => 'de',
};
const project = {
  id: 7,
  name: 'POS app',
  path: 'pos-app',
  path_with_namespace: 'fernway/clients/pos-app',
  web_url: 'https://gitlab.com/fernway/clients/pos-app',
  visibility: 'public',
  issues_access_level: 'enabled',
};

/** As `GET /projects/:id/issues` lists it. */
const issue = {
  id: 76,
  iid: 6,
  project_id: 7,
  title: 'Bondrucker stoppt',
  description:
    'Er **stoppt**. Siehe [hier](/uploads/1/a.png).\n\n## Umgehungslösung\n\nNeu starten.',
  state: 'opened',
  created_at: '2026-10-02T11:12:00.123+02:00',
  updated_at: '2026-11-02T09:12:00.000Z',
  labels: ['component::printing', 'workflow::in dev', 'version::6.3', 7],
  milestone: { id: 1, title: '6.5', state: 'active', due_date: '2026-12-08' },
  due_date: '2026-12-01',
  confidential: false,
  issue_type: 'incident',
  web_url: 'https://gitlab.com/fernway/clients/pos-app/-/issues/6',
  moved_to_id: null,
  _links: { self: 'x', closed_as_duplicate_of: null },
};

const map = (changes: object = {}, ofProject: object = {}) =>
  mapIssue(
    issueSchema.parse({ ...issue, ...changes }),
    projectSchema.parse({ ...project, ...ofProject }),
    context,
  );

describe('a GitLab issue', () => {
  it('becomes an item with what support needs to know', async () => {
    const item = await map();
    expect(item).toMatchObject({
      id: 'src1:issue:76',
      key: 'pos-app#6',
      title: 'Bondrucker stoppt',
      url: issue.web_url,
      locale: 'de',
      products: ['POS app'],
      labels: ['component::printing', 'workflow::in dev', 'version::6.3', 'incident'],
      visibility: 'public',
      updatedAt: '2026-11-02T09:12:00.000Z',
      issue: {
        category: 'in-progress',
        rawStatus: 'opened (in dev)',
        fixVersion: '6.5',
        fixDate: '2026-12-08',
        affectedVersions: ['6.3'],
        components: ['printing'],
        workaround: [{ type: 'paragraph', text: [{ text: 'Neu starten.' }] }],
        createdAt: '2026-10-02T09:12:00.123Z',
      },
    });
    expect(JSON.stringify(item.blocks)).toContain('https://gitlab.com/uploads/1/a.png');
  });

  const closed = { state: 'closed', labels: [] };
  it.each([
    [{ labels: [] }, 'open', 'opened'],
    [closed, 'fixed-unreleased', 'closed'],
    [{ ...closed, milestone: { title: '6.4', state: 'closed' } }, 'fixed', 'closed'],
    [{ ...closed, milestone: null }, 'fixed', 'closed'],
    [{ ...closed, labels: ['resolution::wontfix'] }, 'wont-fix', 'closed (wontfix)'],
    [
      {
        ...closed,
        _links: { closed_as_duplicate_of: 'https://gitlab.com/api/v4/projects/7/issues/5' },
      },
      'duplicate',
      'closed',
    ],
  ])('with %j is %s', async (changes, category, rawStatus) => {
    expect((await map(changes)).issue).toMatchObject({ category, rawStatus });
  });

  it('without a milestone is due when it is due', async () => {
    expect((await map({ milestone: null })).issue?.fixDate).toBe('2026-12-01');
    expect((await map({ ...closed, milestone: null })).issue?.fixDate).toBeUndefined();
  });

  it.each([
    [{ confidential: true }, {}, 'restricted'],
    [{ confidential: null }, {}, 'unknown'],
    [{}, { visibility: 'internal' }, 'internal'],
    [{}, { visibility: 'private' }, 'internal'],
    [{}, { issues_access_level: 'private' }, 'internal'],
    [{ confidential: true }, { visibility: 'private' }, 'restricted'],
    [{}, { visibility: undefined }, 'unknown'],
  ])('with %j in a project with %j is %s', async (changes, ofProject, visibility) => {
    expect((await map(changes, ofProject)).visibility).toBe(visibility);
  });
});
