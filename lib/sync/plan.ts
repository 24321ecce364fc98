/** What there is to do and when, decided from what is stored alone: so any restart comes to the same plan. */
import type { Clock } from '@/lib/core/clock';
import type { SourceKind } from '@/lib/model/source';
import type { Cadence } from '@/lib/sources/contract';
import type { SourceProgress } from '@/lib/sync/ports';

export interface SyncTask {
  kind: 'purge' | 'pull' | 'restart' | 'sweep';
  source: SourceProgress;
}

/** What the plan depends on beside what is stored. */
export interface Circumstances {
  /** This extension's version: the sample comes with it, so another one may hold another sample. */
  version: string;
  now: Clock;
  /** True while the agent has a helpdesk in front. */
  isActive(): boolean;
  /** Null for kinds that are filled by hand. */
  cadenceOf(kind: SourceKind): Cadence | null;
}

/** A task and when it is due, in milliseconds since 1970; 0 is at once. */
interface Due {
  task: SyncTask;
  at: number;
}

/** Deletions first: they make room, and nobody waits for what was removed. */
const ORDER: SyncTask['kind'][] = ['purge', 'pull', 'restart', 'sweep'];
/** No wait is longer; one that seems to be comes from a clock that was wrong. */
const LONGEST_WAIT_MS = 25 * 3_600_000;

/** The tasks that are due now, at most one for each source. */
export function planSync(
  sources: readonly SourceProgress[],
  circumstances: Circumstances,
): SyncTask[] {
  const now = circumstances.now();
  return sources
    .flatMap((source) => dueOf(source, circumstances) ?? [])
    .filter(({ at }) => at <= now)
    .map(({ task }) => task)
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** When the source is read next, in milliseconds since 1970; null when only the agent can set it going. */
export function nextTime(source: SourceProgress, circumstances: Circumstances): number | null {
  const at = dueOf(source, circumstances)?.at ?? Infinity;
  return at === Infinity ? null : at;
}

/** Milliseconds until something is due; null when nothing ever is by itself. */
export function msUntilDue(
  sources: readonly SourceProgress[],
  circumstances: Circumstances,
): number | null {
  const times = sources.flatMap((source) => nextTime(source, circumstances) ?? []);
  return times.length === 0 ? null : Math.max(0, Math.min(...times) - circumstances.now());
}

function dueOf(source: SourceProgress, circumstances: Circumstances): Due | null {
  if (source.phase === 'purge') return { task: { kind: 'purge', source }, at: 0 };
  const cadence = circumstances.cadenceOf(source.kind);
  if (cadence === null || source.isPaused || source.needs !== null) return null;
  const now = circumstances.now();
  const { retryAt } = source;
  const notBefore = retryAt === null || retryAt - now > LONGEST_WAIT_MS ? 0 : retryAt;
  const due = nextReading(source, cadence, circumstances);
  return { ...due, at: Math.max(due.at, notBefore) };
}

/** A pull goes first: sweeps are long, and it is changes that agents wait for. */
function nextReading(source: SourceProgress, cadence: Cadence, when: Circumstances): Due {
  if (source.phase === 'pull') return { task: { kind: 'pull', source }, at: 0 };
  if (source.kind === 'sample' && source.readBy !== when.version) {
    return { task: { kind: 'restart', source }, at: 0 };
  }
  const now = when.now();
  const gap = when.isActive() ? cadence.pullActiveMs : cadence.pullMs;
  const pullAt = after(source.pulledAt, gap, now);
  const isSweepLeft = source.sweep !== null || source.sweepsDue > 0;
  const sweepAt = isSweepLeft ? 0 : after(source.sweptAt, cadence.sweepMs, now);
  const isPullNext = pullAt <= now || pullAt <= sweepAt;
  return isPullNext
    ? { task: { kind: 'pull', source }, at: pullAt }
    : { task: { kind: 'sweep', source }, at: sweepAt };
}

/** An end that lies in the future comes from a clock that was wrong: then it is due. */
function after(end: number | null, gap: number, now: number): number {
  return end === null || end > now ? 0 : end + gap;
}
