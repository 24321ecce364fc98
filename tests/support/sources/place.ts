/** A place that items come from, as tests see it: rows that people change, and a server in front of them. */

/** Time at the place, in milliseconds; it stands still until a test moves it. */
export class PlaceClock {
  #now = Date.UTC(2026, 10, 2, 8);

  now(): number {
    return this.#now;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** ISO 8601 in whole seconds, as most vendors write it. */
  iso(at = this.#now): string {
    return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  }
}

/** One article, issue or topic. Times in milliseconds at the place. */
export interface Row {
  readonly id: number;
  title: string;
  createdAt: number;
  updatedAt: number;
  /** Not for us: a draft, a private issue, a closed space. */
  hidden: boolean;
  deleted: boolean;
}

/** Every row there is or was, and what the server's lists know of them. */
export class Shelf {
  readonly #clock: PlaceClock;
  readonly #rows = new Map<number, Row>();
  /** Rows as lists still show them; null: not yet there. */
  readonly #lagging = new Map<number, Row | null>();
  #nextId = 101;
  #isLate = false;
  #edits = 0;

  constructor(clock: PlaceClock) {
    this.#clock = clock;
  }

  /** Rows there are or were. */
  get count(): number {
    return this.#rows.size;
  }

  /** A number that did not come before: makes titles of one moment differ. */
  nextNumber(): number {
    this.#edits += 1;
    return this.#edits;
  }

  create(title: string): number {
    const id = this.#nextId++;
    const now = this.#clock.now();
    if (this.#isLate) this.#lagging.set(id, null);
    const row = { id, title, createdAt: now, updatedAt: now, hidden: false, deleted: false };
    this.#rows.set(id, row);
    return id;
  }

  edit(id: number, title: string): void {
    this.#change(id, { title });
  }

  delete(id: number): void {
    this.#change(id, { deleted: true });
  }

  hide(id: number): void {
    this.#change(id, { hidden: true });
  }

  /** Undoes `delete` and `hide`. */
  restore(id: number): void {
    this.#change(id, { deleted: false, hidden: false });
  }

  /** Lists do not know of what `change` does until `catchUp`: an index that lags behind. */
  late(change: () => void): void {
    this.#isLate = true;
    change();
    this.#isLate = false;
  }

  catchUp(): void {
    this.#lagging.clear();
  }

  /** The row as it is now, hidden and deleted ones too. */
  get(id: number): Row | undefined {
    return this.#rows.get(id);
  }

  /** Rows as lists know them, by id, hidden and deleted ones too: leaving them out is the server's. */
  listed(): Row[] {
    return [...this.#rows.values()].flatMap((row) => {
      const lagging = this.#lagging.get(row.id);
      if (lagging === null) return [];
      return [lagging ?? row];
    });
  }

  /** Rows that anyone may read now, by id. */
  readable(): Row[] {
    return [...this.#rows.values()].filter((row) => !row.deleted && !row.hidden);
  }

  #change(id: number, change: Partial<Row>): void {
    const row = this.#rows.get(id);
    if (row === undefined) throw new Error(`No row ${id}`);
    if (this.#isLate && !this.#lagging.has(id)) this.#lagging.set(id, { ...row });
    this.#rows.set(id, { ...row, ...change, updatedAt: this.#clock.now() });
  }
}

/** A request as it arrives. */
export interface PlaceRequest {
  method: string;
  url: URL;
  headers: Headers;
  body: string;
}

export interface PlaceAnswer {
  status: number;
  headers?: Record<string, string>;
  body: string;
}

/** A stand-in for a vendor's server: it answers, and refuses, in the vendor's shapes. */
export interface Place {
  readonly shelf: Shelf;
  answer(request: PlaceRequest): PlaceAnswer;
  /** Ids of the items that a readable row gives: more than one where it has translations. */
  itemIds(row: Row): string[];
  /** The item's title where it is not the row's. */
  titleOf?(row: Row, itemId: string): string;
  /** The row whose own page or record is asked for: refusing that one says nothing of the rest. */
  rowAskedFor?(request: PlaceRequest): number | null;
}

export function json(value: unknown, status = 200): PlaceAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  };
}

/** Newest change first; the order of rows that changed at once is the server's own, and changes. */
export function newestFirst(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => b.updatedAt - a.updatedAt || b.id - a.id);
}

export function oldestFirst(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => a.updatedAt - b.updatedAt || a.id - b.id);
}
