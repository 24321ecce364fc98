/** Dictionary blocks: terms of any length, with few postings or many, read as they were written. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBytes, decodeText, encodeText } from '@/lib/search/blocks/bytes';
import { DictionaryReader, findInBlock } from '@/lib/search/segment/dictionary';
import { DictionaryBlockWriter } from '@/lib/search/segment/dictionary-writer';
import { INLINE_POSTINGS } from '@/lib/search/segment/format';

const arbitraryTerms = fc
  .uniqueArray(
    fc.oneof(
      fc.string({ minLength: 1, unit: fc.constantFrom('a', 'b', 'é', '印') }),
      fc.integer({ min: 1, max: 700 }).map((length) => 'ab'.repeat(length)),
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((texts) => texts.map((text) => encodeText(text)).toSorted(compareBytes));

describe('a dictionary block', () => {
  it('gives its terms back, in order and by name', () => {
    fc.assert(
      fc.property(arbitraryTerms, fc.nat({ max: 1_000 }), (terms, base) => {
        const writer = new DictionaryBlockWriter();
        // A buffer that is used again, as a merge hands terms over.
        const buffer = new Uint8Array(2_000);
        for (const [at, term] of terms.entries()) {
          buffer.set(term);
          const documents = 1 + (at % (2 * INLINE_POSTINGS));
          const list = {
            documents: Int32Array.from({ length: documents }, (_, index) => index * 3 + at),
            impacts: new Uint8Array(documents).fill(at),
            length: documents,
          };
          if (documents <= INLINE_POSTINGS) writer.addInline(buffer, term.length, list, base + at);
          else writer.add(buffer, term.length, documents, at, { block: base + at, offset: at });
        }
        const block = writer.take();
        const reader = new DictionaryReader();
        reader.open(block, 7);
        for (const [at, term] of terms.entries()) {
          const documents = 1 + (at % (2 * INLINE_POSTINGS));
          const isInline = documents <= INLINE_POSTINGS;
          expect(reader.next()).toBe(true);
          expect(decodeText(reader.term.subarray(0, reader.length))).toBe(decodeText(term));
          expect(reader).toMatchObject({ ordinal: 7 + at, documents });
          const posting = [reader.inlineDocuments[0], reader.inlineImpacts[0]];
          expect(isInline ? posting : []).toEqual(isInline ? [at, at] : []);
          expect(reader).toMatchObject(isInline ? {} : { block: base + at, offset: at });
          expect(findInBlock(block, 7, term)).toMatchObject({ ordinal: 7 + at, documents });
        }
        expect(reader.next()).toBe(false);
      }),
    );
  });
});
