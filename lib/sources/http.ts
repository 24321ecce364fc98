/** The way out to sources: polite, bounded, within the origins that were allowed, and logged. */
import { backoff } from '@/lib/core/async';
import type { Clock } from '@/lib/core/clock';
import { fault, type Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { RequestEntry } from '@/lib/model/request-entry';
import type { SourceHttp, SourceRequest, SourceResponse } from '@/lib/sources/contract';
import { FetchRefusal, readAnswer } from '@/lib/sources/http-answer';
import { fetchWithin, type Fetch, type RedirectRules } from '@/lib/sources/http-redirect';

export interface HttpPorts {
  fetch: Fetch;
  now: Clock;
  /** Rejects when the signal aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Runs the work while nobody else works under this name; rejects when the signal aborts before. */
  exclusively<T>(name: string, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  /** From 0 up to 1. */
  random(): number;
  isOnline(): boolean;
  log(entry: Omit<RequestEntry, 'id'>): void;
}

/** For whom requests are made. */
export interface HttpScope {
  /** Empty for questions about a place that is no source yet. */
  sourceId: string;
  /** As `https://host`; every other origin is refused. */
  origins: readonly string[];
  /** Sends through an open tab instead. */
  tab?: Fetch;
}

/** Also tells how many bytes came in since it was asked last. */
export interface CountedHttp extends SourceHttp {
  takeBytes(): number;
}

/** Longer waits come back as a fault, so that an alarm goes on and nothing is kept awake. */
const LONGEST_SLEEP_MS = 20_000;
const ATTEMPT_LIMIT_MS = 45_000;
const ATTEMPTS = 4;
const FIRST_BACKOFF_MS = 1_000;

/** What is known of a host, for all sources there. Milliseconds since 1970. */
interface Host {
  quietUntil: number;
  lastStart: number;
}

/** Makes ways out that share what they know of hosts. */
export function createSourceHttp(ports: HttpPorts): (scope: HttpScope) => CountedHttp {
  const hosts = new Map<string, Host>();
  return (scope) => {
    let bytes = 0;
    const way = new WayOut(ports, scope, hosts, (count) => {
      bytes += count;
    });
    return {
      send: (request, signal) => way.send(request, signal),
      takeBytes() {
        const taken = bytes;
        bytes = 0;
        return taken;
      },
    };
  };
}

class WayOut {
  readonly #ports: HttpPorts;
  readonly #scope: HttpScope;
  readonly #hosts: Map<string, Host>;
  readonly #count: (bytes: number) => void;

  constructor(
    ports: HttpPorts,
    scope: HttpScope,
    hosts: Map<string, Host>,
    count: (bytes: number) => void,
  ) {
    this.#ports = ports;
    this.#scope = scope;
    this.#hosts = hosts;
    this.#count = count;
  }

  async send(request: SourceRequest, signal: AbortSignal): Promise<Result<SourceResponse>> {
    if (!URL.canParse(request.url)) return fail(fault('bad-response', { why: 'no address' }));
    const url = new URL(request.url);
    if (!this.#isAllowed(url.origin)) return fail(fault('forbidden', { why: 'not allowed' }));
    try {
      return await this.#ports.exclusively(url.host, signal, () =>
        this.#sendInTurn(request, url, signal),
      );
    } catch (error) {
      if (signal.aborted) return fail(fault('cancelled'));
      throw error;
    }
  }

  /** Retries only what may be repeated, and only what may help. */
  async #sendInTurn(
    request: SourceRequest,
    url: URL,
    signal: AbortSignal,
  ): Promise<Result<SourceResponse>> {
    const host = this.#hostOf(url.host);
    for (let attempt = 1; ; attempt += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one request at a time is the point
      const ready = await this.#waitForTurn(host, request.minGapMs ?? 0, signal);
      if (!ready.ok) return ready;
      // oxlint-disable-next-line no-await-in-loop
      const answer = await this.#attempt(request, url, signal);
      if (answer.ok) return answer;
      const wait = this.#waitAfter(answer.fault, attempt);
      if (wait === null) return answer;
      host.quietUntil = Math.max(host.quietUntil, this.#ports.now() + wait);
      const isLast = attempt >= ATTEMPTS || (request.method ?? 'GET') !== 'GET';
      if (isLast || wait > LONGEST_SLEEP_MS) return answer;
    }
  }

  #hostOf(name: string): Host {
    const host = this.#hosts.get(name) ?? { quietUntil: 0, lastStart: 0 };
    this.#hosts.set(name, host);
    return host;
  }

  async #waitForTurn(host: Host, gap: number, signal: AbortSignal): Promise<Result<null>> {
    const now = this.#ports.now();
    // A clock that was put back must not keep a host quiet for hours.
    if (host.lastStart > now) Object.assign(host, { lastStart: 0, quietUntil: 0 });
    const wait = Math.max(host.quietUntil, host.lastStart + gap) - now;
    if (wait > LONGEST_SLEEP_MS) {
      return fail(fault('rate-limited', { seconds: Math.ceil(wait / 1000) }));
    }
    if (wait > 0) await this.#ports.sleep(wait, signal);
    host.lastStart = this.#ports.now();
    return ok(null);
  }

  /** Milliseconds to wait before trying again; null when trying again does not help. */
  #waitAfter({ kind, detail }: Fault, attempt: number): number | null {
    switch (kind) {
      case 'rate-limited':
        return Number(detail?.['seconds'] ?? 0) * 1000;
      case 'offline':
        // Connected, and yet it cannot be reached: it may be there in a second.
        return this.#ports.isOnline() ? this.#jittered(attempt) : null;
      case 'timeout':
      case 'server-error':
        return this.#jittered(attempt);
      default:
        return null;
    }
  }

  /** Full jitter, so that a team's browsers do not come back together. */
  #jittered(attempt: number): number {
    return Math.round(this.#ports.random() * backoff(attempt, FIRST_BACKOFF_MS, LONGEST_SLEEP_MS));
  }

  async #attempt(
    request: SourceRequest,
    url: URL,
    signal: AbortSignal,
  ): Promise<Result<SourceResponse>> {
    const started = this.#ports.now();
    const seen: Seen = { status: null, bytes: 0, url };
    const note = (at: URL, came: Came): void => this.#log(request, at, started, came);
    const answer = await this.#exchange(request, signal, seen, (hop, status) => {
      note(new URL(hop), { status, fault: null, bytes: 0 });
    });
    this.#count(seen.bytes);
    note(seen.url, { ...seen, fault: answer.ok ? null : answer.fault.kind });
    return answer;
  }

  #log({ method, why }: SourceRequest, at: URL, started: number, came: Came): void {
    this.#ports.log({
      at: new Date(started).toISOString(),
      sourceId: this.#scope.sourceId,
      method: method ?? 'GET',
      host: at.host,
      path: at.pathname,
      why,
      via: this.#scope.tab === undefined ? 'direct' : 'tab',
      status: came.status,
      fault: came.fault,
      bytes: came.bytes,
      ms: Math.max(0, this.#ports.now() - started),
    });
  }

  async #exchange(
    request: SourceRequest,
    signal: AbortSignal,
    seen: Seen,
    noteHop: RedirectRules['noteHop'],
  ): Promise<Result<SourceResponse>> {
    const { tab } = this.#scope;
    if (tab === undefined && !this.#ports.isOnline()) return fail(fault('offline'));
    const limit = AbortSignal.timeout(ATTEMPT_LIMIT_MS);
    try {
      const init = toInit(request, AbortSignal.any([signal, limit]));
      const fetch = tab ?? this.#ports.fetch;
      const isAllowed = (to: string): boolean => this.#isAllowed(to);
      const sent = await fetchWithin(fetch, request.url, init, { isAllowed, noteHop });
      if (!sent.ok) return sent;
      const { response, url } = sent.value;
      seen.status = response.status;
      seen.url = new URL(url);
      const answer = await readAnswer(request, response, this.#ports.now());
      if (!answer.ok) return answer;
      seen.bytes = answer.value.bytes;
      return ok({ ...answer.value.answer, url });
    } catch (error) {
      if (signal.aborted) return fail(fault('cancelled'));
      if (error instanceof FetchRefusal) return fail(error.fault);
      if (limit.aborted) return fail(fault('timeout'));
      // Once there was a status, the answer was cut off.
      if (seen.status !== null) return fail(fault('server-error', { why: 'cut off' }));
      return fail(fault('offline'));
    }
  }

  #isAllowed(origin: string): boolean {
    return this.#scope.origins.includes(origin);
  }
}

/** What came of an attempt so far, for the log. */
interface Seen extends Pick<Came, 'status' | 'bytes'> {
  /** Where it ended. */
  url: URL;
}

type Came = Pick<RequestEntry, 'status' | 'fault' | 'bytes'>;

function toInit({ method = 'GET', headers, body }: SourceRequest, signal: AbortSignal) {
  return {
    method,
    signal,
    headers: headers ?? {},
    ...(body === undefined ? {} : { body }),
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  } satisfies RequestInit;
}
