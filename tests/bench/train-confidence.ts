/**
 * Fits the confidence of suggestions: that of known issues to the sample tickets and to the reports of real
 * trackers, that of answers to the sample tickets. Also says how a model does on each sample ticket when it
 * was fitted without it.
 */
import { writeFileSync } from 'node:fs';
import { KNOWN_ISSUE_CONFIDENCE } from '@/lib/suggest/confidence';
import { findCandidates, type Candidate } from '@/lib/suggest/candidates';
import { FEATURES, type Feature } from '@/lib/suggest/features';
import { replayBugs } from '@/tests/bench/bug-replay';
import { isRight, issuesAt } from '@/tests/bench/claims';
import type { BenchOptions } from '@/tests/bench/index';
import { fitLogistic, sigmoid } from '@/tests/bench/logistic';
import type { Report } from '@/tests/bench/report';
import type { DataSet } from '@/tests/support/data-set';
import { createNodeEngine, NO_EXPERIENCE, readerOf } from '@/tests/support/node-suggester';
import { loadSampleWorld } from '@/tests/support/sample-world';
import { readSampleTickets, toTicket, type SampleTicket } from '@/tests/support/sample-tickets';
import { unwrap } from '@/tests/support/unwrap';

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
/** Rows that all reports of a tracker count for: fewer than the sample tickets, which are a helpdesk's. */
const TRACKER_ROWS = 40;

/** One candidate: its features and whether it is right. */
export interface Row {
  values: number[];
  isRight: boolean;
  importance: number;
}

/** A candidate of a sample ticket. */
export interface SampleRow extends Row {
  ticket: SampleTicket;
}

export async function trainConfidence(
  { report }: BenchOptions,
  trackers: readonly DataSet[],
): Promise<void> {
  const { issueRows, answerRows } = await collectRows();
  const reported: Row[] = [];
  for (const set of trackers) reported.push(...(await rowsOfTracker(set)));
  reportLeftOut(report, 'train', issueRows, reported);
  const weights = {
    issue: named(ISSUE_FEATURES, fit([...issueRows, ...reported])),
    answer: named(ANSWER_FEATURES, fit(answerRows)),
  };
  writeFileSync(FILE, `${JSON.stringify(weights, null, 2)}\n`);
}

/** The issue that would be named for each sample ticket, and all answers that would be shown. */
export async function collectRows(): Promise<{ issueRows: SampleRow[]; answerRows: SampleRow[] }> {
  const items = await loadSampleWorld();
  const sources = {
    engine: await createNodeEngine(items),
    items: readerOf(items),
    experience: NO_EXPERIENCE,
  };
  const issueRows: SampleRow[] = [];
  const answerRows: SampleRow[] = [];
  for (const ticket of readSampleTickets()) {
    const { issues, answers } = unwrap(await findCandidates(sources, toTicket(ticket), []));
    issueRows.push(...issues.slice(0, 1).map((issue) => toRow(ticket, issue, ISSUE_FEATURES)));
    answerRows.push(...answers.map((answer) => toRow(ticket, answer, ANSWER_FEATURES)));
  }
  return { issueRows, answerRows };
}

/** The best issue of every train and dev report, of known faults and of new ones. */
async function rowsOfTracker(set: DataSet): Promise<Row[]> {
  const rows: Omit<Row, 'importance'>[] = [];
  for await (const moment of replayBugs(set, {
    meta: false,
    splits: ['train', 'dev'],
    firsts: true,
  })) {
    for (const issue of (await issuesAt(moment)).slice(0, 1)) {
      const values = ISSUE_FEATURES.map((feature) => issue.features[feature]);
      rows.push({ values, isRight: isRight(moment, issue) });
    }
  }
  return rows.map((row) => ({ ...row, importance: TRACKER_ROWS / rows.length }));
}

function toRow(
  ticket: SampleTicket,
  candidate: Candidate,
  features: readonly Feature[],
): SampleRow {
  const name = candidate.item.id.split(':')[2] ?? '';
  const { expect } = ticket;
  return {
    ticket,
    values: features.map((feature) => candidate.features[feature]),
    isRight: name === expect.issue || expect.articles.includes(name),
    importance: 1,
  };
}

function fit(rows: readonly Row[]): number[] {
  return fitLogistic(
    rows.map(({ values }) => values),
    rows.map((row) => Number(row.isRight)),
    PENALTY,
    rows.map(({ importance }) => importance),
  );
}

function named(features: readonly Feature[], [bias = 0, ...weights]: number[]) {
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  const pairs = features.map((feature, at) => [feature, round(weights[at] ?? 0)]);
  return { bias: round(bias), ...Object.fromEntries(pairs) };
}

/** Every sample ticket judged by a model that has not seen it; `others` are fitted to as well. */
export function reportLeftOut(
  report: Report,
  bench: string,
  rows: readonly SampleRow[],
  others: readonly Row[] = [],
): void {
  let claimed = 0;
  let right = 0;
  let falseClaims = 0;
  const tickets = new Set(rows.map(({ ticket }) => ticket));
  for (const ticket of tickets) {
    const [bias = 0, ...weights] = fit([...rows.filter((row) => row.ticket !== ticket), ...others]);
    const [best] = rows
      .filter((row) => row.ticket === ticket)
      .map((row) => {
        const sum = row.values.reduce((total, x, at) => total + x * (weights[at] ?? 0), bias);
        return { row, confidence: sigmoid(sum) };
      })
      .sort((a, b) => b.confidence - a.confidence);
    if (best === undefined || best.confidence < KNOWN_ISSUE_CONFIDENCE) continue;
    claimed++;
    if (best.row.isRight) right++;
    const { expect } = ticket;
    if (expect.issue === null && expect.articles.length === 0) falseClaims++;
  }
  const caused = [...tickets].filter(({ expect }) => expect.issue !== null).length;
  const figure = (metric: string, value: number, unit: string, n: number): void =>
    report({ bench, engine: 'trivet', set: 'sample', variant: 'left-out', metric, value, unit, n });
  figure('known_issue_recall', right / caused, 'share', caused);
  figure('known_issue_precision', right / Math.max(1, claimed), 'share', claimed);
  figure('false_claims', falseClaims, 'tickets', tickets.size);
}
