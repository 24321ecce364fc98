import { describe, expect, it } from 'vitest';
import { cadenceOf } from '@/lib/sources/registry';
import { msUntilDue, planSync, type Circumstances } from '@/lib/sync/plan';
import type { SourceProgress } from '@/lib/sync/ports';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.parse('2026-11-22T09:00:00.000Z');
const CADENCE = { pullMs: HOUR, pullActiveMs: MINUTE, sweepMs: 24 * HOUR };

const source = (id: string, change: Partial<SourceProgress> = {}): SourceProgress => ({
  id,
  kind: 'mediawiki',
  settings: {},
  phase: 'idle',
  cursor: 'c',
  sweep: null,
  sweepsDue: 0,
  isPaused: false,
  epoch: 0,
  readBy: '1.0.0',
  fault: null,
  failures: 0,
  retryAt: null,
  pulledAt: NOW,
  sweptAt: NOW,
  needs: null,
  ...change,
});

const at = (now: number, isActive = false): Circumstances => ({
  version: '1.0.0',
  now: () => now,
  isActive: () => isActive,
  cadenceOf: (kind) => (kind === 'mediawiki' ? CADENCE : cadenceOf(kind)),
});

const plan = (sources: SourceProgress[], when = at(NOW)) =>
  planSync(sources, when).map(({ kind, source: { id } }) => `${kind} ${id}`);

describe('planSync', () => {
  it('goes on with what was under way, deletions first', () => {
    expect(
      plan([
        source('swept', { sweep: { cursor: '1' } }),
        source('pulled', { phase: 'pull', cursor: '3' }),
        source('done'),
        source('old', { kind: 'sample', readBy: '0.9.0' }),
        source('gone', { phase: 'purge' }),
      ]),
    ).toEqual(['purge gone', 'pull pulled', 'restart old', 'sweep swept']);
  });

  it('reads by cadence, more often while the agent is at work', () => {
    const one = [source('s')];
    expect(plan(one, at(NOW + HOUR - 1))).toEqual([]);
    expect(plan(one, at(NOW + HOUR))).toEqual(['pull s']);
    expect(plan(one, at(NOW + MINUTE, true))).toEqual(['pull s']);
    expect(msUntilDue(one, at(NOW + 10))).toBe(HOUR - 10);
    expect(msUntilDue(one, at(NOW + 10, true))).toBe(MINUTE - 10);
  });

  it('lets changes go before sweeps, also in the middle of one', () => {
    const due = source('s', { sweptAt: NOW - 24 * HOUR });
    expect(plan([due])).toEqual(['sweep s']);
    expect(plan([{ ...due, pulledAt: NOW - HOUR }])).toEqual(['pull s']);
    expect(plan([source('s', { sweep: { cursor: '1' }, pulledAt: null })])).toEqual(['pull s']);
  });

  it('waits as long as it was told, and for the agent for ever', () => {
    const limited = source('s', { phase: 'pull', retryAt: NOW + MINUTE });
    expect(plan([limited])).toEqual([]);
    expect(msUntilDue([limited], at(NOW))).toBe(MINUTE);
    expect(plan([limited], at(NOW + MINUTE))).toEqual(['pull s']);
    const stopped = [
      source('a', { phase: 'pull', isPaused: true }),
      source('b', { phase: 'pull', needs: 'sign-in' }),
    ];
    expect(plan(stopped)).toEqual([]);
    expect(msUntilDue(stopped, at(NOW))).toBeNull();
  });

  it('does not wait for times that only a wrong clock can have set', () => {
    const future = NOW + 400 * 24 * HOUR;
    expect(plan([source('s', { pulledAt: future })])).toEqual(['pull s']);
    expect(plan([source('s', { sweptAt: future })])).toEqual(['sweep s']);
    expect(plan([source('s', { phase: 'pull', retryAt: future })])).toEqual(['pull s']);
  });

  it('never reads a file again that was imported by hand', () => {
    const file = source('f', { kind: 'file', readBy: null, pulledAt: null, sweptAt: null });
    expect(plan([file])).toEqual([]);
    expect(plan([{ ...file, phase: 'purge' }])).toEqual(['purge f']);
  });

  it('never reads the sample again while it is the same', () => {
    const sample = source('s', { kind: 'sample' });
    expect(plan([sample], at(NOW + 9_000 * HOUR))).toEqual([]);
    expect(msUntilDue([sample], at(NOW))).toBeNull();
  });
});
