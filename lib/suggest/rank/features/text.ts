/** How much of the ticket stands in the document. */
import type { RankFeature } from '@/lib/suggest/rank/contract';
import { weighQuery } from '@/lib/suggest/rank/match';

/** The engine's score against that of the best of the list. */
export const relativeScore: RankFeature = {
  name: 'relativeScore',
  over: ({ candidates }) => {
    const best = candidates.reduce((most, { hit }) => Math.max(most, hit.score), 1e-9);
    return ({ hit }) => hit.score / best;
  },
};

/** The engine's score against what a document with all of the ticket's terms could reach. */
export const absoluteScore: RankFeature = {
  name: 'absoluteScore',
  over: ({ terms }) => {
    const { whole } = weighQuery(terms);
    return ({ hit }) => hit.score / Math.max(1e-9, whole);
  },
};

/** How far the score stands out of the list, in standard deviations. */
export const standingOut: RankFeature = {
  name: 'standingOut',
  over: ({ candidates }) => {
    const count = Math.max(1, candidates.length);
    const mean = candidates.reduce((sum, { hit }) => sum + hit.score, 0) / count;
    const variance = candidates.reduce((sum, { hit }) => sum + (hit.score - mean) ** 2, 0) / count;
    const deviation = Math.sqrt(variance) || 1;
    return ({ hit }) => (hit.score - mean) / deviation;
  },
};

export const subjectInText: RankFeature = {
  name: 'subjectInText',
  over: () => (one) => one.match.subjectInText,
};

export const bodyInText: RankFeature = {
  name: 'bodyInText',
  over: () => (one) => one.match.bodyInText,
};

/** Share of the subject, by rarity, that the document says. */
export const subjectCoverage: RankFeature = {
  name: 'subjectCoverage',
  over: ({ terms }) => {
    const { subject } = weighQuery(terms);
    return ({ match }) => match.subject / Math.max(1, subject);
  },
};

/** Weight of the subject's words that the document does not say. */
export const subjectMissing: RankFeature = {
  name: 'subjectMissing',
  over: ({ terms }) => {
    const { subject } = weighQuery(terms);
    return ({ match }) => subject - match.subject;
  },
};

/** Share of the message, by rarity, that the document says. */
export const bodyCoverage: RankFeature = {
  name: 'bodyCoverage',
  over: ({ terms }) => {
    const { body } = weighQuery(terms);
    return ({ match }) => match.body / Math.max(1, body);
  },
};

/** Share of the whole ticket, by weight, that the document says. */
export const coverage: RankFeature = {
  name: 'coverage',
  over: () => (one) => one.hit.queryCoverage,
};

export const rareTerms: RankFeature = {
  name: 'rareTerms',
  over: () => (one) => one.match.rareTerms,
};

export const termsInCommon: RankFeature = {
  name: 'termsInCommon',
  over: () => (one) => Math.log1p(one.match.terms),
};

/** Log of the number of words below the title. */
export const textLength: RankFeature = {
  name: 'textLength',
  over: () => (one) =>
    Math.log1p(one.hit.lengths.slice(1).reduce((sum, length) => sum + length, 0)),
};
