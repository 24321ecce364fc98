/** Known issues as they are claimed: on reports of known faults, and on as many that are the first of theirs. */
import { KNOWN_ISSUE_CONFIDENCE, issueConfidence } from '@/lib/suggest/confidence';
import { findCandidates, type Candidate } from '@/lib/suggest/candidates';
import { keyOf, type Moment } from '@/tests/bench/bug-replay';
import type { Report } from '@/tests/bench/report';
import { NO_EXPERIENCE } from '@/tests/support/node-suggester';
import { unwrap } from '@/tests/support/unwrap';

/** The best issue of one report. */
export interface Claim {
  confidence: number;
  isRight: boolean;
  /** False for the first of its kind: every claim is wrong there. */
  isRepeat: boolean;
}

const LEVELS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

export async function claimsOf(moment: Moment): Promise<Claim> {
  const best = await issueAt(moment);
  return {
    confidence: best === null ? 0 : issueConfidence(best.features),
    isRight: best !== null && isRight(moment, best),
    isRepeat: moment.right.size > 0,
  };
}

/** The best issue as the suggester sees it. */
export async function issueAt({ engine, items, ticket }: Moment): Promise<Candidate | null> {
  const sources = { engine, items, experience: NO_EXPERIENCE };
  return unwrap(await findCandidates(sources, ticket)).issue;
}

/** True when the issue, or the report that matched in its stead, is of the ticket's fault. */
export function isRight({ right }: Moment, { item, hit }: Candidate): boolean {
  return right.has(keyOf(hit.id)) || right.has(keyOf(item.id));
}

/** Precision and recall at the threshold in use, and the curve over other thresholds. */
export function reportClaims(
  report: Report,
  { set, variant }: { set: string; variant: string },
  claims: readonly Claim[],
): void {
  const repeats = claims.filter(({ isRepeat }) => isRepeat).length;
  const at = (level: number, name: string): void => {
    const made = claims.filter(({ confidence }) => confidence >= level);
    const right = made.filter((claim) => claim.isRight).length;
    const about = { bench: 'relevance', unit: 'share', engine: 'trivet', set, variant: name };
    const precision = made.length === 0 ? 1 : right / made.length;
    report({ ...about, metric: 'claim_precision', value: precision, n: made.length });
    report({ ...about, metric: 'claim_recall', value: right / Math.max(1, repeats), n: repeats });
  };
  at(KNOWN_ISSUE_CONFIDENCE, variant);
  for (const level of LEVELS) at(level, `${variant} at ${level}`);
}
