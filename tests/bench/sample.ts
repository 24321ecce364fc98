/** How well the sample tickets are answered: the figures a lead would judge a demo by. */
import type { SuggestionList } from '@/lib/model/suggestion';
import type { BenchOptions } from '@/tests/bench/index';
import type { Report } from '@/tests/bench/report';
import { collectRows, reportLeftOut } from '@/tests/bench/train-confidence';
import { createNodeSuggester } from '@/tests/support/node-suggester';
import { unwrap } from '@/tests/support/unwrap';
import { loadSampleWorld, SAMPLE_NOW } from '@/tests/support/sample-world';
import { readSampleTickets, toTicket, type SampleTicket } from '@/tests/support/sample-tickets';

export interface JudgedTicket {
  ticket: SampleTicket;
  /** The issue or incident that was named, by its key. */
  named: string | null;
  /** 1 for the first row on screen, the known issue counted as a row; Infinity when not shown. */
  rank: number;
}

export async function benchSample({ report }: BenchOptions): Promise<void> {
  const items = await loadSampleWorld();
  const suggester = await createNodeSuggester(items, () => SAMPLE_NOW);
  const judged: JudgedTicket[] = [];
  for (const ticket of readSampleTickets()) {
    judged.push(judge(ticket, unwrap(await suggester.suggest(toTicket(ticket)))));
  }
  reportJudged(report, judged);
  // The weights were fitted on these very tickets: this is what they are worth on others.
  reportLeftOut(report, 'sample', (await collectRows()).issueRows);
}

/** Where the expected items came for one ticket. */
export function judge(ticket: SampleTicket, list: SuggestionList): JudgedTicket {
  const rows = [list.knownIssue, ...list.suggestions].filter((row) => row !== null);
  const right = rows.findIndex(({ item }) => isExpected(ticket, item.id));
  const named = list.knownIssue === null ? null : (list.knownIssue.item.id.split(':')[2] ?? null);
  return { ticket, named, rank: right < 0 ? Infinity : right + 1 };
}

function isExpected({ expect }: SampleTicket, id: string): boolean {
  const [, kind, name = ''] = id.split(':');
  return kind === 'article' ? expect.articles.includes(name) : name === expect.issue;
}

function reportJudged(report: Report, judged: readonly JudgedTicket[]): void {
  const answerable = judged.filter(
    ({ ticket: { expect } }) => expect.issue !== null || expect.articles.length > 0,
  );
  const caused = judged.filter(({ ticket }) => ticket.expect.issue !== null);
  const unanswerable = judged.filter((one) => !answerable.includes(one));
  const named = judged.filter((one) => one.named !== null);
  const right = named.filter((one) => one.named === one.ticket.expect.issue);
  const share = (part: number, n: number): number => (n === 0 ? 1 : part / n);
  const figure = (metric: string, value: number, unit: string, n: number): void => {
    report({ bench: 'sample', metric, value, unit, engine: 'trivet', set: 'sample', n });
  };
  const top3 = answerable.filter(({ rank }) => rank <= 3).length;
  figure('top3', share(top3, answerable.length), 'share', answerable.length);
  const recalled = caused.filter((one) => one.named === one.ticket.expect.issue).length;
  figure('known_issue_recall', share(recalled, caused.length), 'share', caused.length);
  figure('known_issue_precision', share(right.length, named.length), 'share', named.length);
  const claims = unanswerable.filter((one) => one.named !== null).length;
  figure('false_claims', claims, 'tickets', unanswerable.length);
}
