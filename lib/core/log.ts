/** The log: for developers only, and never a customer's text. */
import type { Fault } from '@/lib/core/fault';

/** What may stand in a log line: names, numbers and faults, all safe by their own rules. */
type Safe = string | number | boolean | Fault;

export interface Log {
  warn(what: string, ...more: Safe[]): void;
  /** A bug: something threw that must not. Only the error's name and place are written. */
  bug(what: string, error: unknown): void;
}

/** A log whose lines start with the area's name. */
export function createLog(area: string): Log {
  return {
    warn(what, ...more) {
      // oxlint-disable-next-line no-console -- the one place that writes
      console.warn(`[${area}] ${what}`, ...more);
    },
    bug(what, error) {
      // oxlint-disable-next-line no-console -- the one place that writes
      console.error(`[${area}] ${what}`, placeOf(error));
    },
  };
}

/** An error's message may quote what it failed on, so only its name and stack frames are kept. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at |@/.test(line));
  return [error.name, ...frames.slice(0, 8)].join('\n');
}
