/** Reads the helpdesk's own API for the background, with the session of the agent who has the page open. */
import { fault } from '@/lib/core/fault';
import type { HelpdeskPage } from '@/lib/helpdesks/contract';
import {
  SESSION_PATH,
  sessionRequestSchema,
  type SessionAnswer,
} from '@/lib/messaging/session-contract';

const TIME_LIMIT_MS = 30_000;
const MAX_CHARACTERS = 10_000_000;

/** The answer to a message, or null when it is not for us. Never rejects. */
export function answerSession(
  page: Pick<HelpdeskPage, 'url' | 'fetch'>,
  message: unknown,
): Promise<SessionAnswer> | null {
  const request = sessionRequestSchema.safeParse(message);
  return request.success ? read(page, request.data.path, request.data.accept) : null;
}

/** GET, same origin, below the API's path: whoever asks, nothing else is possible from here. */
async function read(
  page: Pick<HelpdeskPage, 'url' | 'fetch'>,
  path: string,
  accept: string,
): Promise<SessionAnswer> {
  const { origin } = page.url();
  const url = new URL(path, origin);
  // `/api/v2/../..` is another path once it is an address.
  if (url.origin !== origin || !url.pathname.startsWith(SESSION_PATH)) {
    return { fault: fault('forbidden', { why: 'not the API' }) };
  }
  const limit = AbortSignal.timeout(TIME_LIMIT_MS);
  try {
    const response = await page.fetch(url.href, {
      headers: { accept },
      credentials: 'same-origin',
      mode: 'same-origin',
      cache: 'no-store',
      signal: limit,
    });
    const text = await response.text();
    if (text.length > MAX_CHARACTERS) return { fault: fault('bad-response', { why: 'too large' }) };
    return { status: response.status, headers: [...response.headers], text };
  } catch {
    return { fault: fault(limit.aborted ? 'timeout' : 'offline') };
  }
}
