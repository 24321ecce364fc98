/** What ticket and document have in common, counted once per hit for all features. */
import type { Hit, QueryTerm } from '@/lib/search/contract';
import { MATCH_STRIDE } from '@/lib/search/evidence';
import { BODY_PARTS, SUBJECT_PART } from '@/lib/suggest/query';

/**
 * Sums over the terms in common, each by its rarity (idf). "Text" is everything but the title. A term that
 * occurs more often counts for more, saturated and set against the length of the field.
 */
export interface HitMatch {
  subjectInTitle: number;
  subjectInText: number;
  bodyInTitle: number;
  bodyInText: number;
  /** Terms in common, wherever they stand. */
  subject: number;
  body: number;
  identifiers: number;
  identifiersInTitle: number;
  /** Distinct terms of the title that the ticket says, and of those the ones its subject says. */
  titleTerms: number;
  titleTermsInSubject: number;
  /** Rarity of the rarest term in common of the subject. */
  rarestOfSubject: number;
  /** Terms in common that hardly any other document has. */
  rareTerms: number;
  terms: number;
}

const TITLE_LENGTH = 7;
const TITLE_SATURATION = 0.6;
const TEXT_LENGTH = 90;
const TEXT_SATURATION = 1.8;
const RARE_DOCUMENTS = 5;

/** Weights of the query's own terms, to set sums against. */
export interface QueryWeights {
  subject: number;
  body: number;
  subjectTerms: number;
  /** Of all terms, as the engine scores them. */
  whole: number;
}

export function weighQuery(terms: readonly QueryTerm[]): QueryWeights {
  const weights: QueryWeights = { subject: 0, body: 0, subjectTerms: 0, whole: 0 };
  for (const term of terms) {
    const inSubject = (term.parts[SUBJECT_PART] ?? 0) > 0;
    if (inSubject) weights.subject += term.idf;
    if (inSubject) weights.subjectTerms++;
    if (inBody(term)) weights.body += term.idf;
    weights.whole += term.weight * term.idf;
  }
  return weights;
}

/** Counts what `hit` has in common with the query whose terms these are. */
export function matchOf(hit: Hit, terms: readonly QueryTerm[]): HitMatch {
  const [titleLength = 0, ...textLengths] = hit.lengths;
  const textLength = textLengths.reduce((sum, length) => sum + length, 0);
  const titleNorm = 0.5 + (0.5 * titleLength) / TITLE_LENGTH;
  const textNorm = 0.2 + (0.8 * textLength) / TEXT_LENGTH;
  const match = emptyMatch();
  for (let at = 0; at < hit.matches.length; at += MATCH_STRIDE) {
    const term = terms[hit.matches[at] ?? 0];
    if (term === undefined) continue;
    const inTitle = hit.matches[at + 1] ?? 0;
    let inText = 0;
    for (let field = 2; field < MATCH_STRIDE; field++) inText += hit.matches[at + field] ?? 0;
    const title = saturate(inTitle / titleNorm, TITLE_SATURATION) * term.idf;
    const text = saturate(inText / textNorm, TEXT_SATURATION) * term.idf;
    addTerm(match, term, { title, text, inTitle: inTitle > 0 });
  }
  return match;
}

function addTerm(
  match: HitMatch,
  term: QueryTerm,
  { title, text, inTitle }: { title: number; text: number; inTitle: boolean },
): void {
  const { idf } = term;
  match.terms++;
  if (term.documents <= RARE_DOCUMENTS) match.rareTerms++;
  if (inTitle) match.titleTerms++;
  if ((term.parts[SUBJECT_PART] ?? 0) > 0) {
    match.subject += idf;
    match.subjectInTitle += title;
    match.subjectInText += text;
    match.rarestOfSubject = Math.max(match.rarestOfSubject, idf);
    if (inTitle) match.titleTermsInSubject++;
  }
  if (inBody(term)) {
    match.body += idf;
    match.bodyInTitle += title;
    match.bodyInText += text;
  }
  if (term.identifier) {
    match.identifiers += idf;
    if (inTitle) match.identifiersInTitle += idf;
  }
}

function inBody(term: QueryTerm): boolean {
  return BODY_PARTS.some((part) => (term.parts[part] ?? 0) > 0);
}

function saturate(count: number, half: number): number {
  return count / (half + count);
}

function emptyMatch(): HitMatch {
  return {
    subjectInTitle: 0,
    subjectInText: 0,
    bodyInTitle: 0,
    bodyInText: 0,
    subject: 0,
    body: 0,
    identifiers: 0,
    identifiersInTitle: 0,
    titleTerms: 0,
    titleTermsInSubject: 0,
    rarestOfSubject: 0,
    rareTerms: 0,
    terms: 0,
  };
}
