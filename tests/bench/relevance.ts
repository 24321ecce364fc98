/**
 * Relevance on real tickets. Trackers are replayed in the order of time (`cold`: text and time; `history`: known
 * duplicates too; `history+meta`: also product, component and version); help pages are ranked with nothing learned
 * (`cold`) and after learning from all earlier tickets (`history`). Only `test` queries are reported.
 */
import { ANSWER_FEATURES, ISSUE_FEATURES } from '@/lib/suggest/rank/features/index';
import { ANSWER_MODEL, ISSUE_MODEL } from '@/lib/suggest/rank/models';
import { replayTickets } from '@/tests/bench/article-replay';
import { rankingCaseOf, replayBugs } from '@/tests/bench/bug-replay';
import { claimsOf, reportClaims } from '@/tests/bench/claims';
import type { SpeedOptions } from '@/tests/bench/index';
import { benchPeerRelevance } from '@/tests/bench/peer-relevance';
import { isBugSet, reportScores, scoreCase, type RankingScore } from '@/tests/bench/ranking-case';
import type { Report } from '@/tests/bench/report';
import { readSets } from '@/tests/bench/speed-given';
import type { DataSet } from '@/tests/support/data-set';

export async function benchRelevance({ report, folders, engines }: SpeedOptions): Promise<void> {
  for (const set of readSets(folders)) {
    if (engines.length === 0 || engines.includes('trivet')) {
      if (isBugSet(set.documents)) await benchBugs(set, report);
      else await benchArticles(set, report);
    }
    await benchPeerRelevance(set, report, engines);
  }
}

const TRACKER_VARIANTS = {
  cold: { learn: false, meta: false },
  history: { learn: true, meta: false },
  'history+meta': { learn: true, meta: true },
};

async function benchBugs(set: DataSet, report: Report): Promise<void> {
  for (const [variant, known] of Object.entries(TRACKER_VARIANTS)) {
    const scores: RankingScore[] = [];
    const claims = [];
    for await (const moment of replayBugs(set, { ...known, splits: ['test'], firsts: true })) {
      claims.push(await claimsOf(moment));
      if (moment.right.size === 0) continue;
      scores.push(scoreCase(await rankingCaseOf(moment), ISSUE_FEATURES, ISSUE_MODEL));
    }
    reportScores(report, { set: set.name, variant, engine: 'trivet' }, scores);
    reportClaims(report, { set: set.name, variant }, claims);
  }
}

async function benchArticles(set: DataSet, report: Report): Promise<void> {
  for (const learn of [false, true]) {
    const scores: RankingScore[] = [];
    for await (const one of replayTickets(set, { learn })) {
      if (one.split === 'test') scores.push(scoreCase(one, ANSWER_FEATURES, ANSWER_MODEL));
    }
    const variant = learn ? 'history' : 'cold';
    reportScores(report, { set: set.name, variant, engine: 'trivet' }, scores);
  }
}
