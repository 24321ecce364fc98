/** Result: what a function returns when failing is part of normal life. */
import type { Fault } from '@/lib/core/fault';

export type Result<T, F = Fault> = { ok: true; value: T } | { ok: false; fault: F };

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function fail<F = Fault>(fault: F): { ok: false; fault: F } {
  return { ok: false, fault };
}
