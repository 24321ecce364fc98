/**
 * Finds the weights of `lib/suggest/weights.json` on the sample tickets, and says how a model does on
 * each ticket when it was fitted without it.
 */
import { writeFileSync } from 'node:fs';
import { KNOWN_ISSUE_CONFIDENCE } from '@/lib/suggest/confidence';
import { findCandidates, type Candidate } from '@/lib/suggest/candidates';
import { FEATURES, type Feature } from '@/lib/suggest/features';
import type { BenchOptions } from '@/tests/bench/index';
import { fitLogistic, sigmoid } from '@/tests/bench/logistic';
import type { Report } from '@/tests/bench/report';
import { createNodeEngine, readerOf } from '@/tests/support/node-suggester';
import { unwrap } from '@/tests/support/unwrap';
import { loadSampleWorld } from '@/tests/support/sample-world';
import { readSampleTickets, toTicket, type SampleTicket } from '@/tests/support/sample-tickets';

const FILE = new URL('../../lib/suggest/weights.json', import.meta.url);

/**
 * Features that mean nothing to a model are left out of it. An identifier already weighs in coverage,
 * title and lead; apart from them it only says that the ticket came from a person who quotes codes.
 */
const ISSUE_FEATURES = FEATURES.filter((name) => name !== 'identifier');
const ANSWER_FEATURES = FEATURES.filter(
  (name) => !['otherVersion', 'during', 'active', 'wontFix'].includes(name),
);
const PENALTY = 1;

export interface Row {
  ticket: SampleTicket;
  /** The issue's key or the article's name. */
  name: string;
  values: number[];
  isRight: boolean;
}

export async function benchTrain({ report }: BenchOptions): Promise<void> {
  const { issueRows, answerRows } = await collectRows();
  reportLeftOut(report, 'train', issueRows);
  const weights = {
    issue: named(ISSUE_FEATURES, fit(issueRows)),
    answer: named(ANSWER_FEATURES, fit(answerRows)),
  };
  writeFileSync(FILE, `${JSON.stringify(weights, null, 2)}\n`);
}

/** Every candidate of every sample ticket, with its features and whether it is right. */
export async function collectRows(): Promise<{ issueRows: Row[]; answerRows: Row[] }> {
  const items = await loadSampleWorld();
  const engine = await createNodeEngine(items);
  const reader = readerOf(items);
  const issueRows: Row[] = [];
  const answerRows: Row[] = [];
  for (const ticket of readSampleTickets()) {
    const { issues, answers } = unwrap(await findCandidates(engine, reader, toTicket(ticket), []));
    issueRows.push(...issues.map((issue) => toRow(ticket, issue, ISSUE_FEATURES)));
    answerRows.push(...answers.map((answer) => toRow(ticket, answer, ANSWER_FEATURES)));
  }
  return { issueRows, answerRows };
}

function toRow(ticket: SampleTicket, candidate: Candidate, features: readonly Feature[]): Row {
  const name = candidate.item.id.split(':')[2] ?? '';
  const { expect } = ticket;
  const isRight = name === expect.issue || expect.articles.includes(name);
  return { ticket, name, isRight, values: features.map((feature) => candidate.features[feature]) };
}

function fit(rows: readonly Row[]): number[] {
  const labels = rows.map(({ isRight }) => Number(isRight));
  return fitLogistic(
    rows.map(({ values }) => values),
    labels,
    PENALTY,
  );
}

function named(features: readonly Feature[], [bias = 0, ...weights]: number[]) {
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  const pairs = features.map((feature, at) => [feature, round(weights[at] ?? 0)]);
  return { bias: round(bias), ...Object.fromEntries(pairs) };
}

/** Every ticket judged by a model that has not seen it. */
export function reportLeftOut(report: Report, bench: string, rows: readonly Row[]): void {
  let named = 0;
  let right = 0;
  let falseClaims = 0;
  const tickets = new Set(rows.map(({ ticket }) => ticket));
  for (const ticket of tickets) {
    const [bias = 0, ...weights] = fit(rows.filter((row) => row.ticket !== ticket));
    const rated = rows
      .filter((row) => row.ticket === ticket)
      .map((row) => {
        const sum = row.values.reduce((total, x, at) => total + x * (weights[at] ?? 0), bias);
        return { row, confidence: sigmoid(sum) };
      })
      .sort((a, b) => b.confidence - a.confidence);
    const [best] = rated;
    if (best === undefined || best.confidence < KNOWN_ISSUE_CONFIDENCE) continue;
    named++;
    if (best.row.isRight) right++;
    const { expect } = ticket;
    if (expect.issue === null && expect.articles.length === 0) falseClaims++;
  }
  const caused = [...tickets].filter(({ expect }) => expect.issue !== null).length;
  const about = { bench, engine: 'trivet', set: 'sample', variant: 'left-out' };
  report({
    ...about,
    metric: 'known_issue_recall',
    value: right / caused,
    unit: 'share',
    n: caused,
  });
  report({
    ...about,
    metric: 'known_issue_precision',
    value: right / named,
    unit: 'share',
    n: named,
  });
  report({
    ...about,
    metric: 'false_claims',
    value: falseClaims,
    unit: 'tickets',
    n: tickets.size,
  });
}
