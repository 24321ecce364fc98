import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchOf, weighQuery } from '@/lib/suggest/rank/match';
import {
  arbitraryContext,
  IN_BODY,
  IN_BOTH,
  IN_SUBJECT,
  makeHit,
  makeTerm,
} from '@/tests/lib/suggest/rank/small-list';

const TERMS = [
  makeTerm('printer', { idf: 2, weight: 7 }),
  makeTerm('silent', { idf: 3, weight: 1, parts: IN_BODY }),
  makeTerm('sync-4031', { idf: 5, weight: 2, parts: IN_BOTH, identifier: true, documents: 2 }),
  makeTerm('note', { idf: 1, weight: 0.5, parts: [0, 0, 0, 1, 0] }),
];

describe('weighQuery', () => {
  it('adds up subject, message and all', () => {
    expect(weighQuery(TERMS)).toEqual({
      subject: 7,
      body: 8,
      subjectTerms: 2,
      whole: 14 + 3 + 10 + 0.5,
    });
    expect(weighQuery([])).toEqual({ subject: 0, body: 0, subjectTerms: 0, whole: 0 });
  });
});

describe('matchOf', () => {
  // Lengths at which neither title nor text is set down or up.
  const lengths = [7, 40, 10, 40];

  it('counts what stands where, by hand', () => {
    const hit = makeHit('a', { lengths }, [
      [0, 1, 0, 0, 0],
      [1, 0, 1, 0, 2],
      [2, 2, 0, 1, 0],
    ]);
    const titleOnce = 1 / 1.6;
    const titleTwice = 2 / 2.6;
    const textOnce = 1 / 2.8;
    const match = matchOf(hit, TERMS);
    expect(match.subjectInTitle).toBeCloseTo(2 * titleOnce + 5 * titleTwice, 12);
    expect(match.subjectInText).toBeCloseTo(5 * textOnce, 12);
    expect(match.bodyInTitle).toBeCloseTo(5 * titleTwice, 12);
    expect(match.bodyInText).toBeCloseTo(3 * (3 / 4.8) + 5 * textOnce, 12);
    expect(match).toMatchObject({
      subject: 7,
      body: 8,
      identifiers: 5,
      identifiersInTitle: 5,
      titleTerms: 2,
      titleTermsInSubject: 2,
      rarestOfSubject: 5,
      rareTerms: 1,
      terms: 3,
    });
  });

  it('sets a count against the length of its field', () => {
    const of = (length: number) =>
      matchOf(makeHit('a', { lengths: [length, 0, 0, length] }, [[0, 1, 0, 0, 1]]), TERMS);
    expect(of(3).subjectInTitle).toBeGreaterThan(of(12).subjectInTitle);
    expect(of(3).subjectInText).toBeGreaterThan(of(12).subjectInText);
    expect(of(3).subject).toBe(of(12).subject);
  });

  it('counts a term of the notes for neither subject nor message', () => {
    const match = matchOf(makeHit('a', { lengths }, [[3, 1, 0, 0, 1]]), TERMS);
    expect(match).toMatchObject({ terms: 1, titleTerms: 1, subject: 0, body: 0, bodyInText: 0 });
  });

  it('takes a document without a word, and a term that the answer does not name', () => {
    const nothing = matchOf(makeHit('a', { lengths: [] }), TERMS);
    expect(Object.values(nothing).every((number) => number === 0)).toBe(true);
    expect(matchOf(makeHit('a', { lengths }, [[9, 1, 0, 0, 1]]), TERMS)).toEqual(nothing);
  });

  it('finds no more than the query weighs, and only finite numbers', () => {
    fc.assert(
      fc.property(arbitraryContext, ({ candidates, terms }) => {
        const whole = weighQuery(terms);
        for (const { match } of candidates) {
          expect(match.subject).toBeLessThanOrEqual(whole.subject);
          expect(match.body).toBeLessThanOrEqual(whole.body);
          expect(match.subjectInTitle).toBeLessThanOrEqual(match.subject);
          expect(match.bodyInText).toBeLessThanOrEqual(match.body);
          expect(match.titleTermsInSubject).toBeLessThanOrEqual(match.titleTerms);
          expect(Object.values(match).every((number) => Number.isFinite(number))).toBe(true);
        }
      }),
    );
  });

  it('never falls when a term is said once more', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), fc.nat(30), (inTitle, inBody, length) => {
        const sized = { lengths: [length, 0, 0, length] };
        const less = matchOf(makeHit('a', sized, [[2, inTitle, 0, 0, inBody]]), TERMS);
        const more = matchOf(makeHit('a', sized, [[2, inTitle + 1, 0, 0, inBody + 1]]), TERMS);
        expect(more.subjectInTitle).toBeGreaterThan(less.subjectInTitle);
        expect(more.bodyInText).toBeGreaterThan(less.bodyInText);
      }),
    );
  });

  it('reads whatever part of the subject a term stands in', () => {
    expect(
      matchOf(makeHit('a', { lengths }, [[0, 0, 0, 0, 1]]), [makeTerm('x', { parts: IN_SUBJECT })])
        .subject,
    ).toBe(1);
    expect(
      matchOf(makeHit('a', { lengths }, [[0, 0, 0, 0, 1]]), [makeTerm('x', { parts: [] })]).subject,
    ).toBe(0);
  });
});
