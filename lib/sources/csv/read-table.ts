/** A table of documents (CSV, with commas, semicolons or tabs) as the records an import takes. */
import Papa from 'papaparse';
import { hashText } from '@/lib/core/ids';
import { findColumns, type Columns, type Field } from '@/lib/sources/csv/columns';

/** A row as a document, and its place, counted from 1 with the row of names. */
export interface TableRow {
  number: number;
  record: Record<string, unknown>;
}

/** More rows belong into a file with one document a line. */
const MOST_ROWS = 500_000;

/** The documents of a table, or null when its first row names neither a title nor a text. */
export async function readTable(text: string): Promise<TableRow[] | null> {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    preview: MOST_ROWS,
    // Kept, so that places are those a person counts.
    skipEmptyLines: false,
  });
  const columns = findColumns(data[0] ?? []);
  if (columns === null) return null;
  const rows: TableRow[] = [];
  const named = new Map<string, number>();
  for (const [at, cells] of data.entries()) {
    if (at === 0 || cells.every((cell) => cell.trim() === '')) continue;
    const record = toRecord(cells, columns);
    record['id'] ??= await nameOf(record, named);
    rows.push({ number: at + 1, record });
  }
  return rows;
}

function toRecord(cells: readonly string[], columns: Columns): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [field, column] of Object.entries(columns) as [Field, number][]) {
    const cell = (cells[column] ?? '').trim();
    if (cell !== '') record[field] = field === 'labels' ? splitLabels(cell) : cell;
  }
  return record;
}

/** A table without numbers names its rows by their address, else by their title; equals are counted. */
async function nameOf(
  { url, title, body }: Record<string, unknown>,
  named: Map<string, number>,
): Promise<string> {
  const known = [url, title, body].find((value) => typeof value === 'string') ?? '';
  const name = (await hashText(known)).slice(0, 16);
  const count = (named.get(name) ?? 0) + 1;
  named.set(name, count);
  return count === 1 ? name : `${name}-${count}`;
}

/** `a, b; c | d`, or a list as JSON. */
function splitLabels(cell: string): string[] {
  const bare = cell.replace(/^\[(.*)\]$/s, '$1');
  return bare
    .split(/[,;|\n]/)
    .map((label) => label.trim().replace(/^["'](.*)["']$/s, '$1'))
    .filter((label) => label !== '');
}
