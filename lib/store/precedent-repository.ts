/** Precedents: what agents decided on earlier tickets, and what that adds up to. */
import { Dexie } from 'dexie';
import type { Clock } from '@/lib/core/clock';
import { ok, type Result } from '@/lib/core/result';
import { pairOf, type Experience } from '@/lib/model/precedent';
import type { TrivetDatabase } from '@/lib/store/database';
import { guarded } from '@/lib/store/guard';
import { forget } from '@/lib/store/precedent-writes';

export interface PrecedentRepository {
  /** Read once, then kept in memory until something is decided; `now` for how old decisions are. */
  readExperience(now: Clock): Promise<Result<Experience>>;
  countPrecedents(): Promise<Result<number>>;
  /** Deletes all of them; the index follows. */
  forgetPrecedents(): Promise<Result<null>>;
}

const YEAR_MS = 365 * 24 * 3_600_000;
/** Older ones count as much as these. */
const YEARS = 5;

export function createPrecedentRepository(db: TrivetDatabase): PrecedentRepository {
  let kept: { writes: number; experience: Experience } | null = null;
  return {
    async readExperience(now) {
      if (kept !== null && kept.writes === db.precedentWrites) return ok(kept.experience);
      const writes = db.precedentWrites;
      const read = await guarded(() => readExperience(db, now()));
      // What was read while something was being decided may be the old state.
      if (read.ok && writes === db.precedentWrites) kept = { writes, experience: read.value };
      return read;
    },
    countPrecedents: () => guarded(() => db.precedents.count()),
    forgetPrecedents: () =>
      guarded(() =>
        db.transaction('rw', db.precedents, db.outbox, async () => {
          await forget(db, await db.precedents.toCollection().primaryKeys());
          return null;
        }),
      ),
  };
}

/** From the ids alone, a request a year: reading thousands of rows would take longer than an answer may. */
function readExperience(db: TrivetDatabase, now: number): PromiseLike<Experience> {
  return db.transaction('r', db.precedents, async () => {
    const timesUsed = new Map<string, number>();
    const tickets = new Set<string>();
    for (let year = 0; year < YEARS; year++) {
      const from = year + 1 === YEARS ? '' : yearsBefore(now, year + 1);
      const to = year === 0 ? Dexie.maxKey : yearsBefore(now, year);
      const range = db.precedents.where('[verdict+at]');
      const found = range.between(['answered', from], ['answered', to], true, false);
      for (const id of await found.primaryKeys()) {
        const { itemId, mark } = pairOf(id);
        timesUsed.set(itemId, (timesUsed.get(itemId) ?? 0) + 0.5 ** year);
        tickets.add(mark);
      }
    }
    const precedents = await db.precedents.count();
    return { timesUsed, precedents, answeredTickets: tickets.size };
  });
}

function yearsBefore(now: number, years: number): string {
  return new Date(now - years * YEAR_MS).toISOString();
}
