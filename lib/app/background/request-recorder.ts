/** Writes the request log in batches: a first sync makes thousands of requests. */
import { debounce } from '@/lib/core/async';
import { createLog } from '@/lib/core/log';
import type { RequestEntry } from '@/lib/model/request-entry';
import type { RequestLog } from '@/lib/store/request-log';

type Entry = Omit<RequestEntry, 'id'>;

export interface RequestRecorder {
  add(entry: Entry): void;
  /** Writes what waits; resolves when it is stored. */
  flush(): Promise<void>;
}

const FLUSH_MS = 1_000;
const FLUSH_ENTRIES = 50;

const log = createLog('request log');

export function createRequestRecorder(store: Pick<RequestLog, 'appendRequests'>): RequestRecorder {
  let waiting: Entry[] = [];
  const flush = async (): Promise<void> => {
    const entries = waiting;
    waiting = [];
    if (entries.length === 0) return;
    const stored = await store.appendRequests(entries);
    // A log that cannot be written must not keep anybody from reading a ticket.
    if (!stored.ok) log.warn('could not write', stored.fault);
  };
  const soon = debounce(() => void flush(), FLUSH_MS);
  return {
    add(entry) {
      waiting.push(entry);
      if (waiting.length >= FLUSH_ENTRIES) void flush();
      else soon.call();
    },
    async flush() {
      soon.cancel();
      await flush();
    },
  };
}
