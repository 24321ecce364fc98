/** The rankings' models: curves that `npm run bench -- train` finds on real tickets. */
import type { RankModel } from '@/lib/suggest/rank/model';
import answer from '@/lib/suggest/rank/answer-model.json';
import issue from '@/lib/suggest/rank/issue-model.json';

/** For issues and incidents. */
export const ISSUE_MODEL: RankModel = issue;

/** For articles and other answers. */
export const ANSWER_MODEL: RankModel = answer;
