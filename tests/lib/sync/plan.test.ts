import { describe, expect, it } from 'vitest';
import { planSync } from '@/lib/sync/plan';
import type { SourceProgress } from '@/lib/sync/ports';

const source = (id: string, change: Partial<SourceProgress> = {}): SourceProgress => ({
  id,
  kind: 'sample',
  phase: 'idle',
  cursor: null,
  readBy: '1.0.0',
  ...change,
});

const plan = (sources: SourceProgress[]) =>
  planSync(sources, '1.0.0').map(({ kind, source: { id } }) => `${kind} ${id}`);

describe('planSync', () => {
  it('goes on with what was under way, deletions first', () => {
    expect(
      plan([
        source('pulled', { phase: 'pull', cursor: '3' }),
        source('swept', { phase: 'sweep' }),
        source('done'),
        source('old', { readBy: '0.9.0' }),
        source('gone', { phase: 'purge' }),
      ]),
    ).toEqual(['purge gone', 'sweep swept', 'pull pulled', 'restart old']);
  });

  it('never reads a file again that was imported by hand', () => {
    expect(plan([source('f', { kind: 'file', readBy: null })])).toEqual([]);
    expect(plan([source('f', { kind: 'file', phase: 'purge' })])).toEqual(['purge f']);
  });
});
