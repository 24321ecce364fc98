/**
 * What Bugzilla's REST API answers, as far as we use it
 * (https://bugzilla.readthedocs.io/en/5.0/api/core/v1/bug.html).
 */
import * as z from 'zod/mini';
import { idSchema, listOf, loose, looseList, timeSchema } from '@/lib/sources/tracker/fields';

const commentSchema = z.object({
  text: z.string(),
  /** 0 is what the bug was opened with. */
  count: loose(z.number()),
  is_private: loose(z.boolean()),
  is_markdown: loose(z.boolean()),
});
export type CommentRecord = z.infer<typeof commentSchema>;

export const rowSchema = z.object({ id: idSchema, last_change_time: timeSchema });
export const idRowSchema = z.object({ id: idSchema });

export const bugSchema = z.object({
  id: idSchema,
  summary: z.string(),
  status: z.string(),
  resolution: loose(z.string()),
  is_open: loose(z.boolean()),
  dupe_of: loose(idSchema),
  product: loose(z.string()),
  component: loose(z.string()),
  version: loose(z.string()),
  target_milestone: loose(z.string()),
  deadline: loose(z.string()),
  keywords: looseList(z.string()),
  whiteboard: loose(z.string()),
  /** Absent where the server does not say who may see the bug. */
  groups: loose(z.array(z.unknown())),
  creation_time: timeSchema,
  last_change_time: timeSchema,
  /** Absent where the server gives comments only one bug at a time. */
  comments: loose(listOf(commentSchema)),
});
export type BugRecord = z.infer<typeof bugSchema>;

/** Without this list people's mail addresses would come too. */
export const BUG_FIELDS = [
  'id',
  'summary',
  'status',
  'resolution',
  'is_open',
  'dupe_of',
  'product',
  'component',
  'version',
  'target_milestone',
  'deadline',
  'keywords',
  'whiteboard',
  'groups',
  'creation_time',
  'last_change_time',
  'comments',
].join(',');

export const bugsSchema = z.object({ bugs: z.array(z.unknown()) });

export const commentsSchema = z.object({
  bugs: z.record(z.string(), z.object({ comments: listOf(commentSchema) })),
});

export const versionSchema = z.object({ version: z.string() });

export const productsSchema = z.object({ products: listOf(z.object({ name: z.string() })) });

/** What is refused: https://bugzilla.readthedocs.io/en/5.0/api/core/v1/general.html. */
export const refusalSchema = z.object({ error: z.literal(true), code: z.number() });
