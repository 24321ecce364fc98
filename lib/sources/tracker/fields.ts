/** Fields that every tracker has in its own way: words, times, names in one line. */
import * as z from 'zod/mini';
import { cut } from '@/lib/core/text';

/** Under its own name it would be taken for that of promises. */
const otherwise = z.catch;

const WORD_LIMIT = 200;
const MOST_WORDS = 50;

/** A field that may be missing, null, or of another type than it should: then it says nothing. */
export function loose<T>(schema: z.ZodMiniType<T>) {
  return otherwise(z.optional(schema), undefined);
}

/** The entries of a list that have the schema's shape. */
export function listOf<T>(schema: z.ZodMiniType<T>) {
  return z.pipe(z.array(z.unknown()), onlyGood(schema));
}

/** The same where no list is an empty one. */
export function looseList<T>(schema: z.ZodMiniType<T>) {
  return z.pipe(otherwise(z.array(z.unknown()), []), onlyGood(schema));
}

function onlyGood<T>(schema: z.ZodMiniType<T>) {
  return z.transform((rows: unknown[]) =>
    rows.flatMap((row) => {
      const parsed = schema.safeParse(row);
      return parsed.success ? [parsed.data] : [];
    }),
  );
}

/** ISO 8601 or any form that `Date` understands. */
export const timeSchema = z
  .string()
  .check(z.refine((text) => !Number.isNaN(Date.parse(text)), 'not a time'));

/** A vendor's number or name of a record. */
export const idSchema = z.pipe(
  z.union([z.string().check(z.minLength(1), z.maxLength(200)), z.number()]),
  z.transform(String),
);

/** Different words in one line each, without empty ones. */
export function words(texts: readonly (string | null | undefined)[]): string[] {
  const lines = texts.map((text) => oneLine(text ?? '', WORD_LIMIT));
  return [...new Set(lines)].filter((line) => line !== '').slice(0, MOST_WORDS);
}

/** In one line, without control characters. */
export function oneLine(text: string, limit: number): string {
  return cut(
    text
      .slice(0, limit * 4)
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
    limit,
  );
}

/** ISO 8601 in UTC. */
export function isoOf(time: string): string {
  return new Date(time).toISOString();
}

/** The day of a date or time as `2026-11-22`, where there is one. */
export function dayOf(time: string | null | undefined): string | undefined {
  const text = (time ?? '').trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const parsed = Date.parse(text);
  return Number.isNaN(parsed) ? undefined : new Date(parsed).toISOString().slice(0, 10);
}
