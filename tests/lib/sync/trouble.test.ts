import { describe, expect, it } from 'vitest';
import { fault } from '@/lib/core/fault';
import { NO_PERMISSION, NO_TAB, troubleOf } from '@/lib/sync/trouble';

const NOW = Date.parse('2026-11-22T09:00:00.000Z');
const waits = (cause: ReturnType<typeof fault>, failures = 0, random = 0) => {
  const { retryAt } = troubleOf(cause, failures, NOW, random);
  return retryAt === null ? null : (retryAt - NOW) / 1000;
};

describe('troubleOf', () => {
  it.each([
    ['signed-out', undefined, 'sign-in'],
    ['forbidden', { why: NO_PERMISSION }, 'permission'],
    ['not-ready', { why: NO_TAB }, 'helpdesk-tab'],
  ] as const)('waits for the agent after %s %j', (kind, detail, needs) => {
    expect(troubleOf(fault(kind, detail), 3, NOW, 0)).toEqual({
      fault: fault(kind, detail),
      needs,
      retryAt: null,
    });
  });

  it('waits as long as the server asked, and never less than an alarm takes', () => {
    expect(waits(fault('rate-limited', { seconds: 600 }))).toBe(600);
    expect(waits(fault('rate-limited', { seconds: 1 }))).toBe(30);
    expect(waits(fault('rate-limited', { seconds: 600 }), 9, 0.99)).toBeLessThan(661);
  });

  it('waits longer after each failure, up to an hour', () => {
    const offline = fault('offline');
    expect([0, 1, 2, 20].map((failures) => waits(offline, failures))).toEqual([30, 60, 120, 3_600]);
    expect(waits(offline, 0, 0.999)).toBeGreaterThan(44);
    expect(waits(fault('storage-full'))).toBe(30);
  });

  it('asks a place seldom that refuses', () => {
    expect(waits(fault('forbidden'))).toBe(3_600);
    expect(waits(fault('not-found'), 99)).toBe(24 * 3_600);
  });
});
