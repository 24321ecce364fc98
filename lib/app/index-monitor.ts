/** Follows how far the index has come: often while it is being built, else when someone looks. */
import type { Attention } from '@/lib/app/attention';
import { askPatiently, type BackgroundClient } from '@/lib/app/background-client';
import type { IndexStatus } from '@/lib/model/source';

const POLL_MS = 500;
/** After a failed question while the index is being built: the background may be starting again. */
const RETRY_MS = 2_000;
/** Right after the extension was installed, nothing is there yet and soon will be. */
const EMPTY_POLLS = 15;

interface MonitorParts {
  background: BackgroundClient;
  attention: Attention;
  onStatus: (status: IndexStatus) => void;
}

export interface IndexMonitor {
  /** Asks now, and goes on asking while indexing runs. Resolves with an answer asked for after this call. */
  check: () => Promise<IndexStatus | null>;
  stop: () => void;
}

export function createIndexMonitor({
  background,
  attention,
  onStatus,
}: MonitorParts): IndexMonitor {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isIndexing = false;
  let emptyPolls = 0;
  let isStopped = false;
  let latest = 0;

  async function check(): Promise<IndexStatus | null> {
    clearTimeout(timer);
    const turn = ++latest;
    const answer = await askPatiently(() => background.send('index.status', {}));
    if (isStopped || turn !== latest) return answer.ok ? answer.value : null;
    if (answer.ok) {
      isIndexing = answer.value.state === 'indexing';
      emptyPolls = answer.value.state === 'empty' ? emptyPolls + 1 : 0;
      onStatus(answer.value);
    }
    const isAwaited = emptyPolls > 0 && emptyPolls < EMPTY_POLLS;
    if (isIndexing || isAwaited) {
      timer = setTimeout(() => void check(), isIndexing && answer.ok ? POLL_MS : RETRY_MS);
    }
    return answer.ok ? answer.value : null;
  }

  const stopListening = attention.onReturn(() => void check());
  return {
    check,
    stop() {
      isStopped = true;
      clearTimeout(timer);
      stopListening();
    },
  };
}
