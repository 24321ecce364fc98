/** Error codes, class names and versions in common. */
import type { RankFeature } from '@/lib/suggest/rank/contract';

export const identifiers: RankFeature = {
  name: 'identifiers',
  over: () => (one) => one.match.identifiers,
};

export const identifiersInTitle: RankFeature = {
  name: 'identifiersInTitle',
  over: () => (one) => one.match.identifiersInTitle,
};
