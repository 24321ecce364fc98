/** The way out to a stand-in: no waits and no retries, and any request can be made to fail. */
import { fault } from '@/lib/core/fault';
import type { FaultKind } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import type { SourceHttp, SourceRequest, SourceResponse } from '@/lib/sources/contract';
import type { Place, PlaceAnswer, PlaceClock, PlaceRequest } from '@/tests/support/sources/place';

/** A way for one request to fail, and the fault that must come of it. */
export interface Mishap {
  name: string;
  kind: FaultKind;
  /** What arrives instead of the answer; null: nothing, ever. */
  spoil(answer: PlaceAnswer): PlaceAnswer | null;
}

function statusMishap(status: number, kind: FaultKind): Mishap {
  return { name: String(status), kind, spoil: () => ({ status, body: '{"error":"No"}' }) };
}

export const MISHAPS: readonly Mishap[] = [
  statusMishap(401, 'signed-out'),
  statusMishap(403, 'forbidden'),
  statusMishap(404, 'not-found'),
  statusMishap(410, 'not-found'),
  statusMishap(429, 'rate-limited'),
  statusMishap(500, 'server-error'),
  { name: 'timeout', kind: 'timeout', spoil: () => null },
  {
    name: 'truncated body',
    kind: 'bad-response',
    spoil: (answer) => ({ ...answer, body: answer.body.slice(0, answer.body.length / 2) }),
  },
  {
    name: '200 with an error',
    kind: 'bad-response',
    spoil: () => ({ status: 200, body: '{"error":"unavailable","errors":[{"message":"No"}]}' }),
  },
  {
    name: '200 with a sign-in page',
    kind: 'bad-response',
    spoil: () => ({
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><title>Sign in</title><form></form>',
    }),
  },
];

export class PlaceHttp implements SourceHttp {
  /** Everything asked for so far. */
  readonly log: SourceRequest[] = [];
  /** Called before the request with this number, from 0, is answered. */
  beforeRequest: (at: number) => void = () => {};
  /** The request with this number, from 0, meets the mishap. */
  mishap: { at: number; mishap: Mishap } | null = null;
  /** Rows whose own record a mishap kept back. */
  readonly refusedRows = new Set<number>();

  readonly #place: Place;
  readonly #clock: PlaceClock;

  constructor(place: Place, clock: PlaceClock) {
    this.#place = place;
    this.#clock = clock;
  }

  // oxlint-disable-next-line require-await -- the contract's shape
  async send(request: SourceRequest, signal: AbortSignal) {
    if (signal.aborted) return fail(fault('cancelled'));
    const at = this.log.length;
    this.log.push(request);
    this.beforeRequest(at);
    const arrived = arrive(request);
    const answer = this.#place.answer(arrived);
    const spoilt = this.mishap?.at === at ? this.mishap.mishap.spoil(answer) : answer;
    if (this.mishap?.at === at) this.#noteRow(arrived);
    if (spoilt === null) return fail(fault('timeout'));
    return this.#judge(request, spoilt);
  }

  #noteRow(request: PlaceRequest): void {
    const row = this.#place.rowAskedFor?.(request) ?? null;
    const isRefusal = ['403', '404', '410'].includes(this.mishap?.mishap.name ?? '');
    if (row !== null && isRefusal) this.refusedRows.add(row);
  }

  #judge(request: SourceRequest, answer: PlaceAnswer) {
    const { status } = answer;
    const isFine = (status >= 200 && status < 300) || (request.expect ?? []).includes(status);
    if (!isFine) return fail(faultOf(answer));
    const response: SourceResponse = {
      status,
      headers: new Headers(answer.headers),
      url: request.url,
      text: answer.body,
      servedAt: new Date(this.#clock.now()).toISOString(),
    };
    return ok(response);
  }
}

function arrive(request: SourceRequest): PlaceRequest {
  return {
    method: request.method ?? 'GET',
    url: new URL(request.url),
    headers: new Headers(request.headers),
    body: request.body ?? '',
  };
}

function faultOf({ status, headers = {} }: PlaceAnswer) {
  if (status === 401) return fault('signed-out', { status });
  if (status === 403) return fault('forbidden', { status });
  if (status === 404 || status === 410) return fault('not-found', { status });
  if (status === 429) {
    return fault('rate-limited', { status, seconds: Number(headers['retry-after'] ?? 60) });
  }
  return fault(status >= 500 ? 'server-error' : 'bad-response', { status });
}
