/** Why an item is offered, in the ticket's own words. */
import type { Reason } from '@/lib/model/suggestion';
import type { TermEvidence } from '@/lib/search/contract';
import type { ExplainedHit } from '@/lib/search/evidence';
import type { Agreement } from '@/lib/suggest/features';

const WORDS_SHOWN = 6;

/** Words that carry less than this share of the hit's score explain nothing. */
const WORD_SHARE = 0.03;

/** A fault is news for so long; after that its age explains nothing. */
const RECENT_DAYS = 14;

/** What speaks for an item besides its words. */
export interface Background {
  /** How many tickets like this one it answered. */
  answered?: number;
  /** Known reports of the same fault among the candidates. */
  reports?: number;
  /** Whole days from the first report to the ticket; null where it is unknown or means nothing. */
  daysOld?: number | null;
}

/** Strongest kinds of evidence first; never empty for a hit. */
export function reasonsOf(
  hit: ExplainedHit,
  agreement: Agreement,
  { answered = 0, reports = 1, daysOld = null }: Background = {},
): Reason[] {
  const words = hit.terms.filter((term) => !term.identifier);
  const inTitle = surfaces(words.filter(({ fields }) => fields.includes('title')));
  const elsewhere = surfaces(
    words.filter(
      ({ fields, score }) => !fields.includes('title') && score >= hit.score * WORD_SHARE,
    ),
  ).filter((word) => !inTitle.includes(word));
  const reasons: Reason[] = [];
  if (agreement.identifiers.length > 0) {
    reasons.push({ kind: 'identifier', values: agreement.identifiers });
  }
  if (answered > 0) reasons.push({ kind: 'precedent', tickets: answered });
  if (reports > 1) reasons.push({ kind: 'reports', count: reports });
  if (daysOld !== null && daysOld <= RECENT_DAYS) reasons.push({ kind: 'recent', days: daysOld });
  if (inTitle.length > 0) reasons.push({ kind: 'title', words: inTitle });
  if (agreement.version !== null) reasons.push({ kind: 'version', version: agreement.version });
  if (agreement.product !== null) reasons.push({ kind: 'product', product: agreement.product });
  if (elsewhere.length > 0) reasons.push({ kind: 'words', words: elsewhere });
  return reasons;
}

function surfaces(terms: readonly TermEvidence[]): string[] {
  return [...new Set(terms.map(({ surface }) => surface.toLowerCase()))].slice(0, WORDS_SHOWN);
}
