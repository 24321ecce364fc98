/** Follows what sources do: each second while something is read, now and then while nothing is. */
import { askPatiently, type BackgroundClient } from '@/lib/app/background-client';
import type { Clock } from '@/lib/core/clock';
import type { Result } from '@/lib/core/result';
import type { SourceState } from '@/lib/model/source-state';

const BUSY_POLL_MS = 1_000;
const QUIET_POLL_MS = 10_000;
/** What begins so soon is as good as begun. */
const SOON_MS = 15_000;

interface WatchParts {
  background: BackgroundClient;
  clock: Clock;
  /** False while nobody looks: then nothing is asked. */
  isLookedAt: () => boolean;
  onStates: (states: SourceState[]) => void;
}

export interface SourceWatch {
  /** Asks now and goes on asking. Resolves with an answer asked for after this call. */
  check: () => Promise<Result<SourceState[]>>;
  stop: () => void;
}

export function createSourceWatch({
  background,
  clock,
  isLookedAt,
  onStates,
}: WatchParts): SourceWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  let isBusy = false;
  let isStopped = false;

  function goOn(): void {
    clearTimeout(timer);
    if (isStopped) return;
    timer = setTimeout(
      () => {
        if (isLookedAt()) void check();
        else goOn();
      },
      isBusy ? BUSY_POLL_MS : QUIET_POLL_MS,
    );
  }

  async function check(): Promise<Result<SourceState[]>> {
    const turn = ++latest;
    const states = await askPatiently(() => background.send('source.states', {}));
    if (isStopped || turn !== latest) return states;
    if (states.ok) {
      isBusy = states.value.some((state) => isAtWork(state, clock()));
      onStates(states.value);
    }
    goOn();
    return states;
  }

  return {
    check,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

function isAtWork({ activity, nextAt }: SourceState, now: number): boolean {
  if (activity === 'reading' || activity === 'checking') return true;
  return nextAt !== undefined && Date.parse(nextAt) - now < SOON_MS;
}
