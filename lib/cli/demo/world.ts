/** The demo's tickets: the sample world's, or those of a folder of real data. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readDataSet, type DataQuery } from '@/tests/support/data-set';
import { readSampleTickets } from '@/tests/support/sample-tickets';
import type { SampleTicket as StandInTicket } from '@/tests/support/zendesk/sample-ticket';

export interface DemoWorld {
  tickets: StandInTicket[];
  first: number;
  /** A file of documents to import; null for the built-in sample. */
  documents: string | null;
  /** What should be suggested, in words; '' where nobody knows. */
  expected(ticket: number): string;
}

/** A ticket that shows both a known issue and an article. */
const SHOWCASE = 20104;

const FIRST_DATA_TICKET = 4001;
const MAX_DATA_TICKETS = 200;

export function loadDemoWorld(data: string | undefined): DemoWorld {
  return data === undefined ? loadSample() : loadData(data);
}

function loadSample(): DemoWorld {
  const tickets = readSampleTickets();
  return {
    tickets,
    first: SHOWCASE,
    documents: null,
    expected(id) {
      const expect = tickets.find((ticket) => ticket.id === id)?.expect;
      if (expect === undefined) return '';
      return [expect.issue ?? [], ...expect.articles].flat().join(', ') || 'nothing fits';
    },
  };
}

function loadData(folder: string): DemoWorld {
  const set = readDataSet(folder);
  const queries = set.queries.filter(({ id }) => set.answers.has(id)).slice(0, MAX_DATA_TICKETS);
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'trivet-demo-')), `${set.name}.jsonl`);
  // These help pages and bug reports are public.
  const lines = set.documents.map((document) =>
    JSON.stringify({ ...document, visibility: 'public' }),
  );
  writeFileSync(file, lines.join('\n'));
  return {
    tickets: queries.map(toStandInTicket),
    first: FIRST_DATA_TICKET,
    documents: file,
    expected(id) {
      const query = queries[id - FIRST_DATA_TICKET];
      return query === undefined ? '' : [...(set.answers.get(query.id)?.keys() ?? [])].join(', ');
    },
  };
}

/** A query of a data set as a helpdesk would hold it. */
export function toStandInTicket(query: DataQuery, index: number): StandInTicket {
  const at = query.created ?? '2026-01-01T00:00:00Z';
  return {
    id: FIRST_DATA_TICKET + index,
    subject: query.title,
    channel: 'web',
    requester: { name: 'Sam Reporter', organization: query.product ?? '', locale: 'en' },
    productVersion: query.version ?? null,
    tags: [],
    messages: [{ author: 'customer', visibility: 'public', body: query.body, at }],
  };
}
