/** Mailbox request: what a Help Scout page may ask its API for, through the background, and nothing else. */
import * as z from 'zod/mini';

const id = z.string().check(z.regex(/^\d{1,19}$/));

/** Most tags of one conversation that are written back. */
const MOST_TAGS = 500;

export const mailboxRequestSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal('conversation.read'), id }),
  /** `page` counts from 1. */
  z.object({ op: z.literal('threads.read'), id, page: z.int().check(z.minimum(1)) }),
  z.object({ op: z.literal('mailbox.read'), id }),
  /** Replaces all tags of the conversation. */
  z.object({
    op: z.literal('tags.write'),
    id,
    tags: z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.maxLength(MOST_TAGS)),
  }),
  /** Plain text. */
  z.object({ op: z.literal('note.add'), id, text: z.string().check(z.minLength(1)) }),
]);
export type MailboxRequest = z.infer<typeof mailboxRequestSchema>;
