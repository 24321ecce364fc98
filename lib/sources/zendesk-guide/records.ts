/** What Zendesk's help centre API answers, as far as we use it. */
import * as z from 'zod/mini';
import { idSchema, loose, looseList, timeSchema } from '@/lib/sources/tracker/fields';

const text = loose(z.nullable(z.string()));
const flag = loose(z.nullable(z.boolean()));
const time = loose(z.nullable(timeSchema));
/** null: everyone. */
const segment = z.nullish(idSchema);

export const localesSchema = z.object({
  locales: z.array(z.string().check(z.regex(/^[A-Za-z0-9-]+$/))),
  default_locale: loose(z.string()),
});

export const articleSchema = z.object({
  id: idSchema,
  html_url: text,
  title: text,
  name: text,
  body: text,
  locale: loose(z.string()),
  draft: flag,
  outdated: flag,
  outdated_locales: looseList(z.string()),
  section_id: loose(z.nullable(idSchema)),
  user_segment_id: segment,
  user_segment_ids: looseList(idSchema),
  label_names: looseList(z.string()),
  updated_at: timeSchema,
  edited_at: time,
});
export type ArticleRecord = z.infer<typeof articleSchema>;

export const sectionSchema = z.object({
  id: idSchema,
  name: text,
  category_id: loose(z.nullable(idSchema)),
});
const categorySchema = z.object({ id: idSchema, name: text });

export const articlePageSchema = z.object({
  articles: z.array(z.unknown()),
  sections: looseList(sectionSchema),
  categories: looseList(categorySchema),
});
export type ArticlePage = z.infer<typeof articlePageSchema>;

export const sectionPageSchema = z.object({
  sections: z.array(z.unknown()),
  categories: looseList(categorySchema),
});

export const segmentPageSchema = z.object({ user_segments: z.array(z.unknown()) });

export const segmentSchema = z.object({
  id: idSchema,
  user_type: text,
  group_ids: looseList(idSchema),
  organization_ids: looseList(idSchema),
  tags: looseList(z.string()),
  or_tags: looseList(z.string()),
});
export type SegmentRecord = z.infer<typeof segmentSchema>;

export const postSchema = z.object({
  id: idSchema,
  html_url: text,
  title: text,
  details: text,
  topic_id: loose(z.nullable(idSchema)),
  status: text,
  comment_count: loose(z.nullable(z.number())),
  updated_at: timeSchema,
});
export type PostRecord = z.infer<typeof postSchema>;

export const postPageSchema = z.object({
  posts: z.array(z.unknown()),
  topics: looseList(z.object({ id: idSchema, name: text, user_segment_id: segment })),
});
export type PostPage = z.infer<typeof postPageSchema>;
export type TopicRecord = z.infer<typeof postPageSchema>['topics'][number];

export const topicPageSchema = z.object({ topics: z.array(z.unknown()) });

export const commentSchema = z.object({
  body: text,
  official: flag,
  vote_sum: loose(z.nullable(z.number())),
  created_at: timeSchema,
  updated_at: time,
});
export type CommentRecord = z.infer<typeof commentSchema>;

export const commentPageSchema = z.object({ comments: z.array(z.unknown()) });
