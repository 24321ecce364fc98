/** The corpus: the given documents first, then plausible new ones, the same in every run. */
import { describe, expect, it } from 'vitest';
import { makeCorpus } from '@/tests/bench/speed-corpus';
import type { DataDocument } from '@/tests/support/data-set';

const given: DataDocument[] = Array.from({ length: 40 }, (_, at) => ({
  id: `given-${at}`,
  title: `Report ${at} of the printer`,
  body: `It stopped at step ${at}. Then error E-${1000 + at} came.\nNothing helped us; see line ${at}.`,
  ...(at % 2 === 0 ? { status: 'open' } : {}),
}));

describe('the corpus', () => {
  const all = [...makeCorpus(given, 120)];

  it('begins with every given document as it is', () => {
    const texts = (documents: readonly { title: string; body: string }[]) =>
      documents.map(({ title, body }) => `${title}\n${body}`).sort();
    expect(texts(all.slice(0, 40))).toEqual(texts(given));
  });

  it('is the same whatever its size', () => {
    expect([...makeCorpus(given, 70)]).toEqual(all.slice(0, 70));
    expect(new Set(all.map(({ id }) => id)).size).toBe(120);
  });

  it('goes on with documents of which none is a copy, of the same length and kinds', () => {
    const old = new Set(given.map(({ body }) => body));
    const fresh = all.slice(40);
    const copies = fresh.filter(({ body }) => old.has(body));
    expect(copies.length).toBeLessThan(fresh.length / 10);
    const mean = (some: typeof all): number =>
      some.reduce((sum, { body }) => sum + body.length, 0) / some.length;
    expect(mean(fresh) / mean(all.slice(0, 40))).toBeCloseTo(1, 0);
    expect(fresh.filter(({ kind }) => kind === 'issue')).toHaveLength(40);
  });
});
