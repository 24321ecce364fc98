/** Gathered postings: by document and by term they say what was counted, whoever else gathers at the time. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '@/lib/search/analyse/analyse';
import { FIELDS, type SearchDocument } from '@/lib/search/contract';
import { fieldNorms, impactOf } from '@/lib/search/rank/bm25f';
import { compareTerms } from '@/lib/search/segment/dictionary';
import { Gathered } from '@/lib/search/segment/gathered';
import { emptyList } from '@/lib/search/segment/postings';
import { createForwardIndex } from '@/lib/search/segment/records';
import { arbitraryText, page } from '@/tests/lib/search/small-world';

const arbitraryPages = fc.array(
  fc.record({ title: arbitraryText, body: arbitraryText }).map((texts) => {
    return page('id', texts.title, `${texts.body} 😀 ｱｲｽ 𐐷𐐷𐐷`);
  }),
  { maxLength: 12 },
);

/** Term → document → counts in each field, one token after the other. */
function countPlainly(documents: readonly SearchDocument[]): Map<string, Map<number, number[]>> {
  const counted = new Map<string, Map<number, number[]>>();
  for (const [at, { fields, locale }] of documents.entries()) {
    for (const [index, field] of FIELDS.entries()) {
      for (const { term } of analyse(fields[field], locale)) {
        const holders = counted.get(term) ?? new Map<number, number[]>();
        const counts = holders.get(at) ?? FIELDS.map(() => 0);
        counts[index]!++;
        counted.set(term, holders.set(at, counts));
      }
    }
  }
  return counted;
}

interface Reading {
  terms: readonly string[];
  /** Of each term: the documents that hold it, and the impact on each. */
  postings: { documents: number[]; impacts: number[] }[];
  /** Of each document: its terms, and how often they stand in each field. */
  forward: { ordinals: number[]; counts: number[] }[];
}

async function readAll(gathered: Gathered): Promise<Reading> {
  const turned = await gathered.turnRound(() => Promise.resolve());
  const forward = createForwardIndex();
  let list = emptyList();
  return {
    terms: turned.terms,
    postings: turned.terms.map((_, ordinal) => {
      list = turned.readPostings(ordinal, list);
      const { documents, impacts, length } = list;
      return {
        documents: [...documents.subarray(0, length)],
        impacts: [...impacts.subarray(0, length)],
      };
    }),
    forward: gathered.lengths.map((_, document) => {
      turned.readForward(document, forward);
      const { ordinals, counts, length } = forward;
      return {
        ordinals: [...ordinals.subarray(0, length)],
        counts: [...counts.subarray(0, length * FIELDS.length)],
      };
    }),
  };
}

function readPlainly(documents: readonly SearchDocument[]): Reading {
  const counted = countPlainly(documents);
  const terms = [...counted.keys()].toSorted(compareTerms);
  const norms = documents.map(({ fields, locale }) =>
    fieldNorms(FIELDS.map((field) => analyse(fields[field], locale).length)),
  );
  return {
    terms,
    postings: terms.map((term) => {
      const holders = [...counted.get(term)!];
      return {
        documents: holders.map(([at]) => at),
        impacts: holders.map(([at, counts]) => impactOf(Uint16Array.from(counts), 0, norms[at]!)),
      };
    }),
    forward: documents.map((_, at) => {
      const held = [...terms.keys()].filter((ordinal) => counted.get(terms[ordinal]!)!.has(at));
      return {
        ordinals: held,
        counts: held.flatMap((ordinal) => counted.get(terms[ordinal]!)!.get(at)!),
      };
    }),
  };
}

describe('gathered postings', () => {
  it('are what was counted, two gatherings at a time', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPages, arbitraryPages, async (ones, others) => {
        const [one, other] = [new Gathered(), new Gathered()];
        for (let at = 0; at < Math.max(ones.length, others.length); at++) {
          if (ones[at] !== undefined) one.add(ones[at]!);
          if (others[at] !== undefined) other.add(others[at]!);
        }
        expect(await readAll(one)).toEqual(readPlainly(ones));
        expect(await readAll(other)).toEqual(readPlainly(others));
      }),
    );
  });
});
