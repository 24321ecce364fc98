/** Follows how far the index has come: often while it is being built, else when someone looks. */
import type { Attention } from '@/lib/app/attention';
import { askPatiently, type BackgroundClient } from '@/lib/app/background-client';
import type { IndexStatus } from '@/lib/model/source';

const POLL_MS = 500;
/** After a failed question while the index is being built: the background may be starting again. */
const RETRY_MS = 2_000;

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
  let isStopped = false;
  let latest = 0;

  async function check(): Promise<IndexStatus | null> {
    clearTimeout(timer);
    const turn = ++latest;
    const answer = await askPatiently(() => background.send('index.status', {}));
    if (isStopped || turn !== latest) return answer.ok ? answer.value : null;
    if (answer.ok) {
      isIndexing = answer.value.state === 'indexing';
      onStatus(answer.value);
    }
    if (isIndexing) timer = setTimeout(() => void check(), answer.ok ? POLL_MS : RETRY_MS);
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
