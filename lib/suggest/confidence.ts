/**
 * How sure a suggestion is: a logistic model over the named features. The weights are those that
 * `npm run bench -- train` finds on the sample tickets; it also prints how they do on tickets left out.
 */
import { FEATURES, type Feature, type Features } from '@/lib/suggest/features';
import weights from '@/lib/suggest/weights.json';

/** Weight per feature and a bias; features that are not named weigh nothing. */
export type Weights = { bias: number } & Partial<Record<Feature, number>>;

/** A known issue is named only from here on: a wrong one is worse than none. */
export const KNOWN_ISSUE_CONFIDENCE = 0.65;

/** Below this an item is not worth the agent's glance. */
export const WORTH_SHOWING = 0.015;

export function issueConfidence(features: Features): number {
  return logistic(weights.issue, features);
}

export function answerConfidence(features: Features): number {
  return logistic(weights.answer, features);
}

/** Probability under the model, 0 to 1. */
export function logistic(model: Weights, features: Features): number {
  const sum = FEATURES.reduce((total, name) => total + (model[name] ?? 0) * features[name], 0);
  return 1 / (1 + Math.exp(-model.bias - sum));
}
