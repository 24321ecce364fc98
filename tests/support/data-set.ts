/** Reads a folder of documents, tickets and right answers: `docs.jsonl`, `queries.jsonl`, `qrels.tsv`. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface DataDocument {
  id: string;
  title: string;
  body: string;
  created?: string;
  product?: string;
  component?: string;
  version?: string;
  status?: string;
  /** Id of the oldest report of the same fault, as known at the very end. */
  group?: string;
  /** When the report was closed as a duplicate. */
  linked?: string;
}

export interface DataQuery extends DataDocument {
  split: 'train' | 'dev' | 'test';
}

export interface DataSet {
  name: string;
  documents: DataDocument[];
  queries: DataQuery[];
  /** Query id → right document ids with their grade. */
  answers: Map<string, Map<string, number>>;
}

/** Reads `<folder>/{docs,queries}.jsonl[.gz]` and `qrels.tsv`; throws a sentence when one is missing. */
export function readDataSet(folder: string): DataSet {
  const answers = new Map<string, Map<string, number>>();
  for (const line of readText(folder, 'qrels.tsv').split('\n')) {
    const [query, document, grade] = line.split('\t');
    if (query === undefined || document === undefined || grade === undefined) continue;
    const right = answers.get(query) ?? new Map<string, number>();
    answers.set(query, right.set(document, Number(grade)));
  }
  return {
    name: path.basename(path.resolve(folder)),
    documents: readLines<DataDocument>(folder, 'docs.jsonl'),
    queries: readLines<DataQuery>(folder, 'queries.jsonl'),
    answers,
  };
}

function readLines<T>(folder: string, name: string): T[] {
  return readText(folder, name)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

function readText(folder: string, name: string): string {
  const plain = path.join(folder, name);
  if (existsSync(plain)) return readFileSync(plain, 'utf8');
  if (existsSync(`${plain}.gz`)) return gunzipSync(readFileSync(`${plain}.gz`)).toString('utf8');
  throw new Error(`No ${name} (nor ${name}.gz) in ${folder}`);
}
