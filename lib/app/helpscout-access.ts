/** The page's way to Help Scout's API: the background is asked, and may take its time. */
import { sleep, withTimeLimit } from '@/lib/core/async';
import { fault } from '@/lib/core/fault';
import { fail, type Result } from '@/lib/core/result';
import type { HelpscoutAccess } from '@/lib/helpdesks/helpscout/api';
import type { Envelope } from '@/lib/messaging/envelope';
import { resultSchema } from '@/lib/model/fault-schema';
import * as z from 'zod/mini';
import { sendToBackground, type Delivery } from '@/lib/platform/messages';

const TIME_LIMIT_MS = 20_000;
/** A worker that was stopped under our request is back by then. */
const RETRY_AFTER_MS = 100;

const answerSchema = resultSchema<unknown>(z.unknown());

/** Apart from the other pages' client, so that a helpdesk page does not load every message's schemas. */
export function createHelpscoutAccess(): HelpscoutAccess {
  return {
    async ask(request) {
      const envelope: Envelope = { name: 'helpscout.ask', request };
      // A write whose answer got lost is not repeated here: whoever wrote looks what became of it.
      const isRepeatable = request.op.endsWith('.read');
      const delivery = await withTimeLimit<Delivery | null>(
        deliver(envelope, isRepeatable),
        TIME_LIMIT_MS,
        () => null,
      );
      return toResult(delivery);
    },
  };
}

async function deliver(envelope: Envelope, isRepeatable: boolean): Promise<Delivery> {
  const first = await sendToBackground(envelope);
  if (!isRepeatable || !('failed' in first) || first.failed === 'extension-gone') return first;
  await sleep(RETRY_AFTER_MS);
  return sendToBackground(envelope);
}

function toResult(delivery: Delivery | null): Result<unknown> {
  if (delivery === null) return fail(fault('timeout'));
  if ('failed' in delivery) return fail(fault('disconnected', { why: delivery.failed }));
  const parsed = z.safeParse(answerSchema, delivery.answer);
  return parsed.success ? parsed.data : fail(fault('bad-response', { why: 'no result' }));
}
