/** One ticket of a replay: the candidates as the ranking saw them at that time, and which were right. */
import type { RankContext } from '@/lib/suggest/rank/contract';

export interface RankingCase {
  set: string;
  id: string;
  split: 'train' | 'dev' | 'test';
  context: RankContext;
  /** Of each candidate, in the order of the context: whether it is right. */
  right: boolean[];
  /** Of each candidate: candidates with the same name count as one row. */
  rows: string[];
  /** How many right rows there are at all, found or not. */
  rightRows: number;
}
