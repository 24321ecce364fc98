/** Writing precedents and their index work together; only for use inside a transaction over both tables. */
import { Dexie } from 'dexie';
import { verdictOf, type Precedent } from '@/lib/model/precedent';
import type { Signal } from '@/lib/model/signal';
import type { TrivetDatabase } from '@/lib/store/database';
import { markPending } from '@/lib/store/index-work';
import type { PrecedentRow } from '@/lib/store/rows';

/** How many are kept; the oldest go first. */
export const MOST_PER_ITEM = 50;
export const MOST_IN_ALL = 20_000;

/** Decisions remembered of one pair of ticket and item: far more than anybody takes back. */
const MOST_SIGNALS = 20;

/**
 * Adds the decision that the stored signal `signalId` stands for. The pair's newest decision counts.
 * Nothing happens when the item is gone.
 */
export async function decide(
  db: TrivetDatabase,
  signalId: string,
  precedent: Precedent,
): Promise<void> {
  if ((await db.items.where('id').equals(precedent.itemId).count()) === 0) return;
  const signals = (await db.precedents.get(precedent.id))?.signals ?? [];
  const all = [...signals.filter((id) => id !== signalId), signalId].slice(-MOST_SIGNALS);
  await settle(db, { ...precedent, signals: all });
  await forgetOldest(db, precedent.itemId);
}

/** Takes back the decision of a signal that was removed. */
export async function undecide(db: TrivetDatabase, signalId: string): Promise<void> {
  const row = await db.precedents.where('signals').equals(signalId).first();
  if (row === undefined) return;
  await settle(db, { ...row, signals: row.signals.filter((id) => id !== signalId) });
}

/** Deletes what was decided about these items. */
export async function forgetItems(db: TrivetDatabase, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0 || (await db.precedents.count()) === 0) return;
  const found = await Promise.all(itemIds.map((id) => ofItem(db, id).primaryKeys()));
  await forget(db, found.flat());
}

/** Deletes the precedents with these ids. */
export async function forget(db: TrivetDatabase, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  db.precedentWrites++;
  await db.precedents.bulkDelete(ids);
  await markPending(db, 'precedents', ids);
}

/** Stores the row as its remaining signals decide; without any it goes. */
async function settle(db: TrivetDatabase, row: PrecedentRow): Promise<void> {
  const decided = await db.signals.bulkGet(row.signals);
  const [newest] = decided.filter((signal) => signal !== undefined).toSorted(newestFirst);
  const verdict = newest === undefined ? null : verdictOf(newest.kind);
  if (newest === undefined || verdict === null) return forget(db, [row.id]);
  db.precedentWrites++;
  await db.precedents.put({ ...row, verdict, at: newest.at });
  await markPending(db, 'precedents', [row.id]);
}

/** Ids settle what happened in the same millisecond, so that the order of recording does not. */
function newestFirst(a: Signal, b: Signal): number {
  return b.at.localeCompare(a.at) || b.id.localeCompare(a.id);
}

async function forgetOldest(db: TrivetDatabase, itemId: string): Promise<void> {
  const ofOne = await ofItem(db, itemId).primaryKeys();
  await forget(db, ofOne.slice(0, -MOST_PER_ITEM));
  const excess = (await db.precedents.count()) - MOST_IN_ALL;
  if (excess > 0) await forget(db, await db.precedents.orderBy('at').limit(excess).primaryKeys());
}

/** Oldest first. */
function ofItem(db: TrivetDatabase, itemId: string) {
  return db.precedents.where('[itemId+at]').between([itemId, Dexie.minKey], [itemId, Dexie.maxKey]);
}
