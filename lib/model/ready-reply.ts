/** Ready reply: what a customer may be told about an item, in the customer's language. */
import * as z from 'zod/mini';
import { blockSchema } from '@/lib/model/block';

export const readyReplySchema = z.object({
  itemId: z.string(),
  /** Holds nothing but facts that customers may know: neither key, title nor address of an internal item. */
  blocks: z.array(blockSchema),
  /** Of the sentences; the item's own words may be in another language. */
  locale: z.string(),
  notes: z.array(
    z.enum([
      /** The workaround names what customers must not see, so it was left out. */
      'workaround-withheld',
      /** The item's words are not in the customer's language. */
      'other-language',
      /** There are no sentences in the customer's language. */
      'no-templates',
    ]),
  ),
});
export type ReadyReply = z.infer<typeof readyReplySchema>;

/** A team's own sentences: language (two letters) → case → text with `{slots}`. */
export const replyTemplatesSchema = z.record(z.string(), z.record(z.string(), z.string()));
export type ReplyTemplates = z.infer<typeof replyTemplatesSchema>;
