/** Faults: the failures of normal life as plain data, so they survive messages and storage. */

/** What went wrong. Every kind has its own sentence in the locale files (`fault.<kind>`). */
export const FAULT_KINDS = [
  'offline',
  'timeout',
  'signed-out',
  'forbidden',
  'not-found',
  'rate-limited',
  'conflict',
  'server-error',
  'bad-response',
  'page-changed',
  'no-ticket',
  'switching',
  'no-composer',
  'not-public',
  'draft-changed',
  'insert-failed',
  'already-inserted',
  'already-linked',
  'half-linked',
  'link-changed',
  'ticket-closed',
  'clipboard-refused',
  'storage-full',
  'storage-broken',
  'not-ready',
  'cancelled',
  'forbidden-caller',
  'bad-message',
  'disconnected',
  'unexpected',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** Whether trying again helps: at once, after a wait, or not before something else changes. */
export type Retry = 'now' | 'later' | 'never';

/**
 * An expected failure. `detail` holds only what is safe to show and log: selector names, status
 * codes, seconds — never customer text, addresses or tokens.
 */
export interface Fault {
  kind: FaultKind;
  retry: Retry;
  detail?: Record<string, string | number>;
}

const DEFAULT_RETRY: Record<FaultKind, Retry> = {
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
};

/** Makes a fault; `retry` follows from the kind. */
export function fault(kind: FaultKind, detail?: Fault['detail']): Fault {
  const retry = DEFAULT_RETRY[kind];
  return detail === undefined ? { kind, retry } : { kind, retry, detail };
}
