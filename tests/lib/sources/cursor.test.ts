import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readCursor, writeCursor } from '@/lib/sources/cursor';

const schema = z.object({ page: z.number() });

describe('a cursor', () => {
  it('is read as it was written', () => {
    expect(readCursor(writeCursor({ page: 3 }), schema)).toEqual({ page: 3 });
  });

  it.each([null, '', '{', 'null', '[]', '{"page":"3"}', '{"other":1}'])(
    'of another shape is none: %s',
    (cursor) => {
      expect(readCursor(cursor, schema)).toBe(null);
    },
  );
});
