/** What the process that measures one engine is told, and what it tells. */
import type { Measured, SpeedLimits } from '@/tests/bench/speed-measure';

/** Ours among the engines. */
export const OURS = 'trivet';

/** What a process is to do: measure everything, build and save, or load and answer once. */
export type Task =
  | { kind: 'speed'; limits: SpeedLimits }
  | { kind: 'save'; into: string }
  | { kind: 'first'; from: string; form: string; question: number };

export interface Job {
  task: Task;
  engine: string;
  workspace: string;
  scratch: string;
}

export type FromChild =
  | { type: 'measured'; figure: Measured }
  | { type: 'at'; phase: string }
  | { type: 'said'; sentence: string }
  | { type: 'failed'; why: string }
  | { type: 'done' };
