/** The background as the pages see it: typed requests whose failures are faults. */
import { backoff, sleep } from '@/lib/core/async';
import type { Result } from '@/lib/core/result';
import type { Send } from '@/lib/messaging/client';

export interface BackgroundClient {
  /** Never rejects. */
  send: Send;
}

const ATTEMPTS = 4;
const FIRST_WAIT_MS = 150;
const LONGEST_WAIT_MS = 1_000;

/**
 * Asks again while the background is just starting or was stopped under the question. Only for
 * requests that change nothing.
 */
export async function askPatiently<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
  for (let attempt = 0; ; attempt += 1) {
    const result = await ask();
    if (result.ok || attempt + 1 >= ATTEMPTS) return result;
    const { kind } = result.fault;
    if (kind !== 'disconnected' && kind !== 'not-ready') return result;
    await sleep(backoff(attempt, FIRST_WAIT_MS, LONGEST_WAIT_MS));
  }
}
