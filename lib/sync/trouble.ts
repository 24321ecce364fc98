/** What a fault means for a source: when to try again, or what only the agent can do. */
import { backoff } from '@/lib/core/async';
import { fault, type Fault } from '@/lib/core/fault';
import type { Trouble } from '@/lib/sync/ports';

/** Browsers ring no alarm sooner. */
const FIRST_RETRY_MS = 30_000;
const LAST_RETRY_MS = 3_600_000;
/** A place that refuses is asked seldom: somebody has to change something there. */
const FIRST_REFUSED_MS = 3_600_000;
const LAST_REFUSED_MS = 24 * 3_600_000;

/** `why` of a `forbidden` that only the agent's permission for the host ends. */
export const NO_PERMISSION = 'no permission';
/** `why` of a `not-ready` that an open helpdesk tab ends. */
export const NO_TAB = 'no tab';

/** `failures`: how often in a row it failed before; `random` from 0 up to 1. */
export function troubleOf(cause: Fault, failures: number, now: number, random: number): Trouble {
  const needs = needOf(cause);
  const { kind, detail } = cause;
  if (needs !== null) return { fault: fault(kind, detail), needs, retryAt: null };
  return { fault: fault(kind, detail), needs, retryAt: now + waitAfter(cause, failures, random) };
}

/** Trying a refused password again and again locks accounts: so it is asked for once. */
function needOf({ kind, detail }: Fault): Trouble['needs'] {
  if (kind === 'signed-out') return 'sign-in';
  if (kind === 'forbidden' && detail?.['why'] === NO_PERMISSION) return 'permission';
  return kind === 'not-ready' && detail?.['why'] === NO_TAB ? 'helpdesk-tab' : null;
}

/** With up to half as much again, so that a team's browsers do not all come back in one moment. */
function waitAfter({ kind, retry, detail }: Fault, failures: number, random: number): number {
  const jitter = 1 + random / 2;
  if (kind === 'rate-limited') {
    const asked = Number(detail?.['seconds'] ?? 0) * 1000;
    return Math.max(asked, FIRST_RETRY_MS) * (1 + random / 10);
  }
  const isRefused = retry === 'never' && kind !== 'storage-full' && kind !== 'storage-broken';
  return isRefused
    ? backoff(failures, FIRST_REFUSED_MS, LAST_REFUSED_MS)
    : backoff(failures, FIRST_RETRY_MS, LAST_RETRY_MS) * jitter;
}
