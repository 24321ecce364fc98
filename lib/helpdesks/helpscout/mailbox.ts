/** Help Scout's Mailbox API 2.0, called from the background with the agent's own app: tokens, limits, redirects. */
import * as z from 'zod/mini';
import { systemClock, type Clock } from '@/lib/core/clock';
import { fault, type Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { HelpscoutAccess } from '@/lib/helpdesks/helpscout/api';
import { PATHS } from '@/lib/helpdesks/helpscout/endpoints';
import {
  MAILBOX_API,
  requestJson,
  type ApiAnswer,
  type ApiFetch,
} from '@/lib/helpdesks/helpscout/mailbox-http';
import { createTokens, type TokenStore } from '@/lib/helpdesks/helpscout/mailbox-tokens';
import type { MailboxRequest } from '@/lib/model/mailbox-request';

export interface MailboxParts {
  fetch: ApiFetch;
  /** Keeps the agent's app and the tokens made with it. */
  store: TokenStore;
  now?: Clock;
}

export interface Mailbox extends HelpscoutAccess {
  /** Whether Help Scout takes the agent's app, and the name of the user it acts for; '' when untold. */
  check(): Promise<Result<string>>;
}

/** How a request travels; addresses are below `/v2`. */
interface Call {
  method: 'GET' | 'PUT' | 'POST';
  path: string;
  body?: unknown;
}

/** One for the background: it remembers how long Help Scout asked to be left alone. */
export function createMailbox({ fetch: send, store, now = systemClock }: MailboxParts): Mailbox {
  const tokens = createTokens({ fetch: send, store, now });
  let quietUntil = 0;

  async function call(request: Call, isSecondTry = false): Promise<Result<ApiAnswer>> {
    const wait = Math.ceil((quietUntil - now()) / 1000);
    if (wait > 0) return fail(fault('rate-limited', { seconds: wait }));
    const token = await tokens.read();
    if (!token.ok) return remember(token);
    const { method, path, body } = request;
    const answer = await requestJson(send, `${MAILBOX_API}${path}`, {
      method,
      headers: { authorization: `Bearer ${token.value}` },
      body,
    });
    // A token may end before its time, e.g. when another browser refreshed it.
    if (!answer.ok && answer.fault.kind === 'signed-out' && !isSecondTry) {
      await tokens.forget(token.value);
      return call(request, true);
    }
    return remember(answer);
  }

  function remember<T>(answer: Result<T>): Result<T> {
    if (!answer.ok && answer.fault.kind === 'rate-limited') {
      quietUntil = now() + Number(answer.fault.detail?.['seconds'] ?? 0) * 1000;
    }
    return answer;
  }

  return {
    async check() {
      const answer = await call(OWNER);
      if (answer.ok) return ok(nameOf(answer.value.body));
      // The app was taken; only who it is may not be told.
      const isTaken = answer.fault.kind === 'forbidden' || answer.fault.kind === 'not-found';
      return isTaken ? ok('') : answer;
    },
    async ask(request) {
      const answer = await call(callOf(request));
      if (!answer.ok) return answer;
      const wrong = whatIsWrong(request, answer.value);
      return wrong ? fail(wrong) : ok(answer.value.body);
    },
  };
}

/** https://developer.helpscout.com/mailbox-api/endpoints/users/me/ */
const OWNER: Call = { method: 'GET', path: '/users/me' };
const ownerSchema = z.object({ firstName: z.nullish(z.string()), lastName: z.nullish(z.string()) });
const LONGEST_NAME = 120;

function nameOf(body: unknown): string {
  const owner = z.safeParse(ownerSchema, body);
  if (!owner.success) return '';
  const { firstName, lastName } = owner.data;
  return [firstName, lastName].filter(Boolean).join(' ').trim().slice(0, LONGEST_NAME);
}

function callOf(request: MailboxRequest): Call {
  const path = PATHS[request.op].replace('{id}', request.id);
  switch (request.op) {
    case 'conversation.read':
      return { method: 'GET', path: `${path}?embed=threads` };
    case 'threads.read':
      return { method: 'GET', path: `${path}?page=${request.page}` };
    case 'mailbox.read':
      return { method: 'GET', path };
    case 'tags.write':
      return { method: 'PUT', path, body: { tags: request.tags } };
    case 'note.add':
      return { method: 'POST', path, body: { text: request.text } };
  }
}

const idSchema = z.object({ id: z.union([z.number(), z.string()]) });

/**
 * A merged conversation answers 301 with the one it is now, which `fetch` has followed: only then may
 * the answer be another than asked for.
 */
function whatIsWrong(request: MailboxRequest, { url, body }: ApiAnswer): Fault | null {
  if (!url.startsWith(`${MAILBOX_API}/`)) return fault('bad-response', { why: 'other host' });
  const isMoved = !new URL(url).pathname.split('/').includes(request.id);
  if (request.op !== 'conversation.read') return null;
  const parsed = z.safeParse(idSchema, body);
  const shown = parsed.success ? String(parsed.data.id) : '';
  const isIt = shown === request.id || (isMoved && url.includes(`/conversations/${shown}`));
  return shown && isIt ? null : fault('bad-response', { why: 'another conversation' });
}
