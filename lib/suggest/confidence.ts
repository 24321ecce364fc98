/**
 * How sure a suggestion is: a logistic model over the named features. The weights were set on the sample
 * tickets with odd numbers; `npm run bench -- sample` reports both halves.
 */
import type { Features } from '@/lib/suggest/features';

interface Weights {
  bias: number;
  coverage: number;
  title: number;
  identifiers: number;
  version: number;
  product: number;
  margin: number;
}

const ISSUE: Weights = {
  bias: -4.6,
  coverage: 6,
  title: 3.4,
  identifiers: 3,
  version: 0.6,
  product: 0.4,
  margin: 1.6,
};

const ARTICLE: Weights = {
  bias: -3.4,
  coverage: 6,
  title: 3,
  identifiers: 1.6,
  version: 0,
  product: 0.4,
  margin: 1,
};

/** A known issue is named only above this: a wrong one is worse than none. */
export const KNOWN_ISSUE_CONFIDENCE = 0.5;

/** Below this an item is not worth the agent's glance. */
export const WORTH_SHOWING = 0.06;

export function issueConfidence(features: Features): number {
  return logistic(ISSUE, features);
}

export function articleConfidence(features: Features): number {
  return logistic(ARTICLE, features);
}

function logistic(weights: Weights, features: Features): number {
  const sum =
    weights.bias +
    weights.coverage * features.coverage +
    weights.title * features.title +
    weights.identifiers * features.identifiers +
    weights.version * Number(features.version) +
    weights.product * Number(features.product) +
    weights.margin * features.margin;
  return 1 / (1 + Math.exp(-sum));
}
