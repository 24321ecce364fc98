import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  dayOf,
  idSchema,
  isoOf,
  listOf,
  loose,
  looseList,
  oneLine,
  timeSchema,
  words,
} from '@/lib/sources/tracker/fields';

describe('fields', () => {
  it('that may be odd say nothing then', () => {
    const schema = z.object({ name: loose(z.string()), tags: looseList(z.string()) });
    expect(schema.parse({ name: 7, tags: ['a', null, 'b'] })).toEqual({ tags: ['a', 'b'] });
    expect(schema.parse({ name: null, tags: 'a' })).toEqual({ tags: [] });
    expect(schema.parse({})).toEqual({ tags: [] });
  });

  it('that must be lists are lists, of what is good in them', () => {
    const schema = z.object({ rows: listOf(z.number()) });
    expect(schema.parse({ rows: [1, 'x', 2] })).toEqual({ rows: [1, 2] });
    expect(schema.safeParse({}).success).toBe(false);
    expect(schema.safeParse({ rows: {} }).success).toBe(false);
  });

  it('that name a record are texts, never empty', () => {
    expect(idSchema.parse(12)).toBe('12');
    expect(idSchema.parse('gid')).toBe('gid');
    for (const odd of ['', null, 'x'.repeat(201), {}]) {
      expect(idSchema.safeParse(odd).success).toBe(false);
    }
  });

  it('that are times are times', () => {
    expect(timeSchema.safeParse('2026-11-22T08:00:00Z').success).toBe(true);
    expect(timeSchema.safeParse('soon').success).toBe(false);
    expect(isoOf('2026-11-22T09:00:00+01:00')).toBe('2026-11-22T08:00:00.000Z');
  });

  it.each([
    ['2026-12-08', '2026-12-08'],
    ['2026-12-08T08:00:00Z', '2026-12-08'],
    ['2026-12-07T23:30:00-02:00', '2026-12-08'],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ])('the day of %j is %j', (time, day) => {
    expect(dayOf(time)).toBe(day);
  });

  it('keep words apart, each once, in one line and no longer than a line', () => {
    expect(words(['a', ' a\n', null, undefined, '', 'b\u0000\tc'])).toEqual(['a', 'b c']);
    expect(words(Array.from({ length: 99 }, (_, at) => `w${at}`))).toHaveLength(50);
    expect(oneLine('x'.repeat(1_000_000), 10)).toBe('x'.repeat(10));
  });
});
