/** The outbox to the index; only for use inside a transaction over it and what the ids name. */
import type { TrivetDatabase } from '@/lib/store/database';
import type { OutboxRow } from '@/lib/store/rows';

/** What is read of the outbox at once is bounded by this; a row for each id would cost as much as the items. */
const MOST_IN_ROW = 100;

/** The rows that name these ids. */
export function rowsFor(
  about: OutboxRow['about'],
  ids: readonly string[],
): Omit<OutboxRow, 'number'>[] {
  const rows: Omit<OutboxRow, 'number'>[] = [];
  for (let at = 0; at < ids.length; at += MOST_IN_ROW) {
    rows.push({ about, ids: ids.slice(at, at + MOST_IN_ROW) });
  }
  return rows;
}

/** Notes that the index is behind on these items or precedents, whether they changed or are gone. */
export async function markPending(
  db: TrivetDatabase,
  about: OutboxRow['about'],
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0) await db.outbox.bulkAdd(rowsFor(about, ids));
}
