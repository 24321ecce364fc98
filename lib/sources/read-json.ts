/** Reading JSON answers by a schema. */
import * as z from 'zod/mini';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import { cut } from '@/lib/core/text';
import type {
  SkippedRecord,
  SourceHttp,
  SourceRequest,
  SourceResponse,
} from '@/lib/sources/contract';

/** What places call their records, what people know them by first; titles are content. */
const NAMES = ['html_url', 'web_url', 'key', 'identifier', 'number', 'iid', 'id', 'pageid'];
const MOST_NAME = 200;
const fieldsSchema = z.record(z.string(), z.unknown());

/** A checked answer, and the response it came in. */
export interface JsonAnswer<T> {
  value: T;
  response: SourceResponse;
}

/** Sends a request; `bad-response` when the answer is no JSON or not of the schema's shape. */
export async function requestJson<T>(
  http: SourceHttp,
  request: SourceRequest,
  schema: z.ZodMiniType<T>,
  signal: AbortSignal,
): Promise<Result<JsonAnswer<T>>> {
  const headers = { accept: 'application/json', ...request.headers };
  const sent = await http.send({ ...request, headers }, signal);
  if (!sent.ok) return sent;
  const value = parseJson(sent.value.text, schema);
  return value.ok ? ok({ value: value.value, response: sent.value }) : value;
}

/** `bad-response` with the place in the data that is wrong, never the data itself. */
export function parseJson<T>(text: string, schema: z.ZodMiniType<T>): Result<T> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return fail(fault('bad-response', { why: 'no JSON' }));
  }
  const parsed = schema.safeParse(data);
  if (parsed.success) return ok(parsed.data);
  return fail(fault('bad-response', { why: `unexpected shape at ${placeOf(parsed.error)}` }));
}

/**
 * The rows of a list that have the schema's shape; the others are named in `skipped`, so that one
 * odd record costs itself only.
 */
export function readRows<T>(
  rows: readonly unknown[],
  schema: z.ZodMiniType<T>,
): { rows: T[]; skipped: SkippedRecord[] } {
  const good: T[] = [];
  const skipped: SkippedRecord[] = [];
  for (const [at, row] of rows.entries()) {
    const parsed = schema.safeParse(row);
    if (parsed.success) good.push(parsed.data);
    else skipped.push({ where: recordName(row, at), why: 'shape', detail: placeOf(parsed.error) });
  }
  return { rows: good, skipped };
}

/**
 * How the place names a record that we cannot use, in no language: its address, key, number or id;
 * else its place in the list, from 1.
 */
function recordName(row: unknown, at: number): string {
  const fields = fieldsSchema.safeParse(row);
  const names = fields.success ? NAMES.map((name) => nameOf(fields.data[name])) : [];
  return cut(names.find((name) => name !== '') ?? `#${at + 1}`, MOST_NAME);
}

function nameOf(field: unknown): string {
  if (typeof field === 'number') return String(field);
  return typeof field === 'string' ? field : '';
}

/** Names of fields only: values may be a customer's. */
function placeOf(error: z.core.$ZodError): string {
  return error.issues[0]?.path.map(String).join('.') ?? '';
}
