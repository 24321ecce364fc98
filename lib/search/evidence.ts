/** Reads the matches of a hit: for the few hits that are shown or explained. */
import {
  FIELDS,
  type Field,
  type Hit,
  type QueryTerm,
  type TermEvidence,
} from '@/lib/search/contract';
import { fieldNorms, impactOf } from '@/lib/search/rank/bm25f';
import { MAX_IMPACT } from '@/lib/search/segment/format';

/** Numbers of `Hit.matches` that belong to one term. */
export const MATCH_STRIDE = 1 + FIELDS.length;

/** A hit with the evidence for it. */
export interface ExplainedHit extends Hit {
  /** Strongest first. */
  terms: TermEvidence[];
}

/** The hit with its terms; `terms` are those of its answer. */
export function explainHit(hit: Hit, terms: readonly QueryTerm[]): ExplainedHit {
  return { ...hit, terms: termsOf(hit, terms) };
}

/** The query terms that the hit holds, strongest first; `terms` are those of the hit's answer. */
export function termsOf(hit: Hit, terms: readonly QueryTerm[]): TermEvidence[] {
  const norms = fieldNorms(hit.lengths);
  const found: TermEvidence[] = [];
  for (let at = 0; at < hit.matches.length; at += MATCH_STRIDE) {
    const term = terms[hit.matches[at] ?? 0];
    if (term === undefined) continue;
    const share = impactOf(hit.matches, at + 1, norms) / MAX_IMPACT;
    const fields: Field[] = [];
    for (let field = 0; field < FIELDS.length; field++) {
      const name = FIELDS[field];
      if (name !== undefined && (hit.matches[at + 1 + field] ?? 0) > 0) fields.push(name);
    }
    found.push({ ...term, score: term.weight * term.idf * share, fields });
  }
  return found.sort((a, b) => b.score - a.score);
}
