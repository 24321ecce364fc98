/** Faults: the failures of normal life as plain data, so they survive messages and storage. */

/** Whether trying again helps: at once, after a wait, or not before something else changes. */
export type Retry = 'now' | 'later' | 'never';

/** What may go wrong. Every kind has its own sentence in the locale files (`fault.<kind>`). */
const DEFAULT_RETRY = {
  offline: 'later',
  timeout: 'now',
  'signed-out': 'never',
  forbidden: 'never',
  'not-found': 'never',
  'rate-limited': 'later',
  conflict: 'now',
  'server-error': 'later',
  'bad-response': 'later',
  'page-changed': 'never',
  'no-ticket': 'never',
  switching: 'later',
  'no-composer': 'never',
  'not-public': 'never',
  'draft-changed': 'now',
  'insert-failed': 'now',
  'already-inserted': 'never',
  gone: 'now',
  'already-linked': 'never',
  'half-linked': 'now',
  'link-changed': 'never',
  'ticket-closed': 'never',
  'clipboard-refused': 'now',
  'storage-full': 'never',
  'storage-broken': 'never',
  'not-ready': 'later',
  cancelled: 'now',
  'forbidden-caller': 'never',
  'bad-message': 'never',
  disconnected: 'now',
  unexpected: 'now',
} as const satisfies Record<string, Retry>;

export type FaultKind = keyof typeof DEFAULT_RETRY;
export const FAULT_KINDS = Object.keys(DEFAULT_RETRY) as FaultKind[];

/**
 * An expected failure. `detail` holds only what is safe to show and log: selector names, status
 * codes, seconds — never customer text, addresses or tokens.
 */
export interface Fault {
  kind: FaultKind;
  retry: Retry;
  detail?: Record<string, string | number>;
}

/** Makes a fault; `retry` follows from the kind. */
export function fault(kind: FaultKind, detail?: Fault['detail']): Fault {
  const retry = DEFAULT_RETRY[kind];
  return detail === undefined ? { kind, retry } : { kind, retry, detail };
}
