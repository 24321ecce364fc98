/** Turns the records of a page into items, one after the other: a page is too much for one turn of the worker. */
import { createBreather } from '@/lib/core/async';
import type { ConnectorPorts } from '@/lib/sources/contract';

/** Milliseconds: nobody notices, and to let others in each time would cost more than the work. */
const LONGEST_TURN_MS = 5;

/** What `map` makes of each record, in order; whoever asks meanwhile is answered first. */
export async function mapEach<Row, T>(
  { giveWay }: Pick<ConnectorPorts, 'giveWay'>,
  rows: readonly Row[],
  map: (row: Row) => Promise<T>,
): Promise<T[]> {
  const breathe = createBreather(LONGEST_TURN_MS, giveWay);
  const mapped: T[] = [];
  for (const row of rows) {
    // oxlint-disable-next-line no-await-in-loop -- in order
    mapped.push(await map(row));
    // oxlint-disable-next-line no-await-in-loop -- between records
    await breathe();
  }
  return mapped;
}
