import { describe, expect, it } from 'vitest';
import type { Item } from '@/lib/model/item';
import { sealItem } from '@/lib/model/seal-item';

const draft: Omit<Item, 'contentHash'> = {
  id: 's:issue:1',
  sourceId: 's',
  kind: 'issue',
  title: 'A',
  url: 'https://x.example/1',
  locale: 'en',
  products: ['pos'],
  labels: [],
  visibility: 'internal',
  updatedAt: '2026-01-01T00:00:00.000Z',
  syncedAt: '2026-01-02T00:00:00.000Z',
  blocks: [{ type: 'paragraph', text: [{ text: 'b' }] }],
  issue: {
    category: 'open',
    rawStatus: 'Open',
    affectedVersions: [],
    components: [],
    linkedTickets: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    asOf: '2026-01-02T00:00:00.000Z',
  },
};

const hash = async (item: Omit<Item, 'contentHash'>) => (await sealItem(item)).contentHash;

describe('sealItem', () => {
  it('does not depend on when it was read, nor on the order of keys', async () => {
    const later = '2026-03-03T00:00:00.000Z';
    const reread = { ...draft, syncedAt: later, issue: { ...draft.issue!, asOf: later } };
    const reordered = Object.fromEntries(Object.entries(reread).reverse()) as typeof draft;
    expect(await hash(reordered)).toBe(await hash(draft));
  });

  it('changes with anything a reader or the index sees', async () => {
    const changes: Partial<Item>[] = [
      { title: 'B' },
      { visibility: 'public' },
      { labels: ['x'] },
      { blocks: [] },
      { issue: { ...draft.issue!, category: 'fixed' } },
    ];
    const hashes = await Promise.all(
      [draft, ...changes].map((change) => hash({ ...draft, ...change })),
    );
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
