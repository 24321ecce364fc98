import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageAfter, pageNumber } from '@/lib/sources/numbered-pages';
import { soak } from '@/tests/support/soak';

/** Reads a list whose rows change before each request; ids of all rows that were seen. */
function readAll(rows: number[], size: number, changes: (readonly number[])[]): Set<number> {
  const seen = new Set<number>();
  let token: string | null = null;
  for (let step = 0; step < 200; step += 1) {
    for (const gone of changes[step] ?? []) {
      const at = rows.findIndex((row) => row === gone);
      if (at !== -1) rows.splice(at, 1);
    }
    const page = pageNumber(token);
    const part = rows.slice((page - 1) * size, page * size);
    for (const row of part) seen.add(row);
    const pages = Math.max(1, Math.ceil(rows.length / size));
    token = pageAfter(token, { rows: part.length, count: rows.length, pages });
    if (token === null) return seen;
  }
  throw new Error('The list never ends');
}

const upTo = (count: number) => Array.from({ length: count }, (_, row) => row);

describe('numbered pages', () => {
  it.each([null, '', 'x', '0.1.2.3.4', '-1.0.0.0.0', '1.2', 'NaN.1.1.1.1'])(
    'begin at the first page: %s',
    (token) => {
      expect(pageNumber(token)).toBe(1);
    },
  );

  it('end when the list does', () => {
    expect(pageAfter(null, { rows: 0, count: 0, pages: 1 })).toBe(null);
    expect(pageAfter(null, { rows: 3, count: 3, pages: 1 })).toBe(null);
    expect(pageNumber(pageAfter(null, { rows: 3, count: 4, pages: 2 }))).toBe(2);
  });

  it('show every row that stays, whatever disappears on the way', () => {
    const change = fc.array(fc.nat(30), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 7 }),
        fc.array(change, { maxLength: 8 }),
        (count, size, changes) => {
          const rows = upTo(count);
          const seen = readAll(rows, size, changes);
          expect(rows.filter((row) => !seen.has(row))).toEqual([]);
        },
      ),
      { numRuns: soak(500, 20_000), seed: 20_261_122 },
    );
  });

  it('give up on a list whose count is not true', () => {
    let steps = 0;
    for (let token: string | null = null; ; steps += 1) {
      const pages = 3;
      const rows = pageNumber(token) === 2 ? 0 : 3;
      token = pageAfter(token, { rows, count: 100 - steps, pages });
      if (token === null) break;
    }
    expect(steps).toBeLessThan(200);
  });
});
