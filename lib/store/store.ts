/** All repositories over one database, as the rest of the extension uses them. */
import type { TrivetDatabase } from '@/lib/store/database';
import { createItemRepository, type ItemRepository } from '@/lib/store/item-repository';
import { createPendingRepository, type PendingRepository } from '@/lib/store/pending-repository';
import {
  createPrecedentRepository,
  type PrecedentRepository,
} from '@/lib/store/precedent-repository';
import { createReadingRepository, type ReadingRepository } from '@/lib/store/reading-repository';
import { createRequestLog, type RequestLog } from '@/lib/store/request-log';
import { createSegmentFiles, type SegmentFiles } from '@/lib/store/segment-files';
import { createSignalRepository, type SignalRepository } from '@/lib/store/signal-repository';
import { createSourceRepository, type SourceRepository } from '@/lib/store/source-repository';

export type Store = ItemRepository &
  PendingRepository &
  PrecedentRepository &
  ReadingRepository &
  RequestLog &
  SegmentFiles &
  SignalRepository &
  SourceRepository;

export function createStore(db: TrivetDatabase): Store {
  return {
    ...createItemRepository(db),
    ...createPendingRepository(db),
    ...createPrecedentRepository(db),
    ...createReadingRepository(db),
    ...createRequestLog(db),
    ...createSegmentFiles(db),
    ...createSignalRepository(db),
    ...createSourceRepository(db),
  };
}
