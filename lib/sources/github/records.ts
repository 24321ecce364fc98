/**
 * What GitHub's REST API answers, as far as we use it
 * (https://docs.github.com/rest/issues/issues, version 2022-11-28).
 */
import * as z from 'zod/mini';
import { idSchema, loose, looseList, timeSchema } from '@/lib/sources/tracker/fields';

/** A list holds pull requests too; every row is one of these. */
export const rowSchema = z.object({ pull_request: z.optional(z.unknown()) });

/** Labels are objects, or names alone in old answers. */
const labelSchema = z.union([
  z.pipe(
    z.object({ name: z.string() }),
    z.transform(({ name }) => name),
  ),
  z.string(),
]);

export const milestoneSchema = z.object({
  number: z.number(),
  title: z.string(),
  state: loose(z.string()),
  due_on: loose(z.string()),
});

export const issueSchema = z.object({
  id: idSchema,
  number: z.number(),
  title: z.string(),
  body: loose(z.string()),
  html_url: z.string(),
  state: z.string(),
  state_reason: loose(z.string()),
  labels: looseList(labelSchema),
  milestone: loose(
    z.object({ title: z.string(), state: loose(z.string()), due_on: loose(z.string()) }),
  ),
  /** The organisation's kind of issue, e.g. `Bug`. */
  type: loose(z.object({ name: z.string() })),
  created_at: timeSchema,
  updated_at: timeSchema,
});
export type IssueRecord = z.infer<typeof issueSchema>;

export const repoSchema = z.object({
  full_name: z.string(),
  name: z.string(),
  private: loose(z.boolean()),
});
export type RepoRecord = z.infer<typeof repoSchema>;

export const accountSchema = z.object({ login: z.string() });

export const listSchema = z.array(z.unknown());
