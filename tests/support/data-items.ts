/** Documents and tickets of a data set, as the extension has them after an import and in the helpdesk. */
import type { Item } from '@/lib/model/item';
import type { Ticket } from '@/lib/model/ticket';
import { mapLine } from '@/lib/sources/jsonl/map';
import { detectLanguage } from '@/lib/suggest/language';
import type { DataDocument, DataQuery } from '@/tests/support/data-set';

const SYNCED_AT = '2026-11-22T12:00:00.000Z';

/** Items of the documents, mapped as an import maps them; throws for one that an import would skip. */
export async function toDataItems(documents: readonly DataDocument[]): Promise<Item[]> {
  const items: Item[] = [];
  for (const document of documents) {
    const mapped = await mapLine(JSON.stringify(document), {
      sourceId: 'data',
      syncedAt: SYNCED_AT,
      visibility: 'public',
      languageOf: (text) => detectLanguage(text, 'en'),
    });
    if (!mapped.ok) throw new Error(`Document ${document.id}: ${mapped.why}`);
    items.push(mapped.item);
  }
  return items;
}

/** The ticket as an adapter reads it. */
export function toDataTicket(query: DataQuery, origin = 'https://acme.zendesk.com'): Ticket {
  return {
    helpdesk: 'zendesk',
    origin,
    id: query.id,
    url: `${origin}/agent/tickets/${query.id}`,
    subject: query.title,
    messages: [
      { author: 'customer', visibility: 'public', text: query.body, at: query.created ?? '' },
    ],
    requester: { name: '' },
    tags: [],
    fields: (['product', 'component', 'version'] as const).flatMap((name) => {
      const value = query[name];
      return value === undefined ? [] : [{ name, value }];
    }),
    locale: 'en',
  };
}
