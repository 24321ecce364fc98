/** Discourse's JSON pages as the connector needs them. */
import type * as z from 'zod/mini';
import { ok, type Result } from '@/lib/core/result';
import type { SkippedRecord, SourceHttp } from '@/lib/sources/contract';
import type { Solution } from '@/lib/sources/discourse/map';
import {
  categorySchema,
  postSchema,
  sessionSchema,
  siteSchema,
  topicListSchema,
  topicPageSchema,
  topicSchema,
  type CategoryRecord,
  type PostRecord,
  type TopicRecord,
} from '@/lib/sources/discourse/records';
import { readRows, requestJson, type JsonAnswer } from '@/lib/sources/read-json';

/** Limits of a fresh installation: 20 requests a minute for a user's key, 200 for an address. */
const GAP_WITH_KEY = 3_000;
const GAP = 350;

export interface Forum {
  http: SourceHttp;
  address: string;
  /** Empty for nobody's. */
  key: string;
  signal: AbortSignal;
}

export interface TopicPage {
  rows: TopicRecord[];
  skipped: SkippedRecord[];
  /** Number of the page after this one, or null. */
  next: number | null;
}

export function getJson<T>(
  { http, address, key, signal }: Forum,
  path: string,
  schema: z.ZodMiniType<T>,
  why: string,
): Promise<Result<JsonAnswer<T>>> {
  const hasKey = key !== '';
  const headers: Record<string, string> = hasKey ? { 'user-api-key': key } : {};
  const minGapMs = hasKey ? GAP_WITH_KEY : GAP;
  return requestJson(http, { url: address + path, headers, why, minGapMs }, schema, signal);
}

/** Our name there; empty for nobody. A key that is refused is refused here. */
export async function readAccount(forum: Forum): Promise<Result<string>> {
  if (forum.key === '') return ok('');
  const session = await getJson(forum, '/session/current.json', sessionSchema, 'whose key');
  return session.ok ? ok(session.value.value.current_user.username) : session;
}

/** Topics, written to last first; `page` counts from 0. */
export async function listTopics(forum: Forum, page: number): Promise<Result<TopicPage>> {
  const path = `/latest.json?order=activity&page=${page}`;
  const answer = await getJson(forum, path, topicListSchema, 'topics');
  if (!answer.ok) return answer;
  const { topics, more_topics_url: more } = answer.value.value.topic_list;
  const next = (more ?? '') === '' || topics.length === 0 ? null : page + 1;
  return ok({ ...readRows(topics, topicSchema), next });
}

/** null when the topic was closed to us or deleted since it was listed, or has no answer any more. */
export async function readSolution(forum: Forum, topic: string): Promise<Result<Solution | null>> {
  const path = `/t/${encodeURIComponent(topic)}.json`;
  const answer = await getJson(forum, path, topicPageSchema, 'a solved topic');
  if (!answer.ok) {
    const isGone = answer.fault.kind === 'not-found' || answer.fault.kind === 'forbidden';
    return isGone ? ok(null) : answer;
  }
  const { post_stream: stream, accepted_answer: accepted } = answer.value.value;
  const posts = readRows(stream.posts, postSchema).rows;
  const question = posts.find((post) => post.post_number === 1);
  const number = accepted?.post_number;
  const shown = posts.find((post) => post.accepted_answer === true || post.post_number === number);
  if (shown !== undefined) return ok({ question, answer: shown });
  if (number === undefined) return ok(null);
  const later = await readPost(forum, topic, number);
  if (!later.ok) return later;
  return ok(later.value === null ? null : { question, answer: later.value });
}

/** A topic's page shows its first posts only. */
async function readPost(
  forum: Forum,
  topic: string,
  number: number,
): Promise<Result<PostRecord | null>> {
  const path = `/posts/by_number/${encodeURIComponent(topic)}/${number}.json`;
  const answer = await getJson(forum, path, postSchema, 'an accepted answer');
  if (answer.ok) return ok(answer.value.value);
  return answer.fault.kind === 'not-found' ? ok(null) : answer;
}

/** By id. */
export async function readCategories(forum: Forum): Promise<Result<Map<string, CategoryRecord>>> {
  const answer = await getJson(forum, '/site.json', siteSchema, 'categories');
  if (!answer.ok) return answer;
  const { rows } = readRows(answer.value.value.categories, categorySchema);
  return ok(new Map(rows.map((row) => [row.id, row])));
}
