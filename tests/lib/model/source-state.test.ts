import { expect, it } from 'vitest';
import { skippedRecordSchema } from '@/lib/model/source-state';

it('takes reasons that another version noted for unknown ones', () => {
  const where = 'page 17';
  expect(skippedRecordSchema.parse({ where, why: 'Notion gives no text' })).toEqual({
    where,
    why: 'unusable',
  });
  const known = { where, why: 'refused', detail: '403' };
  expect(skippedRecordSchema.parse(known)).toEqual(known);
});
