/** Rows of sources: how they begin, and what of them others see. */
import type { Source } from '@/lib/model/source';
import type { Settings } from '@/lib/model/source-draft';
import type { SourceRow } from '@/lib/store/rows';

/** What is known of a source before it is read. */
export type NewSource = Pick<Source, 'id' | 'kind' | 'name' | 'addedAt'> & {
  settings?: Settings;
};

/** Counts at the beginning of a pull. */
export const NOTHING_READ = { items: 0, added: 0, changed: 0, removed: 0, skipped: 0, bytes: 0 };

/** What a row is while nothing stands in the way of reading it. */
export const UNTROUBLED = { fault: null, failures: 0, retryAt: null, needs: null } as const;

/** The row of a source that was not there before. A file's items come by hand. */
export function newRow({ id, kind, name, addedAt, settings = {} }: NewSource): SourceRow {
  return {
    id,
    kind,
    name,
    addedAt,
    items: 0,
    settings,
    phase: kind === 'file' ? 'idle' : 'pull',
    cursor: null,
    sweep: null,
    sweepsDue: 0,
    isPaused: false,
    epoch: 0,
    readBy: null,
    ...UNTROUBLED,
    pulledAt: null,
    sweptAt: null,
    reading: NOTHING_READ,
    lastCounts: null,
    skipped: [],
  };
}

/** A row as others see it. */
export function toSource({ id, kind, name, addedAt, syncedAt, items, fault }: SourceRow): Source {
  return {
    id,
    kind,
    name,
    addedAt,
    items,
    ...(syncedAt === undefined ? {} : { syncedAt }),
    ...(fault === null ? {} : { trouble: fault }),
  };
}

/** Changes that make what is under way worthless and begin with everything again. */
export function anew(row: SourceRow): Partial<SourceRow> {
  return {
    ...UNTROUBLED,
    phase: 'pull',
    cursor: null,
    sweep: null,
    // One alone may have met rows that moved between its pages.
    sweepsDue: row.items > 0 ? 2 : 0,
    epoch: row.epoch + 1,
    reading: NOTHING_READ,
  };
}
