/** Relevance on real tickets and the help pages that answered them, ticket text whole, nothing learned. */
import path from 'node:path';
import { existsSync } from 'node:fs';
import type { BenchOptions } from '@/tests/bench/index';
import { quantile } from '@/tests/bench/report';
import { toDataItems, toDataTicket } from '@/tests/support/data-items';
import { readDataSet } from '@/tests/support/data-set';
import { createNodeSuggester } from '@/tests/support/node-suggester';
import { unwrap } from '@/tests/support/unwrap';

const DEFAULT_SETS = ['../shared/data/jquery-docs', '../shared/data/titanium-docs'];
const CUT = 10;

export async function benchRelevance({ report, data }: BenchOptions): Promise<void> {
  const folders = data === undefined ? DEFAULT_SETS : [data];
  for (const folder of folders) {
    if (existsSync(path.resolve(folder))) await benchFolder(folder, report);
    else console.error(`Skipped ${folder}: there is no such folder. Name one with --data DIR.`);
  }
}

async function benchFolder(folder: string, report: BenchOptions['report']): Promise<void> {
  const set = readDataSet(folder);
  const suggester = await createNodeSuggester(await toDataItems(set.documents), () => new Date());
  const times: number[] = [];
  for (const split of ['dev', 'test']) {
    const scores: { ndcg: number; recall: number }[] = [];
    for (const query of set.queries.filter((one) => one.split === split)) {
      const right = set.answers.get(query.id);
      if (right === undefined) continue;
      const list = unwrap(await suggester.suggest(toDataTicket(query), []));
      times.push(list.tookMs);
      const ids = list.suggestions.map(({ item }) => item.key ?? '').slice(0, CUT);
      scores.push(scoreRanking(ids, new Set(right.keys())));
    }
    const mean = (pick: (score: (typeof scores)[number]) => number): number =>
      scores.reduce((sum, score) => sum + pick(score), 0) / Math.max(1, scores.length);
    const about = {
      engine: 'trivet',
      set: `${set.name}/${split}`,
      variant: 'cold',
      n: scores.length,
    };
    report({
      bench: 'relevance',
      metric: 'ndcg@10',
      value: mean((s) => s.ndcg),
      unit: 'share',
      ...about,
    });
    report({
      bench: 'relevance',
      metric: 'recall@10',
      value: mean((s) => s.recall),
      unit: 'share',
      ...about,
    });
  }
  const about = { engine: 'trivet', set: set.name, docs: set.documents.length };
  const bench = 'relevance';
  report({ bench, metric: 'query_p50_ms', value: quantile(times, 0.5), unit: 'ms', ...about });
  report({ bench, metric: 'query_p95_ms', value: quantile(times, 0.95), unit: 'ms', ...about });
}

/** Binary gains; the ideal ranking has all right documents first (`n` of them, at most ten). */
export function scoreRanking(
  ids: readonly string[],
  right: ReadonlySet<string>,
): { ndcg: number; recall: number } {
  const gain = (rank: number): number => 1 / Math.log2(rank + 2);
  const found = ids.reduce((sum, id, rank) => sum + (right.has(id) ? gain(rank) : 0), 0);
  const ideal = Array.from({ length: Math.min(CUT, right.size) }, (_, rank) => gain(rank));
  const best = ideal.reduce((sum, value) => sum + value, 0);
  const hits = ids.filter((id) => right.has(id)).length;
  return { ndcg: best === 0 ? 0 : found / best, recall: right.size === 0 ? 0 : hits / right.size };
}
