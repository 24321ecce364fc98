/** How ticket and title go together. */
import type { RankFeature } from '@/lib/suggest/rank/contract';
import { weighQuery } from '@/lib/suggest/rank/match';

export const subjectInTitle: RankFeature = {
  name: 'subjectInTitle',
  over: () => (one) => one.match.subjectInTitle,
};

export const bodyInTitle: RankFeature = {
  name: 'bodyInTitle',
  over: () => (one) => one.match.bodyInTitle,
};

/** Share of the title's words that the ticket says. */
export const titleSaid: RankFeature = {
  name: 'titleSaid',
  over: () => (one) => share(one.match.titleTerms, one.hit.lengths[0] ?? 0),
};

/** Share of the title's words that the subject says. */
export const titleSaidInSubject: RankFeature = {
  name: 'titleSaidInSubject',
  over: () => (one) => share(one.match.titleTermsInSubject, one.hit.lengths[0] ?? 0),
};

/** Words that subject and title share, of all the words in either (Jaccard). */
export const titleAlike: RankFeature = {
  name: 'titleAlike',
  over: ({ terms }) => {
    const { subjectTerms } = weighQuery(terms);
    return ({ hit, match }) => {
      const common = match.titleTermsInSubject;
      return share(common, subjectTerms + (hit.lengths[0] ?? 0) - common);
    };
  },
};

export const rarestOfSubject: RankFeature = {
  name: 'rarestOfSubject',
  over: () => (one) => one.match.rarestOfSubject,
};

export const titleTermsInSubject: RankFeature = {
  name: 'titleTermsInSubject',
  over: () => (one) => one.match.titleTermsInSubject,
};

export const titleLength: RankFeature = {
  name: 'titleLength',
  over: () => (one) => Math.log1p(one.hit.lengths[0] ?? 0),
};

function share(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.min(1, part / whole);
}
