/** All features, by the model that uses them. A new one is a file (or a line in one) and its name here. */
import type { RankFeature } from '@/lib/suggest/rank/contract';
import * as agreement from '@/lib/suggest/rank/features/agreement';
import * as identifier from '@/lib/suggest/rank/features/identifier';
import * as name from '@/lib/suggest/rank/features/name';
import * as precedents from '@/lib/suggest/rank/features/precedents';
import * as repeats from '@/lib/suggest/rank/features/repeats';
import * as text from '@/lib/suggest/rank/features/text';
import * as time from '@/lib/suggest/rank/features/time';
import * as title from '@/lib/suggest/rank/features/title';

/** For issues and incidents. */
export const ISSUE_FEATURES: readonly RankFeature[] = [
  text,
  title,
  identifier,
  time,
  repeats,
  agreement,
  precedents,
].flatMap((family): RankFeature[] => featuresOf(family));

/**
 * For articles and other answers: their age and what repeats what mean nothing. Few, because more of them fit
 * the tickets they are learned from and no others.
 */
export const ANSWER_FEATURES: readonly RankFeature[] = [
  text.absoluteScore,
  text.relativeScore,
  text.coverage,
  text.subjectInText,
  text.textLength,
  title.subjectInTitle,
  title.bodyInTitle,
  title.titleSaid,
  ...featuresOf(name),
  ...featuresOf(precedents),
];

function featuresOf(family: Record<string, unknown>): RankFeature[] {
  return Object.values(family).filter((one): one is RankFeature => typeof one === 'object');
}
