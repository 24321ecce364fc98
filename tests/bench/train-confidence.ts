/**
 * Fits the confidence of suggestions: that of known issues to the sample tickets and to the reports of real
 * trackers, that of answers to the sample tickets. Also says how a model does on each sample ticket when it
 * was fitted without it.
 */
import { writeFileSync } from 'node:fs';
import { KNOWN_ISSUE_CONFIDENCE } from '@/lib/suggest/confidence';
import { findCandidates, type Candidate } from '@/lib/suggest/candidates';
import type { Feature } from '@/lib/suggest/features';
import type { Item } from '@/lib/model/item';
import { replayBugs } from '@/tests/bench/bug-replay';
import { isRight, issueAt } from '@/tests/bench/claims';
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
 * What mattered, left out one by one, on dev reports and sample tickets; the rest only fits the sample closer. An
 * identifier weighs in title and evidence; apart from them it only says that a person quotes codes.
 */
const ISSUE_FEATURES: readonly Feature[] = [
  'title',
  'evidence',
  'margin',
  'certainty',
  'familySize',
  'subjectMissing',
  'bodyInTitle',
  'termsInCommon',
  'unique',
  'unopposed',
  'otherVersion',
  'during',
];
const ANSWER_FEATURES: readonly Feature[] = [
  'coverage',
  'title',
  'identifier',
  'evidence',
  'margin',
  'certainty',
  'lead',
  'unique',
  'unopposed',
  'foreign',
];
const PENALTY = 1;
/** Rows that all reports of a tracker count for: fewer than the sample tickets, which are a helpdesk's. */
const TRACKER_ROWS = 40;
/** What a ticket counts for when only issues, or only answers, are known: the whole sample counts one. */
const ALONE = 0.3;

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

/** The candidates of the whole sample count fully. */
export interface SampleRows {
  issueRows: SampleRow[];
  answerRows: SampleRow[];
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
export async function collectRows(): Promise<SampleRows> {
  const whole = await loadSampleWorld();
  const tickets = readSampleTickets();
  const isIssue = ({ issue }: Item): boolean => issue !== undefined;
  const { issueRows, answerRows } = await rowsOfWorld(whole, tickets, 1);
  // Teams without a bug tracker, and teams without articles.
  const issuesAlone = await rowsOfWorld(whole.filter(isIssue), tickets, ALONE);
  const answersAlone = await rowsOfWorld(
    whole.filter((item) => !isIssue(item)),
    tickets,
    ALONE,
  );
  return {
    issueRows: [...issueRows, ...issuesAlone.issueRows],
    answerRows: [...answerRows, ...answersAlone.answerRows],
  };
}

async function rowsOfWorld(
  items: Item[],
  tickets: readonly SampleTicket[],
  importance: number,
): Promise<SampleRows> {
  const sources = {
    engine: await createNodeEngine(items),
    items: readerOf(items),
    experience: NO_EXPERIENCE,
  };
  const rows: SampleRows = { issueRows: [], answerRows: [] };
  for (const ticket of tickets) {
    const { issue, answers } = unwrap(await findCandidates(sources, toTicket(ticket)));
    const row = (candidate: Candidate, features: readonly Feature[]): SampleRow => ({
      ...toRow(ticket, candidate, features),
      importance,
    });
    if (issue !== null) rows.issueRows.push(row(issue, ISSUE_FEATURES));
    rows.answerRows.push(...answers.map((answer) => row(answer, ANSWER_FEATURES)));
  }
  return rows;
}

/** The best issue of every train and dev report, of known faults and of new ones. */
async function rowsOfTracker(set: DataSet): Promise<Row[]> {
  const rows: Omit<Row, 'importance'>[] = [];
  for await (const moment of replayBugs(set, {
    meta: false,
    learn: true,
    splits: ['train', 'dev'],
    firsts: true,
  })) {
    const issue = await issueAt(moment);
    if (issue === null) continue;
    const values = ISSUE_FEATURES.map((feature) => issue.features[feature]);
    rows.push({ values, isRight: isRight(moment, issue) });
  }
  return rows.map((row) => ({ ...row, importance: TRACKER_ROWS / rows.length }));
}

function toRow(
  ticket: SampleTicket,
  candidate: Candidate,
  features: readonly Feature[],
): Omit<SampleRow, 'importance'> {
  const name = candidate.item.id.split(':')[2] ?? '';
  const { expect } = ticket;
  return {
    ticket,
    values: features.map((feature) => candidate.features[feature]),
    isRight: name === expect.issue || expect.articles.includes(name),
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
      .filter((row) => row.ticket === ticket && row.importance === 1)
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
