/** What Redmine's REST API answers, as far as we use it (read from 5.0; the same since 3.x). */
import * as z from 'zod/mini';
import { idSchema, listOf, loose, looseList, timeSchema } from '@/lib/sources/tracker/fields';

const named = z.object({ id: idSchema, name: z.string() });

const relationSchema = z.object({
  issue_id: idSchema,
  issue_to_id: idSchema,
  relation_type: z.string(),
});

const fieldSchema = z.object({ id: idSchema, name: loose(z.string()), value: z.unknown() });
export type FieldRecord = z.infer<typeof fieldSchema>;

export const rowSchema = z.object({ id: idSchema, updated_on: timeSchema });

export const issueSchema = z.object({
  id: idSchema,
  subject: z.string(),
  description: loose(z.string()),
  project: named,
  tracker: loose(named),
  status: z.object({ name: z.string(), is_closed: loose(z.boolean()) }),
  category: loose(named),
  fixed_version: loose(named),
  due_date: loose(z.string()),
  done_ratio: loose(z.number()),
  is_private: loose(z.boolean()),
  custom_fields: looseList(fieldSchema),
  relations: looseList(relationSchema),
  created_on: timeSchema,
  updated_on: timeSchema,
  closed_on: loose(z.string()),
});
export type IssueRecord = z.infer<typeof issueSchema>;

export const issuesSchema = z.object({
  issues: z.array(z.unknown()),
  total_count: z.number(),
  offset: z.number(),
});

const versionSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** `open`, `locked` or `closed`. */
  status: loose(z.string()),
  due_date: loose(z.string()),
});
export type VersionRecord = z.infer<typeof versionSchema>;
export const versionsSchema = z.object({ versions: listOf(versionSchema) });

export const userSchema = z.object({ user: z.object({ login: z.string() }) });

export const trackersSchema = z.object({ trackers: listOf(named) });
