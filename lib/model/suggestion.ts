/** Suggestion: an item offered for a ticket, with the evidence for it. */
import * as z from 'zod/mini';
import { blockSchema } from '@/lib/model/block';
import { itemHeadSchema } from '@/lib/model/item';

/** Why an item is offered. Shown in words; every reason is checkable on the card. */
export const reasonSchema = z.discriminatedUnion('kind', [
  /** An error code, version, path or class name that stands in both. */
  z.object({ kind: z.literal('identifier'), values: z.array(z.string()) }),
  /** Words of the ticket that stand in the item's title. */
  z.object({ kind: z.literal('title'), words: z.array(z.string()) }),
  /** Words of the ticket that stand in the item, strongest first. */
  z.object({ kind: z.literal('words'), words: z.array(z.string()) }),
  /** Known reports of the same fault that are like the ticket, this one counted. */
  z.object({ kind: z.literal('reports'), count: z.number() }),
  /** First reported so many days before the ticket came. */
  z.object({ kind: z.literal('recent'), days: z.number() }),
  z.object({ kind: z.literal('product'), product: z.string() }),
  z.object({ kind: z.literal('version'), version: z.string() }),
  /** How many tickets like this one it answered. */
  z.object({ kind: z.literal('precedent'), tickets: z.number() }),
]);
export type Reason = z.infer<typeof reasonSchema>;

/** The part of an item that answers best: text with character ranges to highlight, and its blocks to insert. */
export const passageSchema = z.object({
  /** Nearest heading above, '' at the top of the item. */
  heading: z.string(),
  text: z.string(),
  /** `[start, end)` in UTF-16 units of `text`, in order, not overlapping. */
  marks: z.array(z.tuple([z.number(), z.number()])),
  blocks: z.array(blockSchema),
});
export type Passage = z.infer<typeof passageSchema>;

/** What to beware of before sending the item to a customer. */
export const noticeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('internal-only') }),
  /** Its own source says so. */
  z.object({ kind: z.literal('outdated') }),
  z.object({
    kind: z.literal('stale'),
    /** The release that it is older than; without one, it was not touched for long. */
    fix: z.optional(
      z.object({
        /** Key of the issue that was fixed. */
        key: z.string(),
        version: z.string(),
        /** ISO date. */
        date: z.string(),
      }),
    ),
  }),
  z.object({ kind: z.literal('other-language') }),
  z.object({
    kind: z.literal('duplicate'),
    /** The issue to look at instead, where it is at hand. */
    original: z.optional(z.object({ key: z.string(), title: z.string(), url: z.string() })),
  }),
]);
export type Notice = z.infer<typeof noticeSchema>;

export const suggestionSchema = z.object({
  item: itemHeadSchema,
  score: z.number(),
  /** 0 to 1: how likely this is a right answer. */
  confidence: z.number(),
  reasons: z.array(reasonSchema),
  /** Ranges of `item.title` to highlight, like `passage.marks`. */
  titleMarks: z.array(z.tuple([z.number(), z.number()])),
  passage: passageSchema,
  notices: z.array(noticeSchema),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

/** The answer for one ticket: at most one known issue, then the rest in order. */
export const suggestionListSchema = z.object({
  ticketKey: z.string(),
  knownIssue: z.nullable(suggestionSchema),
  suggestions: z.array(suggestionSchema),
  /** Items searched; 0 means nothing is indexed yet. */
  searchedItems: z.number(),
  tookMs: z.number(),
});
export type SuggestionList = z.infer<typeof suggestionListSchema>;
