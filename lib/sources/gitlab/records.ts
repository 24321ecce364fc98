/**
 * What GitLab's REST API 4 answers, as far as we use it (https://docs.gitlab.com/api/issues/). Issues
 * there are work items now; this list of them stays.
 */
import * as z from 'zod/mini';
import { idSchema, loose, looseList, timeSchema } from '@/lib/sources/tracker/fields';

export const milestoneSchema = z.object({
  title: z.string(),
  state: loose(z.string()),
  due_date: loose(z.string()),
});

export const issueSchema = z.object({
  id: idSchema,
  /** The number within the project. */
  iid: z.number(),
  title: z.string(),
  description: loose(z.string()),
  web_url: z.string(),
  state: z.string(),
  labels: looseList(z.string()),
  milestone: loose(
    z.object({ title: z.string(), state: loose(z.string()), due_date: loose(z.string()) }),
  ),
  due_date: loose(z.string()),
  confidential: loose(z.boolean()),
  issue_type: loose(z.string()),
  /** Of an issue that went to another project. */
  moved_to_id: loose(z.number()),
  _links: loose(z.object({ closed_as_duplicate_of: loose(z.string()) })),
  created_at: timeSchema,
  updated_at: timeSchema,
});
export type IssueRecord = z.infer<typeof issueSchema>;

export const projectSchema = z.object({
  id: idSchema,
  name: z.string(),
  path: z.string(),
  path_with_namespace: z.string(),
  web_url: z.string(),
  visibility: loose(z.string()),
  issues_access_level: loose(z.string()),
});
export type ProjectRecord = z.infer<typeof projectSchema>;

export const accountSchema = z.object({ username: z.string() });
export const listSchema = z.array(z.unknown());
