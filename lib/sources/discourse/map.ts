/** Solved topics as items: the question in a quote, then the answer that was accepted. */
import { blocksText } from '@/lib/convert/block-text';
import { htmlToBlocks } from '@/lib/convert/html';
import type { Block } from '@/lib/model/block';
import type { Item, Visibility } from '@/lib/model/item';
import { sealItem } from '@/lib/model/seal-item';
import type { CategoryRecord, PostRecord, TopicRecord } from '@/lib/sources/discourse/records';
import { isoOf, oneLine, words } from '@/lib/sources/tracker/fields';

const TITLE_LIMIT = 500;

export interface TopicContext {
  sourceId: string;
  address: string;
  /** Who may read the forum as a whole. */
  visibility: Visibility;
  /** By id. */
  categories: ReadonlyMap<string, CategoryRecord>;
  /** ISO 8601: when the records were read. */
  syncedAt: string;
  languageOf(text: string): string;
}

export function topicItemId(sourceId: string, id: string): string {
  return `${sourceId}:thread:${id}`;
}

/** The first post and the accepted one. */
export interface Solution {
  question: PostRecord | undefined;
  answer: PostRecord;
}

export async function mapTopic(
  record: TopicRecord,
  { question, answer }: Solution,
  context: TopicContext,
): Promise<Item> {
  const slug = encodeURIComponent(record.slug ?? '') || '-';
  const url = `${context.address}/t/${slug}/${encodeURIComponent(record.id)}`;
  const title = oneLine(record.title ?? '', TITLE_LIMIT);
  const asked = postBlocks(question, url);
  const answered = postBlocks(answer, url);
  const category = context.categories.get(record.category_id ?? '');
  const sample = blocksText([...asked, ...answered].slice(0, 20)).slice(0, 2_000);
  return sealItem({
    id: topicItemId(context.sourceId, record.id),
    sourceId: context.sourceId,
    kind: 'thread',
    title,
    url,
    locale: context.languageOf(`${title}\n${sample}`),
    products: [],
    labels: words([category?.name, ...record.tags]),
    visibility: visibilityOf(category, context.visibility),
    updatedAt: isoOf(record.bumped_at),
    syncedAt: context.syncedAt,
    blocks: [
      ...(asked.length === 0 ? [] : [{ type: 'quote', blocks: asked } satisfies Block]),
      ...answered,
    ],
  });
}

/** What strangers are shown is public; signed in, we may be shown more. */
function visibilityOf(category: CategoryRecord | undefined, forum: Visibility): Visibility {
  if (category?.read_restricted === true) return 'restricted';
  if (forum !== 'public') return forum;
  return category?.read_restricted === false ? 'public' : 'unknown';
}

function postBlocks(post: PostRecord | undefined, baseUrl: string): Block[] {
  if (post === undefined || post.hidden === true) return [];
  return htmlToBlocks(withoutQuotes(post.cooked), { baseUrl });
}

/** What a post quotes stands in another one, under somebody's name. */
function withoutQuotes(html: string): string {
  let kept = '';
  for (let at = 0; ;) {
    const start = html.indexOf('<aside class="quote', at);
    const end = start === -1 ? -1 : html.indexOf('</aside>', start);
    if (end === -1) return kept + html.slice(at);
    kept += html.slice(at, start);
    at = end + '</aside>'.length;
  }
}
