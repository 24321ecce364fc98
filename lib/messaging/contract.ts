/** Every message between the contexts: who may send it, what it carries, what comes back. */
import * as z from 'zod/mini';
import { itemHeadSchema, itemSchema } from '@/lib/model/item';
import { signalSchema } from '@/lib/model/signal';
import { indexStatusSchema, sourceSchema } from '@/lib/model/source';
import { suggestionListSchema } from '@/lib/model/suggestion';
import { ticketSchema } from '@/lib/model/ticket';

/**
 * Who a sender is, decided from `sender.origin` alone: `page` a helpdesk tab's content script,
 * `sidebar` any of our extension pages, `options` the options page only.
 */
export type Caller = 'page' | 'sidebar' | 'options';

/** Most items in one `source.importItems`. */
export const IMPORT_BATCH = 200;

const nothing = z.object({});
const done = z.null();

/** Requests that the background answers. */
export const messages = {
  'suggest.forTicket': {
    from: ['sidebar'],
    request: z.object({ ticket: ticketSchema }),
    response: suggestionListSchema,
  },
  'search.typed': {
    from: ['sidebar'],
    request: z.object({ text: z.string(), locale: z.string() }),
    response: z.array(itemHeadSchema),
  },
  'item.read': {
    from: ['sidebar'],
    request: z.object({ id: z.string() }),
    response: itemSchema,
  },
  /** `ticket` is the signal's own, for those that decide something: what was decided is learned from. */
  'signal.record': {
    from: ['sidebar'],
    request: z.object({ signal: signalSchema, ticket: z.optional(ticketSchema) }),
    response: done,
  },
  /** Takes a signal back, e.g. an undone dismissal. */
  'signal.remove': {
    from: ['sidebar'],
    request: z.object({ id: z.string() }),
    response: done,
  },
  /** How many tickets were learned from, and how to forget all that was learned. */
  'precedent.count': {
    from: ['options'],
    request: nothing,
    response: z.object({ answeredTickets: z.number() }),
  },
  'precedent.forget': { from: ['options'], request: nothing, response: done },
  'index.status': { from: ['sidebar'], request: nothing, response: indexStatusSchema },
  'source.list': { from: ['sidebar'], request: nothing, response: z.array(sourceSchema) },
  'source.addSample': { from: ['options', 'sidebar'], request: nothing, response: sourceSchema },
  'source.remove': { from: ['options'], request: z.object({ id: z.string() }), response: done },
  /**
   * One batch of a file import, at most `IMPORT_BATCH` items; batches come one after the other.
   * The first one makes the source (kind `file`) if it is not there yet. All items of one import
   * carry the same `syncedAt`: on the last batch, what the source still holds with another one was
   * not in the file and goes, `syncedAt` becomes the source's, and the indexer is woken. Without a
   * last batch (page closed) nothing is removed. The answer is the source as it is then.
   */
  'source.importItems': {
    from: ['options'],
    request: z.object({
      source: z.object({ id: z.string(), name: z.string() }),
      syncedAt: z.string(),
      items: z.array(itemSchema).check(z.maxLength(IMPORT_BATCH)),
      isLast: z.boolean(),
    }),
    response: sourceSchema,
  },
  'page.openOptions': { from: ['sidebar'], request: nothing, response: done },
} as const satisfies Record<
  string,
  { from: readonly Caller[]; request: z.ZodMiniType; response: z.ZodMiniType }
>;

export type MessageName = keyof typeof messages;
export type MessageRequest<N extends MessageName> = z.infer<(typeof messages)[N]['request']>;
export type MessageResponse<N extends MessageName> = z.infer<(typeof messages)[N]['response']>;
