/** Asks the background, from any of our pages: typed, checked, with a time limit. */
import { sleep, withTimeLimit } from '@/lib/core/async';
import { fault } from '@/lib/core/fault';
import { fail, type Result } from '@/lib/core/result';
import {
  messages,
  type MessageName,
  type MessageRequest,
  type MessageResponse,
} from '@/lib/messaging/contract';
import type { Envelope } from '@/lib/messaging/envelope';
import { resultSchema } from '@/lib/model/fault-schema';
import { sendToBackground, type Delivery } from '@/lib/platform/messages';

const TIME_LIMIT_MS = 10_000;
/** A worker that was stopped under our request is back by then. */
const RETRY_AFTER_MS = 100;

/** Sends a request; the type of `client.send`, for those who are handed one. */
export type Send = <N extends MessageName>(
  name: N,
  request: MessageRequest<N>,
  timeLimitMs?: number,
) => Promise<Result<MessageResponse<N>>>;

/**
 * Sends a request to the background. Faults of its own: `timeout`, `disconnected` (nobody answers,
 * even at the second try, or the extension was updated), `bad-response`. Every request may be
 * repeated without harm, so the one try more is safe.
 */
export const send: Send = async (name, request, timeLimitMs = TIME_LIMIT_MS) => {
  const delivery = await withTimeLimit<Delivery | 'late'>(
    deliver({ name, request }),
    timeLimitMs,
    () => 'late',
  );
  if (delivery === 'late') return fail(fault('timeout', { message: name }));
  if ('failed' in delivery) return fail(fault('disconnected', { why: delivery.failed }));
  return readAnswer(name, delivery.answer);
};

async function deliver(envelope: Envelope): Promise<Delivery> {
  const first = await sendToBackground(envelope);
  if (!('failed' in first) || first.failed === 'extension-gone') return first;
  await sleep(RETRY_AFTER_MS);
  return sendToBackground(envelope);
}

function readAnswer<N extends MessageName>(name: N, answer: unknown): Result<MessageResponse<N>> {
  const schema = resultSchema<unknown>(messages[name].response).safeParse(answer);
  if (!schema.success) return fail(fault('bad-response', { message: name }));
  return schema.data as Result<MessageResponse<N>>;
}
