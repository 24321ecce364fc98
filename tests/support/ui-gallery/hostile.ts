/** Content from a source that means harm, or has none: scripts, forged links, endless words, other scripts. */
import type { Block } from '@/lib/model/block';
import type { Suggestion } from '@/lib/model/suggestion';
import { knownIssue, makeItem, makeSuggestion, queueFacts } from '@/tests/support/ui-gallery/items';

const SCRIPT = '<script>window.hacked = true</script><img src=x onerror="window.hacked = true">';

const blocks: Block[] = [
  { type: 'heading', level: 6, text: [{ text: SCRIPT }] },
  {
    type: 'paragraph',
    text: [
      { text: 'Run me', href: 'javascript:window.hacked=true' },
      { text: 'Read me', href: 'data:text/html,<script>alert(1)</script>' },
      { text: 'Real', href: 'https://help.fernway.example/' },
    ],
  },
  { type: 'heading', level: 1, text: [{ text: '{{ticket.requester.email}}' }] },
  { type: 'code', text: 'x'.repeat(5000) },
  {
    type: 'table',
    header: true,
    rows: [
      Array.from({ length: 12 }, (_, column) => [{ text: `Column${column}` }]),
      Array.from({ length: 12 }, () => [{ text: SCRIPT }]),
    ],
  },
  { type: 'quote', blocks: [{ type: 'list', ordered: true, items: [[], []] }] },
  { type: 'image', alt: SCRIPT },
];

export const hostileItem = makeItem('hostile', {
  title: `${SCRIPT} ${'long'.repeat(25_000)}`,
  url: 'javascript:window.hacked=true',
  locale: '"><script>',
  updatedAt: 'not a date',
  visibility: 'unknown',
  blocks,
});

/** Ranges as a broken or hostile index would deliver them. */
const WILD_MARKS: [number, number][] = [
  [40, 20],
  [5, 500_000],
  [-10, 3],
  [Number.NaN, 4],
];

export const hostileSuggestion: Suggestion = {
  ...makeSuggestion(hostileItem, []),
  titleMarks: WILD_MARKS,
  passage: {
    heading: SCRIPT,
    text: `${SCRIPT} ${'wort'.repeat(30_000)}`,
    // One mark over all the hidden lines is what axe takes for the ground of the text below them.
    marks: WILD_MARKS.filter(([, end]) => end < 1000),
    blocks,
  },
  notices: [
    { kind: 'internal-only' },
    { kind: 'outdated' },
    { kind: 'stale', fix: { key: SCRIPT, version: 'A'.repeat(10_000), date: 'not a date' } },
    { kind: 'other-language' },
    {
      kind: 'duplicate',
      original: { key: 'K'.repeat(10_000), title: SCRIPT.repeat(100), url: 'javascript:hacked=1' },
    },
  ],
  reasons: [
    { kind: 'identifier', values: [SCRIPT, 'A'.repeat(10_000)] },
    { kind: 'title', words: ['$1 $2 $$', 'a | b | c | d'] },
    { kind: 'words', words: [] },
    { kind: 'product', product: '' },
    { kind: 'version', version: 'v'.repeat(9000) },
  ],
};

export const hostileIssue: Suggestion = {
  ...hostileSuggestion,
  item: {
    ...hostileSuggestion.item,
    id: 'hostile:issue',
    kind: 'issue',
    key: SCRIPT,
    issue: {
      ...queueFacts,
      rawStatus: SCRIPT,
      fixVersion: '$1 | $2',
      fixDate: 'soon',
      asOf: 'never',
      affectedVersions: Array.from({ length: 60 }, (_, place) => `POS 1.0.${place}`),
      workaround: blocks,
    },
  },
};

/** Right-to-left content between left-to-right words. */
export const arabicSuggestion: Suggestion = {
  ...makeSuggestion(
    makeItem('rtl', {
      title: 'البيع أثناء انقطاع الإنترنت (POS-1103)',
      locale: 'ar',
      blocks: [
        {
          type: 'paragraph',
          text: [{ text: 'تُرفع المبيعات المنتظرة تلقائيًا عند عودة الاتصال، الأقدم أولًا.' }],
        },
      ],
    }),
    ['POS-1103'],
  ),
  notices: [{ kind: 'other-language' }],
  reasons: knownIssue.reasons.slice(0, 1),
};
