/** What Discourse answers of topics, as far as we use it. */
import * as z from 'zod/mini';
import { idSchema, loose, looseList, timeSchema } from '@/lib/sources/tracker/fields';

const text = loose(z.nullable(z.string()));
const flag = loose(z.nullable(z.boolean()));

/** `/site/basic-info.json`: the colour tells it from other sites' answers. */
export const basicInfoSchema = z.object({
  title: z.string(),
  header_primary_color: z.string(),
  login_required: loose(z.boolean()),
});

export const sessionSchema = z.object({ current_user: z.object({ username: z.string() }) });

export const siteSchema = z.object({ categories: z.array(z.unknown()) });
export const categorySchema = z.object({ id: idSchema, name: text, read_restricted: flag });
export type CategoryRecord = z.infer<typeof categorySchema>;

/** Tags are words, or objects with a name in newer versions. */
const tagsSchema = z.pipe(
  looseList(z.union([z.string(), z.object({ name: z.string() })])),
  z.transform((tags) => tags.map((tag) => (typeof tag === 'string' ? tag : tag.name))),
);

export const topicSchema = z.object({
  id: idSchema,
  title: text,
  slug: text,
  posts_count: loose(z.nullable(z.number())),
  bumped_at: timeSchema,
  category_id: loose(z.nullable(idSchema)),
  tags: tagsSchema,
  visible: flag,
  pinned: flag,
  archetype: text,
  /** Of the plugin "Solved". */
  has_accepted_answer: flag,
});
export type TopicRecord = z.infer<typeof topicSchema>;

export const topicListSchema = z.object({
  topic_list: z.object({ topics: z.array(z.unknown()), more_topics_url: text }),
});

export const postSchema = z.object({
  post_number: z.number(),
  /** HTML. */
  cooked: z.string(),
  accepted_answer: flag,
  hidden: flag,
});
export type PostRecord = z.infer<typeof postSchema>;

export const topicPageSchema = z.object({
  post_stream: z.object({ posts: z.array(z.unknown()) }),
  accepted_answer: loose(z.nullable(z.object({ post_number: z.number() }))),
});
