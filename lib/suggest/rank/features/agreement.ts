/**
 * Product, component and version: agreeing says more the fewer of the list agree, and disagreeing says
 * more the more of them agree. So a field that all share, or that means nothing on a site, says nothing.
 */
import type { RankCandidate, RankContext, RankFeature } from '@/lib/suggest/rank/contract';

export const sameProduct: RankFeature = {
  name: 'sameProduct',
  over: (context) => agreement(context, 'product:'),
};

export const sameComponent: RankFeature = {
  name: 'sameComponent',
  over: (context) => agreement(context, 'component:'),
};

export const sameVersion: RankFeature = {
  name: 'sameVersion',
  over: (context) => agreement(context, 'version:'),
};

/** Information in nats of agreeing (positive) or disagreeing (negative); 0 where either side is silent. */
function agreement(context: RankContext, kind: string): (candidate: RankCandidate) => number {
  const { candidates, facts } = context;
  if (facts.size === 0) return () => 0;
  const values = candidates.map(({ hit }) => valuesOf(hit.about, kind));
  // Only what is a value of this field somewhere: a ticket's other words are no components.
  const asked = new Set(values.flat().filter((value) => facts.has(value)));
  if (asked.size === 0) return () => 0;
  const agrees = (own: readonly string[]): boolean => own.some((value) => asked.has(value));
  const speaking = values.filter((own) => own.length > 0);
  const rate = (speaking.filter(agrees).length + 1) / (speaking.length + 2);
  const yes = -Math.log(rate);
  const no = Math.log(1 - rate);
  return ({ hit }) => {
    const own = valuesOf(hit.about, kind);
    if (own.length === 0) return 0;
    return agrees(own) ? yes : no;
  };
}

function valuesOf(about: readonly string[], kind: string): string[] {
  return about
    .filter((value) => value.startsWith(kind))
    .map((value) => value.slice(kind.length).toLowerCase());
}
