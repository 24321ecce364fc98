/**
 * Access tokens for the Mailbox API, made with the agent's own app. Refresh tokens rotate: each is
 * good for one exchange, so the next one is stored before anything else is done with the answer.
 * https://developer.helpscout.com/mailbox-api/overview/authentication/
 */
import * as z from 'zod/mini';
import type { Clock } from '@/lib/core/clock';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import { MAILBOX_API, requestJson, type ApiFetch } from '@/lib/helpdesks/helpscout/mailbox-http';

/** Ends a token a little early, so that none ends on its way. */
const MARGIN_MS = 60_000;
const DEFAULT_LIFE_S = 3_600;

/** From Help Scout: Your Profile → My Apps. */
export interface HelpscoutApp {
  appId: string;
  appSecret: string;
}

export interface HelpscoutTokens {
  access: string;
  /** None when the app signed in by itself. */
  refresh: string | null;
  /** Milliseconds since 1970. */
  endsAt: number;
}

export interface TokenStore {
  /** Null when the agent has set nothing up. */
  readApp(): Promise<HelpscoutApp | null>;
  readTokens(): Promise<HelpscoutTokens | null>;
  writeTokens(tokens: HelpscoutTokens): Promise<void>;
}

export interface Tokens {
  /** An access token. Faults: `not-ready` without an app, `signed-out` when Help Scout refuses it. */
  read(): Promise<Result<string>>;
  /** `access` was refused: the next read makes another. */
  forget(access: string): Promise<void>;
}

interface TokenParts {
  fetch: ApiFetch;
  store: TokenStore;
  now: Clock;
}

const answerSchema = z.object({
  access_token: z.string().check(z.minLength(1)),
  refresh_token: z.nullish(z.string()),
  expires_in: z.nullish(z.number()),
});

export function createTokens({ fetch: send, store, now }: TokenParts): Tokens {
  /** Requests at the same time wait for one exchange: a second would use the same refresh token. */
  let exchange: Promise<Result<string>> | null = null;

  async function current(): Promise<Result<string>> {
    const app = await store.readApp();
    if (!app) return fail(fault('not-ready'));
    const tokens = await store.readTokens();
    if (tokens && tokens.endsAt - MARGIN_MS > now()) return ok(tokens.access);
    const refreshed = tokens?.refresh
      ? await obtain(app, { grant_type: 'refresh_token', refresh_token: tokens.refresh })
      : null;
    // A refresh token that was used up elsewhere: the app signs in anew.
    const isUsedUp = refreshed?.ok === false && refreshed.fault.kind === 'signed-out';
    if (refreshed && !isUsedUp) return refreshed;
    return obtain(app, { grant_type: 'client_credentials' });
  }

  async function obtain(
    { appId, appSecret }: HelpscoutApp,
    grant: Record<string, string>,
  ): Promise<Result<string>> {
    const answer = await requestJson(send, `${MAILBOX_API}/oauth2/token`, {
      method: 'POST',
      body: { ...grant, client_id: appId, client_secret: appSecret },
    });
    if (!answer.ok) {
      // RFC 6749 answers 400 to a grant that is no good.
      const isRefused = answer.fault.detail?.['status'] === 400;
      return isRefused ? fail(fault('signed-out')) : answer;
    }
    const parsed = z.safeParse(answerSchema, answer.value.body);
    if (!parsed.success) return fail(fault('bad-response', { why: 'no token' }));
    const { access_token: access, refresh_token: refresh, expires_in: life } = parsed.data;
    const endsAt = now() + (life ?? DEFAULT_LIFE_S) * 1000;
    await store.writeTokens({ access, refresh: refresh ?? null, endsAt });
    return ok(access);
  }

  return {
    read() {
      exchange ??= current().finally(() => {
        exchange = null;
      });
      return exchange;
    },
    async forget(access) {
      const tokens = await store.readTokens();
      if (tokens?.access === access) await store.writeTokens({ ...tokens, endsAt: 0 });
    },
  };
}
