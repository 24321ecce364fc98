/**
 * A place as plain as they come, with the traps that real ones have: rows that move between pages
 * while they are read, many changes in one second, rows that are shown again under their old date.
 */
import type { PlaceAnswer, PlaceRequest } from '@/tests/support/sources/place';

export interface PlainRow {
  id: number;
  title: string;
  /** Whole seconds, in milliseconds. */
  updatedAt: number;
  isHidden: boolean;
  isDeleted: boolean;
}

const PAGE = 3;

export class PlainPlace {
  readonly origin: string;
  readonly rows: PlainRow[] = [];
  /** Whether its list of changes names what was deleted or hidden. */
  readonly hasTombstones: boolean;
  readonly #now: () => number;

  constructor(origin: string, hasTombstones: boolean, now: () => number) {
    this.origin = origin;
    this.hasTombstones = hasTombstones;
    this.#now = now;
  }

  create(): void {
    const id = this.rows.length + 1;
    const row = { id, title: '', updatedAt: 0, isHidden: false, isDeleted: false };
    this.rows.push(row);
    this.#touch(row);
  }

  edit(which: number): void {
    const row = pick(this.rows.filter(isReadable), which);
    if (row) this.#touch(row);
  }

  delete(which: number): void {
    this.#hide(pick(this.rows.filter(isReadable), which), { isDeleted: true });
  }

  hide(which: number): void {
    this.#hide(pick(this.rows.filter(isReadable), which), { isHidden: true });
  }

  /** Under its old date, as after a permission was given back. */
  show(which: number): void {
    const row = pick(this.rows.filter(isGone), which);
    if (row) Object.assign(row, { isHidden: false, isDeleted: false });
  }

  restore(which: number): void {
    const row = pick(this.rows.filter(isGone), which);
    if (row) this.#touch(Object.assign(row, { isHidden: false, isDeleted: false }));
  }

  /** Titles of what can be read, by row id. */
  truth(): Map<number, string> {
    return new Map(this.rows.filter(isReadable).map(({ id, title }) => [id, title]));
  }

  answer({ url }: PlaceRequest): PlaceAnswer {
    const after = Number(url.searchParams.get('after') ?? 0);
    const since = Number(url.searchParams.get('since') ?? 0);
    const rows = url.pathname === '/ids' ? this.#ids(after) : this.#changes(since, after);
    return {
      status: 200,
      headers: { 'content-type': 'application/json', date: new Date(this.#now()).toUTCString() },
      body: JSON.stringify({ rows, total: this.truth().size }),
    };
  }

  #ids(after: number) {
    return this.rows
      .filter((row) => isReadable(row) && row.id > after)
      .slice(0, PAGE)
      .map(({ id }) => ({ id }));
  }

  /** Rows from `since` on; of that second, those after the id. */
  #changes(since: number, after: number) {
    return this.rows
      .filter((row) => this.hasTombstones || isReadable(row))
      .filter(({ id, updatedAt }) => updatedAt > since || (updatedAt === since && id > after))
      .toSorted((a, b) => a.updatedAt - b.updatedAt || a.id - b.id)
      .slice(0, PAGE)
      .map((row) => ({ ...row, isGone: !isReadable(row) }));
  }

  /** Only who may see it changes. What is changed while nobody may and shown under an old date, nobody can notice. */
  #hide(row: PlainRow | undefined, change: Partial<PlainRow>): void {
    if (row) Object.assign(row, change, { updatedAt: this.#second() });
  }

  #second(): number {
    return Math.floor(this.#now() / 1000) * 1000;
  }

  /** Titles differ with every change, or nobody could tell old from new. */
  #touch(row: PlainRow): void {
    const version = Number(row.title.split('v')[1] ?? 0) + 1;
    row.title = `row${row.id} v${version}`;
    row.updatedAt = this.#second();
  }
}

/** One of those that the change makes a difference to. */
function pick(rows: readonly PlainRow[], which: number): PlainRow | undefined {
  return rows[which % Math.max(1, rows.length)];
}

function isGone(row: PlainRow): boolean {
  return !isReadable(row);
}

function isReadable({ isHidden, isDeleted }: PlainRow): boolean {
  return !isHidden && !isDeleted;
}
