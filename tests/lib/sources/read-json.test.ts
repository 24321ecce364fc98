import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readRows } from '@/lib/sources/read-json';

const schema = z.object({ subject: z.string() });
const whereOf = (row: unknown) => readRows([{ subject: 'Fine' }, row], schema).skipped;

describe('a record of another form', () => {
  it.each([
    ['its address', { id: 1, html_url: 'https://a.example/1' }, 'https://a.example/1'],
    ['its key', { id: '10001', key: 'TILL-7' }, 'TILL-7'],
    ['its number', { id: 99_001, number: 12 }, '12'],
    ['its id', { id: 'abc', title: 'What it says is nobody’s business' }, 'abc'],
    ['its place, where it has no name', { title: 'No' }, '#2'],
    ['its place, where it has an empty one', { id: '', key: null }, '#2'],
    ['its place, where it is no record', null, '#2'],
  ])('is named by %s', (_what, row, where) => {
    expect(whereOf(row)).toEqual([{ where, why: 'shape', detail: row === null ? '' : 'subject' }]);
  });

  it('has no name without end', () => {
    expect(whereOf({ id: 'x'.repeat(10_000) })[0]?.where).toHaveLength(200);
  });
});
