import { describe, expect, it } from 'vitest';
import { parseJson } from '@/lib/sources/read-json';
import { mapArticle, mapPost, type GuideContext } from '@/lib/sources/zendesk-guide/map';
import {
  articlePageSchema,
  articleSchema,
  commentSchema,
  postSchema,
  segmentSchema,
} from '@/lib/sources/zendesk-guide/records';
import { blocksText } from '@/lib/convert/block-text';
import { unwrap } from '@/tests/support/unwrap';

const SEGMENTS = [
  { id: 8401, user_type: 'staff', group_ids: [], organization_ids: [], tags: [], or_tags: [] },
  { id: 8402, user_type: 'signed_in_users', group_ids: [], organization_ids: [], tags: ['vip'] },
].map((record) => segmentSchema.parse(record));

const context: GuideContext = {
  sourceId: 'z',
  settings: { origin: 'https://acme.zendesk.com', access: 'session' },
  syncedAt: '2026-11-22T08:00:00.000Z',
  segments: new Map(SEGMENTS.map((segment) => [segment.id, segment])),
  languageOf: () => 'en',
};

const ARTICLE = {
  id: 8001,
  html_url: 'https://acme.zendesk.com/hc/de/articles/8001-Fix-EX-4012',
  draft: false,
  section_id: 8101,
  updated_at: '2026-08-20T10:00:00Z',
  edited_at: '2026-08-19T10:00:00Z',
  name: 'Fix EX-4012',
  title: 'Fix EX-4012',
  source_locale: 'en-us',
  locale: 'de',
  outdated: false,
  outdated_locales: ['de'],
  user_segment_id: null,
  user_segment_ids: [],
  label_names: ['export', 'csv'],
  body: '<h2>Cause</h2><p>Out of memory.</p><script>alert(1)</script><a href="/hc/de">Start</a>',
};
const PAGE = articlePageSchema.parse({
  articles: [],
  sections: [{ id: 8101, name: 'Exports', category_id: 8201 }],
  categories: [{ id: 8201, name: 'Reports' }],
});

function article(change: object, from: GuideContext = context) {
  const record = articleSchema.parse({ ...ARTICLE, ...change });
  return mapArticle(record, 'de', PAGE, from);
}

describe('mapArticle', () => {
  it('maps an article', async () => {
    expect(await article({})).toMatchObject({
      id: 'z:article:8001:de',
      kind: 'article',
      title: 'Fix EX-4012',
      url: ARTICLE.html_url,
      locale: 'de',
      labels: ['Reports', 'Exports', 'export', 'csv', 'outdated'],
      visibility: 'public',
      updatedAt: '2026-08-19T10:00:00.000Z',
      blocks: [
        { type: 'heading', level: 2, text: [{ text: 'Cause' }] },
        { type: 'paragraph', text: [{ text: 'Out of memory.' }] },
        { type: 'paragraph', text: [{ text: 'Start', href: 'https://acme.zendesk.com/hc/de' }] },
      ],
    });
  });

  it.each([
    ['everyone', { user_segment_id: null }, 'public'],
    ['not said', { user_segment_id: undefined, user_segment_ids: undefined }, 'unknown'],
    ['the staff', { user_segment_id: 8401, user_segment_ids: [8401] }, 'internal'],
    ['customers with a tag', { user_segment_id: 8402 }, 'restricted'],
    ['customers with a tag, and the staff', { user_segment_ids: [8402, 8401] }, 'internal'],
    ['a segment we do not know', { user_segment_id: 8499 }, 'unknown'],
  ])('is visible as the segments say: %s', async (_name, change, visibility) => {
    expect((await article(change)).visibility).toBe(visibility);
  });

  it('knows no one where it may not ask for segments', async () => {
    const item = await article({ user_segment_id: 8401 }, { ...context, segments: null });
    expect(item.visibility).toBe('unknown');
  });

  it('takes what a stranger may read for public', async () => {
    const settings = { ...context.settings, access: 'public' as const };
    expect(
      (await article({ user_segment_id: undefined }, { ...context, settings })).visibility,
    ).toBe('public');
  });

  it.each(['javascript:alert(1)', 'http://acme.zendesk.com/hc/de/articles/8001', null, 7])(
    'goes without an address that is none: %s',
    async (html_url) => {
      expect((await article({ html_url })).url).toBe(
        'https://acme.zendesk.com/hc/de/articles/8001',
      );
    },
  );

  it('bears missing and odd fields', async () => {
    const odd = { body: null, label_names: [1, null, 'x'], outdated_locales: 'no', section_id: {} };
    expect(await article(odd)).toMatchObject({ labels: ['x'], blocks: [] });
    for (const broken of [null, {}, { id: 1 }, { ...ARTICLE, updated_at: 'yesterday' }, []]) {
      expect(articleSchema.safeParse(broken).success).toBe(false);
    }
  });
});

describe('mapPost', () => {
  const post = {
    id: 6001,
    html_url: 'https://acme.zendesk.com/hc/en-us/community/posts/6001-Export-stops',
    title: 'Export stops',
    details: '<p>Same as <x-zendesk-user>9002</x-zendesk-user>.</p>',
    topic_id: 6100,
    status: 'answered',
    comment_count: 2,
    updated_at: '2026-06-03T00:00:00Z',
  };
  const comments = [
    { body: '<p>Try again.</p>', official: false, vote_sum: 9, created_at: '2026-06-01T00:00:00Z' },
    {
      body: '<p>Raise the memory.</p>',
      official: true,
      vote_sum: 1,
      created_at: '2026-06-02T00:00:00Z',
    },
    { body: '<p>Me too.</p>', official: null, vote_sum: -1, created_at: '2026-06-01T00:00:00Z' },
  ].map((comment) => commentSchema.parse(comment));

  function thread(segment: number | null | undefined) {
    const topic = {
      id: '6100',
      name: 'Exports',
      user_segment_id: typeof segment === 'number' ? String(segment) : segment,
    };
    return mapPost(postSchema.parse(post), comments, topic, context);
  }

  it('puts the official answer first, the question in a quote, and names nobody', async () => {
    const item = await thread(null);
    expect(item).toMatchObject({
      id: 'z:thread:6001',
      kind: 'thread',
      labels: ['Exports', 'answered', 'official answer'],
      visibility: 'public',
      url: post.html_url,
    });
    expect(item.blocks[0]?.type).toBe('quote');
    expect(blocksText(item.blocks)).toBe('Same as .\n\nRaise the memory.\n\nTry again.\n\nMe too.');
  });

  it.each([
    [8401, 'internal'],
    [8402, 'restricted'],
    [undefined, 'unknown'],
  ])('is as closed as its topic: %s', async (segment, visibility) => {
    expect((await thread(segment)).visibility).toBe(visibility);
  });
});

it('needs a list of articles to be a list', () => {
  expect(unwrap(parseJson('{"articles":[]}', articlePageSchema)).sections).toEqual([]);
  expect(parseJson('{"articles":{}}', articlePageSchema).ok).toBe(false);
});
