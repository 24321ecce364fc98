/** Help Scout's Mailbox API as a page sees it: asked through the background, which alone has the credentials. */
import * as z from 'zod/mini';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { MailboxRequest } from '@/lib/model/mailbox-request';

/**
 * The way to the API. Faults: `not-ready` when no API is set up, and those of the network. Shapes:
 * https://developer.helpscout.com/mailbox-api/
 */
export interface HelpscoutAccess {
  ask(request: MailboxRequest): Promise<Result<unknown>>;
  /** Last result of each request, by its name: `ok` or the kind of the fault. */
  results?: Record<string, string>;
}

/** The same way, with `results`. */
export function withResults(access: HelpscoutAccess): Required<HelpscoutAccess> {
  const results: Record<string, string> = {};
  return {
    results,
    async ask(request) {
      const answer = await access.ask(request);
      results[request.op] = answer.ok ? 'ok' : answer.fault.kind;
      return answer;
    },
  };
}

/** For pages whose API nobody has set up. */
export const noAccess: HelpscoutAccess = {
  ask: () => Promise.resolve(fail(fault('not-ready'))),
};

const text = z.nullish(z.string());
const idSchema = z.union([z.number(), z.string()]);
const personSchema = z.nullish(z.object({ type: text, first: text, last: text }));

export const threadSchema = z.object({
  id: idSchema,
  type: text,
  state: text,
  body: text,
  createdBy: personSchema,
  createdAt: text,
});
export type ThreadRecord = z.infer<typeof threadSchema>;

/** Lists are read one by one, so that an odd record costs itself only. */
const records = z.nullish(z.array(z.unknown()));

export const conversationSchema = z.object({
  id: idSchema,
  number: z.nullish(idSchema),
  threads: z.nullish(z.number()),
  subject: text,
  mailboxId: z.nullish(idSchema),
  primaryCustomer: personSchema,
  userUpdatedAt: text,
  tags: records,
  customFields: records,
  _embedded: z.nullish(z.object({ threads: records })),
});
export type ConversationRecord = z.infer<typeof conversationSchema>;

export const threadPageSchema = z.object({
  // Absent when the page is empty.
  _embedded: z.nullish(z.object({ threads: records })),
  page: z.nullish(z.object({ totalPages: z.nullish(z.number()) })),
});

export const mailboxSchema = z.object({ name: text });

const tagSchema = z.object({ tag: z.string() });

/** Asks and checks the answer's shape. */
export async function askFor<T>(
  access: HelpscoutAccess,
  request: MailboxRequest,
  schema: z.ZodMiniType<T>,
): Promise<Result<T>> {
  const answer = await access.ask(request);
  if (!answer.ok) return answer;
  const parsed = z.safeParse(schema, answer.value);
  if (parsed.success) return ok(parsed.data);
  const odd = fault('bad-response', { why: 'other shape' });
  if (access.results) access.results[request.op] = odd.kind;
  return fail(odd);
}

/** Those of `list` that have the shape. */
export function readEach<T>(list: z.infer<typeof records>, schema: z.ZodMiniType<T>): T[] {
  return (list ?? []).flatMap((one) => {
    const parsed = z.safeParse(schema, one);
    return parsed.success ? [parsed.data] : [];
  });
}

/** The threads that an answer of the API carries. */
export function threadsOf({
  _embedded: embedded,
}: Pick<ConversationRecord, '_embedded'>): ThreadRecord[] {
  return readEach(embedded?.threads, threadSchema);
}

/** Names of the conversation's tags. */
export function tagsOf(conversation: Pick<ConversationRecord, 'tags'>): string[] {
  return readEach(conversation.tags, tagSchema).map(({ tag }) => tag);
}
