/** One place, one mirror of it, and the question whether they agree. */
import type { ConnectorKind } from '@/lib/sources/contract';
import { Mirror } from '@/tests/support/sources/mirror';
import { PlaceHttp } from '@/tests/support/sources/place-http';
import { PlaceClock, type Place } from '@/tests/support/sources/place';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
/** More than two pages, and the last one not full. */
export const ROWS = 7;
/** The id of the first row; those after it count on. */
export const FIRST = 101;

export interface ContractCase<S> {
  kind: ConnectorKind<S>;
  settings: S;
  secrets?: Record<string, string>;
  /** An empty place. Its lists are cut into pages of three rows at most, whatever is asked for. */
  createPlace(clock: PlaceClock): Place;
  /** How late the vendor's lists may learn of a change, in milliseconds; 0 when they never do. */
  lagMs?: number;
  /** How the vendor refuses wrong secrets: `signed-out` unless told. */
  refusal?: 'signed-out' | 'forbidden';
  /** Addresses that are this kind's, and some that are not. */
  addresses?: { mine: string[]; others: string[] };
}

export interface World<S> {
  clock: PlaceClock;
  place: Place;
  http: PlaceHttp;
  mirror: Mirror<S>;
}

/** A place with rows of different ages. `skew`: how far our clock is ahead of the place's, in ms. */
export type Fill<S> = (count?: number, skew?: number) => World<S>;

export function createFill<S>(contract: ContractCase<S>): Fill<S> {
  return (count = ROWS, skew = 0) => {
    const clock = new PlaceClock();
    const place = contract.createPlace(clock);
    const http = new PlaceHttp(place, clock);
    const { kind, settings, secrets = {} } = contract;
    for (let at = 0; at < count; at += 1) {
      place.shelf.create(`Row ${at}`);
      clock.advance(MINUTE);
    }
    clock.advance(HOUR);
    const mirror = new Mirror({ kind, settings, secrets, http, clock, skew });
    return { clock, place, http, mirror };
  };
}

/** What the next syncs do, and what is wrong after them: nothing, or the mirror shows another place. */
export async function settle<S>(world: World<S>): Promise<string[]> {
  const { mirror } = world;
  const faults = [await mirror.pull(), await mirror.sweep(), await mirror.sweep()];
  const unexpected = faults.flatMap((fault) => (fault === null ? [] : [`fault ${fault.kind}`]));
  return [...unexpected, ...differences(world)];
}

/** Where the mirror differs from the place: each readable item once, by its newest title, no other. */
export function differences<S>({ place, mirror, http }: World<S>): string[] {
  const truth = new Map<string, string>();
  const doubtful = new Set<string>();
  for (const row of place.shelf.readable()) {
    for (const id of place.itemIds(row)) {
      truth.set(id, place.titleOf?.(row, id) ?? row.title);
      if (http.refusedRows.has(row.id)) doubtful.add(id);
    }
  }
  const { items } = mirror;
  const extra = [...items.keys()].filter((id) => !truth.has(id)).map((id) => `extra ${id}`);
  const wrong = [...truth].flatMap(([id, title]) => {
    const found = items.get(id);
    if (found?.title === title || doubtful.has(id)) return [];
    return [found === undefined ? `lost ${id}` : `${id}: "${found.title}" is "${title}"`];
  });
  return [...extra, ...wrong];
}
