/** Items and suggestions of the sample world, as a ticket about a stuck offline queue finds them. */
import { blocksText } from '@/lib/convert/block-text';
import { markdownToBlocks } from '@/lib/convert/markdown';
import type { IssueFacts } from '@/lib/model/issue-facts';
import { itemHeadSchema, type Item, type ItemHead } from '@/lib/model/item';
import type { Recheck } from '@/lib/model/recheck';
import type { Suggestion } from '@/lib/model/suggestion';

/** The gallery's clock: "today" of the sample world. */
export const NOW = Date.parse('2026-11-22T10:00:00Z');

const minutesAgo = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();

export function makeItem(id: string, changes: Partial<Item>): Item {
  return {
    id: `sample:article:${id}:en`,
    sourceId: 'sample',
    kind: 'article',
    title: id,
    url: `https://help.fernway.example/hc/en-us/articles/${id}`,
    locale: 'en',
    products: ['pos'],
    labels: [],
    visibility: 'public',
    updatedAt: '2026-11-05T00:00:00Z',
    syncedAt: minutesAgo(4),
    blocks: [],
    contentHash: id,
    ...changes,
  };
}

export function headOf(item: Item): ItemHead {
  return itemHeadSchema.parse(item);
}

/** Every place where one of `words` begins a word, as the suggester marks them. */
export function marksOf(text: string, words: string[]): [number, number][] {
  if (words.length === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${words.join('|')})[\\p{L}]*`, 'giu');
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => [index, index + found.length]);
}

export function makeSuggestion(
  item: Item,
  words: string[],
  changes: Partial<Suggestion> & { heading?: string; from?: number; to?: number } = {},
): Suggestion {
  const { heading = '', from = 0, to = 1, ...rest } = changes;
  const blocks = item.blocks.slice(from, to);
  const text = blocksText(blocks);
  return {
    item: headOf(item),
    score: 12,
    confidence: 0.8,
    reasons: [],
    titleMarks: marksOf(item.title, words),
    passage: { heading, text, marks: marksOf(text, words), blocks },
    notices: [],
    ...rest,
  };
}

const OFFLINE_SALES = `The tablet is online again, but sales made during the outage are missing in reports. In nearly all cases they are still on the tablet. **Do not delete or reinstall the app.**

## Look at the queue

Open **Menu → Status → Upload queue** on each tablet that was offline.

### The number stays the same

1. Keep the app in the foreground and the tablet on its charger.
2. Check date and time of the tablet. Sales dated in the future are not sent.
3. Tap **Retry all**.
4. Restart the tablet (not only the app) and open the queue again.

### Single sales show POS-1131

Back Office refused the sale. Tap it to see the reason:

| Reason | Solution |
|---|---|
| \`product_deleted\` | Restore the product from the archive, then **Retry** |
| \`shift_closed\` | A Manager taps **Book into current shift** |
| \`staff_unknown\` | Reactivate the person for a moment |
| \`duplicate\` | The sale has arrived already; tap **Discard copy** |

> **Note:** If an unsent sale is older than 72 hours, send support the diagnostics before you do anything else.

\`\`\`text
2026-10-01 18:30:12.007 INFO  [OfflineQueue] 63 waiting, next attempt in 30 s, tenant=kornblume-cafe register=2
\`\`\`

See also: [Sell while the internet is down](https://help.fernway.example/hc/en-us/articles/pos-offline-mode).`;

const WORKAROUND = `**Do not sign out and do not reinstall**: the waiting sales are only on this tablet.

1. Go to **Menu → Status → Upload queue**.
2. Open the refund at the top and choose **Send later**. The sales go through.
3. Then send the refund.

If there is no *Send later* (below 6.3.2), [update first](https://help.fernway.example/hc/en-us/articles/gs-update-pos).`;

const DESCRIPTION = `The queue is meant to send oldest first. Since 6.3.0 it sends by type (refunds first). A refund for a sale which the server has never seen is answered with 422 and the queue stops at that point.

**Expected:** both documents are sent. **Actual:** *Upload queue* stays at "n sales waiting" although the till is online.`;

export const queueFacts: IssueFacts = {
  category: 'in-progress',
  rawStatus: 'In Progress',
  fixVersion: 'POS 6.5.0',
  fixDate: '2026-12-08',
  affectedVersions: ['POS 6.3.0', 'POS 6.3.2', 'POS 6.4.0', 'POS 6.4.1'],
  components: ['Offline queue'],
  workaround: markdownToBlocks(WORKAROUND),
  linkedTickets: 14,
  createdAt: '2026-10-02T09:12:00Z',
  asOf: minutesAgo(4),
};

export const queueIssue = makeItem('FERN-1042', {
  id: 'sample:issue:FERN-1042',
  kind: 'issue',
  key: 'FERN-1042',
  title: 'Offline queue stops when it contains a refund of a sale that is itself still queued',
  url: 'https://tracker.fernway.example/browse/FERN-1042',
  visibility: 'internal',
  updatedAt: '2026-11-19T14:02:00Z',
  blocks: markdownToBlocks(DESCRIPTION),
  issue: queueFacts,
});

export const offlineSales = makeItem('pos-offline-sales-missing', {
  title: 'Offline sales do not appear in Back Office',
  blocks: markdownToBlocks(OFFLINE_SALES),
});

const offlineMode = makeItem('pos-offline-mode', {
  title: 'Sell while the internet is down',
  updatedAt: '2026-08-20T00:00:00Z',
  blocks: markdownToBlocks(
    'Waiting sales are uploaded by themselves, oldest first. Leave the app open until the queue shows 0. If it does not get smaller, read *Offline sales do not appear in Back Office*.',
  ),
});

const offlineLegacy = makeItem('pos-offline-legacy', {
  title: 'Offline mode limits and manual upload',
  updatedAt: '2024-11-12T00:00:00Z',
  blocks: markdownToBlocks(
    'Since POS 5.8 a tablet sells offline for 24 hours and 200 sales. Upload the queue by hand under **Settings → Sync → Upload now** when the connection is back.',
  ),
});

const runbook = makeItem('pos-database-recovery', {
  title: 'Runbook for recovering a tablet that stays on POS-1127',
  visibility: 'internal',
  updatedAt: '2026-10-28T00:00:00Z',
  blocks: markdownToBlocks(
    'Before anything else, export the queue: a reinstall deletes every sale that still waits on the tablet.',
  ),
});

const germanArticle = makeItem('pos-refund-cash', {
  id: 'sample:article:pos-refund-cash:de',
  title: 'Einen Verkauf bar erstatten',
  url: 'https://help.fernway.example/hc/de/articles/pos-refund-cash',
  locale: 'de',
  updatedAt: '2026-11-20T00:00:00Z',
  blocks: markdownToBlocks(
    'Eine Bar-Erstattung ist auch ohne Verbindung möglich, wenn der Verkauf auf diesem Tablet gespeichert ist.',
  ),
});

const otherIssue = makeItem('FERN-1044', {
  id: 'sample:issue:FERN-1044',
  kind: 'issue',
  key: 'FERN-1044',
  title: 'POS-1127: local database stays locked after an Android background update',
  url: 'https://tracker.fernway.example/browse/FERN-1044',
  visibility: 'internal',
  updatedAt: '2026-11-10T09:00:00Z',
  blocks: markdownToBlocks(
    'The update service holds the file open; the till waits and gives up after 30 s.',
  ),
  issue: {
    ...queueFacts,
    category: 'fixed',
    rawStatus: 'Done',
    fixVersion: 'POS 6.4.1',
    fixDate: '2026-11-10',
    linkedTickets: 19,
  },
});

const WORDS = ['offline', 'queue', 'refund', 'sales?', 'tablet', 'waiting'];

export const knownIssue = makeSuggestion(queueIssue, WORDS, {
  notices: [{ kind: 'internal-only' }],
  reasons: [
    { kind: 'identifier', values: ['POS-1103'] },
    { kind: 'title', words: ['offline', 'queue', 'refund'] },
    { kind: 'version', version: '6.4.1' },
    { kind: 'product', product: 'Fernway POS' },
  ],
});

export const suggestions: Suggestion[] = [
  makeSuggestion(offlineSales, WORDS, {
    heading: 'The number stays the same',
    from: 4,
    to: 5,
    reasons: [
      { kind: 'title', words: ['offline', 'sales'] },
      { kind: 'product', product: 'Fernway POS' },
      { kind: 'words', words: ['queue', 'retry', 'waiting', 'reports'] },
    ],
  }),
  makeSuggestion(offlineMode, WORDS, {
    notices: [{ kind: 'stale', fix: { key: 'POS-988', version: 'POS 6.2.0', date: '2026-05-04' } }],
    heading: 'Get back online',
    reasons: [
      { kind: 'identifier', values: ['POS-1103'] },
      { kind: 'words', words: ['queue', 'tablet'] },
    ],
  }),
  makeSuggestion(offlineLegacy, WORDS, {
    notices: [{ kind: 'stale' }],
    reasons: [{ kind: 'title', words: ['offline'] }],
  }),
  makeSuggestion(runbook, WORDS, {
    notices: [{ kind: 'internal-only' }],
    reasons: [{ kind: 'words', words: ['tablet', 'queue', 'reinstall'] }],
  }),
  makeSuggestion(germanArticle, ['Erstattung', 'Verkauf', 'Tablet'], {
    notices: [{ kind: 'other-language' }],
    reasons: [{ kind: 'product', product: 'Fernway POS' }],
  }),
  makeSuggestion(otherIssue, WORDS, {
    notices: [{ kind: 'internal-only' }],
    reasons: [{ kind: 'version', version: '6.4.1' }],
  }),
];

/** What the places of the suggestions say of them: gone, moved to another site, moved. */
export const rechecks: Record<string, Recheck> = Object.fromEntries(
  suggestions.map(({ item }, at): [string, Recheck] => [
    item.id,
    at === 0 ? { kind: 'gone', status: 404 } : { kind: 'moved', ...(at > 1 && { url: item.url }) },
  ]),
);
