/** Small items and tickets for tests, complete but for what a test is about. */
import type { Block } from '@/lib/model/block';
import type { Item } from '@/lib/model/item';
import type { IssueFacts } from '@/lib/model/issue-facts';
import type { Ticket } from '@/lib/model/ticket';

export const paragraph = (text: string): Block => ({ type: 'paragraph', text: [{ text }] });

export function makeArticle(name: string, changes: Partial<Item> = {}): Item {
  const locale = changes.locale ?? 'en';
  return {
    id: `kb:article:${name}:${locale}`,
    sourceId: 'kb',
    kind: 'article',
    title: name,
    url: `https://help.fernway.example/hc/${locale}/articles/${name}`,
    locale,
    products: [],
    labels: [],
    visibility: 'public',
    updatedAt: '2026-09-14T00:00:00Z',
    syncedAt: '2026-11-22T00:00:00Z',
    blocks: [],
    contentHash: name,
    ...changes,
  };
}

export function makeIssue(
  key: string,
  changes: Partial<Item> = {},
  facts: Partial<IssueFacts> = {},
): Item {
  return makeArticle(key, {
    id: `kb:issue:${key}`,
    kind: 'issue',
    key,
    visibility: 'internal',
    issue: {
      category: 'open',
      rawStatus: 'Open',
      affectedVersions: [],
      components: [],
      linkedTickets: 0,
      createdAt: '2026-10-02T00:00:00Z',
      asOf: '2026-11-22T00:00:00Z',
      ...facts,
    },
    ...changes,
  });
}

export function makeTicket(subject: string, body = '', changes: Partial<Ticket> = {}): Ticket {
  return {
    helpdesk: 'zendesk',
    origin: 'https://acme.zendesk.com',
    id: '4712',
    url: 'https://acme.zendesk.com/agent/tickets/4712',
    subject,
    messages: [
      { author: 'customer', visibility: 'public', text: body, at: '2026-11-20T08:00:00Z' },
    ],
    requester: { name: 'Ana Perez' },
    tags: [],
    fields: [],
    ...changes,
  };
}
