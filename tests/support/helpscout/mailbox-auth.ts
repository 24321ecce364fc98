/** Apps, tokens and the limit of requests as Help Scout keeps them: refresh tokens are good for one exchange. */

export const APP = { appId: 'fixture-app', appSecret: 'fixture-secret' };

/** By its documentation; clients go by `expires_in`. */
const LIFE_S = 172_800;

/** A reply before it is written to a socket. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface MailboxAuth {
  /** Answers `POST /v2/oauth2/token`. */
  exchange(fields: Readonly<Record<string, unknown>>): Reply;
  /** Whether a bearer token is good now. */
  accepts(authorization: string | undefined): boolean;
  /** A refresh token as the code flow would give one. */
  grantRefresh(): string;
  /** Ends every access token, e.g. because the agent was deactivated for a moment. */
  endTokens(): void;
  setLife(seconds: number): void;
  /** Closed, it refuses the app itself, as when its secret was renewed. */
  setClosed(isClosed: boolean): void;
}

export function createMailboxAuth(): MailboxAuth {
  const access = new Map<string, number>();
  const refresh = new Set<string>();
  let count = 0;
  let life = LIFE_S;
  let isShut = false;

  function issue(withRefresh: boolean): Reply {
    count += 1;
    const token = `fixture-access-${count}`;
    access.set(token, Date.now() + life * 1000);
    const body = { token_type: 'bearer', access_token: token, expires_in: life };
    return { status: 200, body: withRefresh ? { ...body, refresh_token: grant() } : body };
  }

  function grant(): string {
    count += 1;
    const token = `fixture-refresh-${count}`;
    refresh.add(token);
    return token;
  }

  return {
    exchange(fields) {
      if (
        isShut ||
        fields['client_id'] !== APP.appId ||
        fields['client_secret'] !== APP.appSecret
      ) {
        return { status: 401, body: { error: 'invalid_client' } };
      }
      if (fields['grant_type'] === 'client_credentials') return issue(false);
      const isGood = refresh.delete(String(fields['refresh_token']));
      if (fields['grant_type'] === 'refresh_token' && isGood) return issue(true);
      return { status: 400, body: { error: 'invalid_grant' } };
    },
    accepts(authorization) {
      const [, token = ''] = /^Bearer (.+)$/.exec(authorization ?? '') ?? [];
      return (access.get(token) ?? 0) > Date.now();
    },
    grantRefresh: grant,
    endTokens: () => access.clear(),
    setLife(seconds) {
      life = seconds;
    },
    setClosed(isClosed) {
      isShut = isClosed;
    },
  };
}

export interface RateMeter {
  setLimit(requestsPerMinute: number): void;
  /** Counts a request, writes double; the seconds to wait when it is one too many. */
  count(isWrite: boolean, now: number): number | null;
  headers(): Record<string, string>;
}

/** One limit for the whole account: 200 a minute on the smallest plan. */
export function createRateMeter(): RateMeter {
  const minute = 60_000;
  let limit = 200;
  let windowStart = 0;
  let used = 0;
  return {
    setLimit(next) {
      limit = next;
      used = 0;
    },
    count(isWrite, now) {
      if (now >= windowStart + minute) {
        windowStart = now;
        used = 0;
      }
      used += isWrite ? 2 : 1;
      return used > limit ? Math.max(1, Math.ceil((windowStart + minute - now) / 1000)) : null;
    },
    headers: () => ({
      'x-ratelimit-limit-minute': String(limit),
      'x-ratelimit-remaining-minute': String(Math.max(0, limit - used)),
    }),
  };
}
