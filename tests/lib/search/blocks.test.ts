import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBlockCache } from '@/lib/search/blocks/block-cache';
import {
  ByteReader,
  ByteWriter,
  compareBytes,
  decodeText,
  encodeText,
} from '@/lib/search/blocks/bytes';
import { openBlock, sealBlock } from '@/lib/search/blocks/seal';
import { compareTerms } from '@/lib/search/segment/dictionary';
import { createMemorySegmentStore } from '@/tests/support/memory-segment-store';
import { unwrap } from '@/tests/support/unwrap';

describe('bytes', () => {
  it('come back as they were written', () => {
    const wellFormed = fc.string({ unit: 'grapheme', maxLength: 80 });
    fc.assert(
      fc.property(
        fc.nat({ max: 2 ** 31 - 1 }),
        fc.maxSafeNat(),
        wellFormed,
        (small, large, text) => {
          const writer = new ByteWriter();
          writer.varint(small);
          writer.uint48(large % 2 ** 48);
          writer.text(text);
          writer.uint16(small % 65_536);
          const reader = new ByteReader(writer.take());
          expect(reader.varint()).toBe(small);
          expect(reader.uint48()).toBe(large % 2 ** 48);
          expect(reader.text()).toBe(text);
          expect(reader.uint16()).toBe(small % 65_536);
          expect(reader.at).toBe(reader.bytes.length);
        },
      ),
    );
  });

  it('order terms as their text is ordered by code points', () => {
    const term = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '\uE000', '\uFFFD', '😀', '𐀀') });
    fc.assert(
      fc.property(term, term, (a, b) => {
        const order = Math.sign(compareBytes(encodeText(a), encodeText(b)));
        expect(Math.sign(compareTerms(a, b))).toBe(order);
        expect(decodeText(encodeText(a))).toBe(a);
      }),
    );
  });
});

describe('a seal', () => {
  it('holds for its bytes in its place alone', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(), fc.nat(), (bytes, at, bit) => {
        const sealed = sealBlock('file', 7, bytes);
        expect(openBlock('file', 7, sealed)).toEqual(bytes);
        expect(openBlock('file', 8, sealed)).toBeNull();
        expect(openBlock('other', 7, sealed)).toBeNull();
        const damaged = sealed.slice();
        damaged[at % damaged.length]! ^= 1 << (bit % 8);
        expect(openBlock('file', 7, damaged)).toBeNull();
      }),
    );
  });
});

describe('the block cache', () => {
  it('keeps what was read last within its bound, over all files', async () => {
    const store = createMemorySegmentStore();
    for (const name of ['a', 'b']) {
      const blocks = [0, 1, 2, 3].map((at) => sealBlock(name, at, new Uint8Array(1_000).fill(at)));
      unwrap(await store.writeBlocks(name, 0, blocks));
    }
    const cache = createBlockCache(store, 4_000);
    const [a, b] = [cache.open('a'), cache.open('b')];
    const read = unwrap(await a.load([2, 0, 2]));
    expect(read.map(([first]) => first)).toEqual([2, 0, 2]);
    unwrap(await b.load([0]));
    expect(a.peek(2)?.length).toBe(1_000);
    unwrap(await b.load([1]));
    expect([a.peek(0), a.peek(2)?.[0], b.peek(1)?.[0]]).toEqual([null, 2, 1]);
    expect(cache.bytes()).toBeLessThanOrEqual(4_000);
    b.close();
    expect(b.peek(1)).toBeNull();
    expect(cache.bytes()).toBe(1_200);
    expect(await b.load([9])).toMatchObject({ fault: { kind: 'storage-broken' } });
  });
});
