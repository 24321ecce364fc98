/**
 * Finds the models that ranking and confidence use, and writes them: `lib/suggest/rank/*-model.json` from the
 * given sets' train and dev queries, `lib/suggest/weights.json` from the sample tickets and from the reports of
 * the given trackers. Nothing is fitted to `test` queries.
 */
import { writeFileSync } from 'node:fs';
import { ANSWER_FEATURES, ISSUE_FEATURES } from '@/lib/suggest/rank/features/index';
import type { RankFeature } from '@/lib/suggest/rank/contract';
import * as precedents from '@/lib/suggest/rank/features/precedents';

import type { RankModel } from '@/lib/suggest/rank/model';
import { ANSWER_MODEL, ISSUE_MODEL } from '@/lib/suggest/rank/models';
import { measure } from '@/lib/suggest/rank/rank';
import { fitAdditive, type TrainingList } from '@/tests/bench/additive';
import { replayTickets } from '@/tests/bench/article-replay';
import { rankingCaseOf, replayBugs } from '@/tests/bench/bug-replay';
import type { BenchOptions } from '@/tests/bench/index';
import { isBugSet, type RankingCase } from '@/tests/bench/ranking-case';
import { replaySample } from '@/tests/bench/sample-replay';
import { readSets } from '@/tests/bench/speed-given';
import { trainConfidence } from '@/tests/bench/train-confidence';

const FOLDER = new URL('../../lib/suggest/rank/', import.meta.url);

export async function benchTrain(options: BenchOptions): Promise<void> {
  const sets = readSets(options.folders);
  const bugs = sets.filter(({ documents }) => isBugSet(documents));
  const articles = sets.filter((set) => !bugs.includes(set));
  const issueLists: TrainingList[] = [];
  const answerLists: TrainingList[] = [];
  if (articles.length > 0) {
    answerLists.push(...(await collect(replaySample('articles'), ANSWER_FEATURES)));
  }
  if (bugs.length > 0) issueLists.push(...(await collect(replaySample('issue'), ISSUE_FEATURES)));
  for (const set of articles) {
    for (const learn of [false, true]) {
      const cases = replayTickets(set, { learn });
      answerLists.push(...(await collect(cases, ANSWER_FEATURES)));
    }
  }
  for (const set of bugs) {
    for (const meta of [false, true]) {
      const moments = replayBugs(set, {
        meta,
        learn: true,
        splits: ['train', 'dev'],
        firsts: false,
      });
      issueLists.push(...(await collect(mapAsync(moments, rankingCaseOf), ISSUE_FEATURES)));
    }
  }
  // What no set was given for stays as it is.
  const answer =
    answerLists.length === 0
      ? ANSWER_MODEL
      : mirrored(
          fitModel(ANSWER_FEATURES, answerLists, { ridge: 3e-3 }),
          precedents.precedentVotes.name,
        );
  const issue =
    issueLists.length === 0 ? ISSUE_MODEL : fitModel(ISSUE_FEATURES, issueLists, { ridge: 1e-3 });
  write('answer', answer);
  // Trackers say nothing of agents' decisions: what those are worth is learned from articles.
  write('issue', { ...issue, ...pick(answer, Object.values(precedents)) });
  await trainConfidence(options, bugs);
}

/** The lists of train and dev queries; those of one set weigh one together. */
async function collect(
  cases: AsyncIterable<RankingCase>,
  features: readonly RankFeature[],
): Promise<TrainingList[]> {
  const lists: Omit<TrainingList, 'weight'>[] = [];
  for await (const one of cases) {
    if (one.split === 'test') continue;
    lists.push({ rows: measure(one.context, features), right: one.right });
  }
  return lists.map((list) => ({ ...list, weight: 1 / lists.length }));
}

function fitModel(
  features: readonly RankFeature[],
  lists: readonly TrainingList[],
  { ridge }: { ridge: number },
): RankModel {
  const names = features.map(({ name }) => name);
  const varies = names.filter((_, at) => {
    const first = lists[0]?.rows[0]?.[at];
    return lists.some(({ rows }) => rows.some((row) => row[at] !== first));
  });
  const columns = varies.map((name) => names.indexOf(name));
  const narrowed = lists.map((list) => ({
    ...list,
    rows: list.rows.map((row) => columns.map((at) => row[at] ?? 0)),
  }));
  return fitAdditive(varies, narrowed, { ridge });
}

/** No set has dismissals: one takes as much as an answer gives. */
function mirrored(model: RankModel, name: string): RankModel {
  const curve = model[name];
  if (curve === undefined) return model;
  const later = curve.knots.flatMap((knot, at) =>
    knot > 0 ? [{ knot, value: curve.values[at] ?? 0 }] : [],
  );
  const both = [
    ...later.toReversed().map(({ knot, value }) => ({ knot: -knot, value: -value })),
    { knot: 0, value: 0 },
    ...later,
  ];
  const knots = both.map(({ knot }) => knot);
  return { ...model, [name]: { knots, values: both.map(({ value }) => value) } };
}

function pick(model: RankModel, features: readonly RankFeature[]): RankModel {
  const names = features.map(({ name }) => name);
  return Object.fromEntries(Object.entries(model).filter(([name]) => names.includes(name)));
}

function write(name: string, model: RankModel): void {
  const lines = Object.entries(model).map(
    ([feature, curve]) =>
      `  "${feature}": { "knots": [${curve.knots.join(', ')}], "values": [${curve.values.join(', ')}] }`,
  );
  writeFileSync(new URL(`${name}-model.json`, FOLDER), `{\n${lines.join(',\n')}\n}\n`);
}

async function* mapAsync<A, B>(all: AsyncIterable<A>, turn: (one: A) => Promise<B>) {
  for await (const one of all) yield await turn(one);
}
