/** The records of an imported file: what each may hold, and how much of it is believed. */
import * as z from 'zod/mini';
import type { StatusCategory } from '@/lib/model/issue-facts';
import { itemKindSchema, type Visibility } from '@/lib/model/item';
import { visibilitySchema } from '@/lib/model/visibility';

/** A field of another type is left out: one slip does not cost the whole record. */
const otherwise = z.catch;
const text = z.string();
const maybeText = otherwise(z.optional(text), undefined);

export const recordSchema = z.object({
  id: z.union([text, z.number()]),
  title: maybeText,
  /** HTML or Markdown. */
  body: maybeText,
  url: maybeText,
  created: maybeText,
  updated: maybeText,
  product: maybeText,
  component: maybeText,
  version: maybeText,
  labels: otherwise(z.optional(z.array(otherwise(text, ''))), undefined),
  /** Whatever stands here and is not understood must not count as nothing. */
  visibility: z.optional(z.unknown()),
  kind: otherwise(z.optional(itemKindSchema), undefined),
  locale: maybeText,
  /** Of issues and incidents: a word of ours or of a common tracker. */
  status: maybeText,
  fixVersion: maybeText,
  workaround: maybeText,
});
export type ImportRecord = z.infer<typeof recordSchema>;

/** Why a line was left out. */
export type SkipReason =
  'too-long' | 'not-json' | 'not-a-record' | 'no-text' | 'no-status' | 'no-columns';

const CATEGORIES: Record<string, StatusCategory> = {
  open: 'open',
  new: 'open',
  'to do': 'open',
  reopened: 'open',
  backlog: 'open',
  'in progress': 'in-progress',
  'in-progress': 'in-progress',
  'in review': 'in-progress',
  'fixed-unreleased': 'fixed-unreleased',
  'fixed unreleased': 'fixed-unreleased',
  fixed: 'fixed',
  resolved: 'fixed',
  done: 'fixed',
  closed: 'fixed',
  'wont-fix': 'wont-fix',
  "won't fix": 'wont-fix',
  wontfix: 'wont-fix',
  duplicate: 'duplicate',
};

/** Our category for a tracker's word, or null for one we do not know. */
export function categoryOf(status: string | undefined): StatusCategory | null {
  const word = (status ?? '').trim().toLowerCase();
  return Object.hasOwn(CATEGORIES, word) ? (CATEGORIES[word] ?? null) : null;
}

/** Who may see a record; `unstated` when it says nothing. A word that is not ours means unknown. */
export function visibilityOf(stated: unknown, unstated: Visibility): Visibility {
  if (stated === undefined || stated === null || stated === '') return unstated;
  const word = typeof stated === 'string' ? stated.trim().toLowerCase() : stated;
  const known = visibilitySchema.safeParse(word);
  return known.success ? known.data : 'unknown';
}
