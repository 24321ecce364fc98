/** Every message between the contexts: who may send it, what it carries, what comes back. */
import * as z from 'zod/mini';
import { blockSchema } from '@/lib/model/block';
import { itemHeadSchema, itemSchema } from '@/lib/model/item';
import { helpscoutConnectionSchema } from '@/lib/model/helpscout-connection';
import { mailboxRequestSchema } from '@/lib/model/mailbox-request';
import { readyReplySchema } from '@/lib/model/ready-reply';
import { recheckSchema } from '@/lib/model/recheck';
import { signalSchema } from '@/lib/model/signal';
import { requestEntrySchema } from '@/lib/model/request-entry';
import { indexStatusSchema, sourceSchema } from '@/lib/model/source';
import {
  settingsSchema,
  sourceChoiceSchema,
  sourceDraftSchema,
  sourceMatchSchema,
  takenInSchema,
} from '@/lib/model/source-draft';
import { skippedRecordSchema, sourceStateSchema } from '@/lib/model/source-state';
import { suggestionListSchema } from '@/lib/model/suggestion';
import { ticketSchema } from '@/lib/model/ticket';

/**
 * Who a sender is, decided from `sender.origin` alone: `page` a helpdesk tab's content script,
 * `sidebar` any of our extension pages, `options` the options page only.
 */
export type Caller = 'page' | 'sidebar' | 'options';

/** Most items in one `source.importItems`. */
export const IMPORT_BATCH = 200;

/** Most entries in one page of the request log. */
export const LOG_PAGE = 200;

const nothing = z.object({});
const byId = z.object({ id: z.string() });
const aboutDraft = z.object({ draft: sourceDraftSchema });
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
  /** What the item's place says of it now; asks it at most once in ten minutes. Takes up to 8 s. */
  'item.recheck': { from: ['sidebar'], request: byId, response: recheckSchema },
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
  /** The tickets that agents of this browser linked to the item and did not take back, newest first. */
  'signal.linked': {
    from: ['sidebar'],
    request: z.object({ itemId: z.string() }),
    response: z.array(z.object({ id: z.string(), ticketKey: z.string(), at: z.string() })),
  },
  /** How many tickets were learned from, and how to forget all that was learned. */
  'precedent.count': {
    from: ['options'],
    request: nothing,
    response: z.object({ answeredTickets: z.number() }),
  },
  'precedent.forget': { from: ['options'], request: nothing, response: done },
  /** Asks Help Scout's API for a page; `not-ready` when the agent has not set it up. */
  'helpscout.ask': { from: ['page'], request: mailboxRequestSchema, response: z.unknown() },
  /** How the agent's own Help Scout app stands, without asking Help Scout. */
  'helpscout.status': {
    from: ['options'],
    request: nothing,
    response: helpscoutConnectionSchema,
  },
  /** Asks Help Scout who the app acts for; `not-ready` when there is none. */
  'helpscout.check': {
    from: ['options'],
    request: nothing,
    response: helpscoutConnectionSchema,
  },
  /** Tries an app and keeps it when Help Scout takes it, else leaves all as it is; null removes it. */
  'helpscout.configure': {
    from: ['options'],
    request: z.object({
      app: z.nullable(
        z.object({
          appId: z.string().check(z.minLength(1), z.maxLength(200)),
          appSecret: z.string().check(z.minLength(1), z.maxLength(200)),
        }),
      ),
    }),
    response: helpscoutConnectionSchema,
  },
  /**
   * What a customer may be told about the item, in the language of the ticket's customer; null for
   * nothing. `passage` is what of an article answers the ticket.
   */
  'reply.make': {
    from: ['sidebar'],
    request: z.object({
      itemId: z.string(),
      ticket: z.optional(ticketSchema),
      passage: z.array(blockSchema),
    }),
    response: z.nullable(readyReplySchema),
  },
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
  /**
   * Ways to read a pasted address, best first, without asking anybody. `askable` is the origin that
   * `source.probe` would ask; null when the text is no web address.
   */
  'source.detect': {
    from: ['options'],
    request: z.object({ url: z.string() }),
    response: z.object({ matches: z.array(sourceMatchSchema), askable: z.nullable(z.string()) }),
  },
  /** The same, asking the place itself; the agent must have allowed its origin. Takes up to 30 s. */
  'source.probe': {
    from: ['options'],
    request: z.object({ url: z.string() }),
    response: z.array(sourceMatchSchema),
  },
  /** Whether the place answers and lets us read. Takes up to 30 s, like the next two. */
  'source.check': {
    from: ['options'],
    request: aboutDraft,
    response: z.object({ name: z.string(), account: z.optional(z.string()) }),
  },
  'source.choices': {
    from: ['options'],
    request: aboutDraft,
    response: z.array(sourceChoiceSchema),
  },
  /** About ten items as they will be; nothing is stored. */
  'source.preview': {
    from: ['options'],
    request: aboutDraft,
    response: z.object({ items: z.array(itemSchema), skipped: z.array(skippedRecordSchema) }),
  },
  /** Adds a source and begins to read it; one with the same settings that is there already is the answer. */
  'source.add': {
    from: ['options'],
    request: z.object({ draft: sourceDraftSchema, name: z.string() }),
    response: sourceSchema,
  },
  /** Other settings read the source anew; secrets that are left out stay as they are. */
  'source.edit': {
    from: ['options'],
    request: z.object({
      id: z.string(),
      name: z.optional(z.string()),
      settings: z.optional(settingsSchema),
      secrets: z.optional(z.record(z.string(), z.string())),
    }),
    response: sourceSchema,
  },
  /** Stops until `source.resume`; what was read stays. */
  'source.pause': { from: ['options'], request: byId, response: done },
  'source.resume': { from: ['options'], request: byId, response: done },
  /** Stops the reading under way; the next one goes on from there when its time has come. */
  'source.cancel': { from: ['options'], request: byId, response: done },
  /** Reads at once, whatever made it wait; `isFull` checks what is still there, too. */
  'source.syncNow': {
    from: ['options', 'sidebar'],
    request: z.object({ id: z.string(), isFull: z.boolean() }),
    response: done,
  },
  /** Everything about every source; ask again each second while something is being read. */
  'source.states': { from: ['options'], request: nothing, response: z.array(sourceStateSchema) },
  /** All sources that are read by connectors, as a text for a file; no secrets in it. */
  'source.exportAll': {
    from: ['options'],
    request: nothing,
    response: z.object({ text: z.string() }),
  },
  /** Adds the sources of an export that are not there yet; they wait for what they lack. */
  'source.importAll': {
    from: ['options'],
    request: z.object({ text: z.string().check(z.maxLength(1_000_000)) }),
    response: z.object({ added: z.array(takenInSchema), known: z.number(), unusable: z.number() }),
  },
  /**
   * Whether the helpdesk at this origin could be read with the agent's own session, and is not yet;
   * `reading` is the source that is read for the first time.
   */
  'source.offerHere': {
    from: ['sidebar'],
    request: z.object({ origin: z.string() }),
    response: z.object({ isOffered: z.boolean(), reading: z.optional(sourceSchema) }),
  },
  /** Adds that source and begins to read it; no key, no question. */
  'source.acceptOffer': {
    from: ['sidebar'],
    request: z.object({ origin: z.string() }),
    response: sourceSchema,
  },
  /** Newest first, below the id `before`; at most `LOG_PAGE`. `next` is the `before` of what follows. */
  'requestLog.read': {
    from: ['options'],
    request: z.object({ before: z.optional(z.number()), sourceId: z.optional(z.string()) }),
    response: z.object({
      entries: z.array(requestEntrySchema),
      next: z.nullable(z.number()),
    }),
  },
  'requestLog.clear': { from: ['options'], request: nothing, response: done },
  'page.openOptions': { from: ['sidebar'], request: nothing, response: done },
} as const satisfies Record<
  string,
  { from: readonly Caller[]; request: z.ZodMiniType; response: z.ZodMiniType }
>;

export type MessageName = keyof typeof messages;
export type MessageRequest<N extends MessageName> = z.infer<(typeof messages)[N]['request']>;
export type MessageResponse<N extends MessageName> = z.infer<(typeof messages)[N]['response']>;
