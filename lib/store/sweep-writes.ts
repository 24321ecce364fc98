/**
 * Sweeps, stored step by step: what they named, what they missed, what they named and we lack. Only
 * for use inside `writeSources`.
 *
 * An item goes when two whole sweeps in a row did not name it and no pull brought it in between: one
 * alone may have met rows that moved between its pages. What a sweep names and we lack (shown again
 * after it was hidden, restored with its old date) is read by a pull of everything, but only when
 * the pull of changes that follows the sweep did not bring it, and once: it may be nothing that we
 * can use.
 */
import type { TrivetDatabase } from '@/lib/store/database';
import { itemsOf } from '@/lib/store/item-repository';
import { deleteItems, existingIds } from '@/lib/store/item-writes';
import type { SweepRow } from '@/lib/store/rows';

/** Steps below 0 hold what sweeps left behind. */
const MISSED = -1;
/** Named, not ours, and the next pull may bring them. */
const AWAITED = -2;
/** Named, not ours, and a pull of everything did not bring them. */
const UNUSABLE = -3;
/** Then they are asked for once more: they may have been hidden in the wrong moment. */
const UNUSABLE_FOR_MS = 30 * 24 * 3_600_000;

/** Stores ids that a sweep under way named, or a pull beside it brought. */
export async function putSeen(
  db: TrivetDatabase,
  sourceId: string,
  step: number,
  ids: string[],
): Promise<void> {
  await db.sweeps.put({ sourceId, step, ids });
}

/** What a pull brought is not missing, whatever an earlier sweep said. */
export async function forgetMissed(
  db: TrivetDatabase,
  sourceId: string,
  ids: readonly string[],
): Promise<void> {
  const missed = ids.length === 0 ? [] : await readIds(db, sourceId, MISSED);
  if (missed.length === 0) return;
  const found = new Set(ids);
  const left = missed.filter((id) => !found.has(id));
  if (left.length < missed.length) await writeIds(db, { sourceId, step: MISSED, ids: left });
}

/**
 * The end of a sweep. Returns how many items it deleted, and whether a pull is wanted for what it
 * named and we lack.
 */
export async function settleSweep(
  db: TrivetDatabase,
  sourceId: string,
  now: number,
): Promise<{ removed: number; isPullWanted: boolean }> {
  const seen = await takeSeen(db, sourceId);
  const ours = await itemsOf(db, sourceId).primaryKeys();
  const missing = ours.filter((id) => !seen.has(id));
  const missedBefore = new Set(await readIds(db, sourceId, MISSED));
  const removed = await deleteItems(
    db,
    missing.filter((id) => missedBefore.has(id)),
  );
  const missed = missing.filter((id) => !missedBefore.has(id));
  await writeIds(db, { sourceId, step: MISSED, ids: missed });
  for (const id of ours) seen.delete(id);
  return { removed, isPullWanted: await awaitStrangers(db, sourceId, [...seen], now) };
}

/** The end of a pull: true when it did not bring all that the last sweep named. */
export async function lacksAwaited(
  db: TrivetDatabase,
  sourceId: string,
  now: number,
): Promise<boolean> {
  const awaited = await readIds(db, sourceId, AWAITED);
  if (awaited.length === 0) return false;
  const there = new Set(await existingIds(db, awaited));
  const lacking = awaited.filter((id) => !there.has(id));
  await writeIds(db, { sourceId, step: AWAITED, ids: [] });
  const before = await db.sweeps.get([sourceId, UNUSABLE]);
  const ids = [...(before?.ids ?? []), ...lacking];
  await writeIds(db, { sourceId, step: UNUSABLE, ids, since: before?.since ?? now });
  return lacking.length > 0;
}

/** All that the sweep named; its steps are forgotten. */
async function takeSeen(db: TrivetDatabase, sourceId: string): Promise<Set<string>> {
  const steps = db.sweeps.where('[sourceId+step]').between([sourceId, 0], [sourceId, Infinity]);
  const seen = new Set((await steps.toArray()).flatMap(({ ids }) => ids));
  await steps.delete();
  return seen;
}

/** Notes ids that are named and not ours; true when some may still be brought. */
async function awaitStrangers(
  db: TrivetDatabase,
  sourceId: string,
  strangers: string[],
  now: number,
): Promise<boolean> {
  const { ids = [], since = now } = (await db.sweeps.get([sourceId, UNUSABLE])) ?? {};
  const unusable = new Set(Math.abs(now - since) > UNUSABLE_FOR_MS ? [] : ids);
  const awaited = strangers.filter((id) => !unusable.has(id));
  const left = strangers.filter((id) => unusable.has(id));
  await writeIds(db, { sourceId, step: AWAITED, ids: awaited });
  await writeIds(db, { sourceId, step: UNUSABLE, ids: left, since });
  return awaited.length > 0;
}

async function readIds(db: TrivetDatabase, sourceId: string, step: number): Promise<string[]> {
  return (await db.sweeps.get([sourceId, step]))?.ids ?? [];
}

async function writeIds(db: TrivetDatabase, row: SweepRow): Promise<void> {
  if (row.ids.length === 0) await db.sweeps.delete([row.sourceId, row.step]);
  else await db.sweeps.put(row);
}
