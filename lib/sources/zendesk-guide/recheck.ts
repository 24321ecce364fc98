/** Asks Zendesk for one article or post again, through the same way that lists are read. */
import * as z from 'zod/mini';
import { ok, type Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { Recheck } from '@/lib/model/recheck';
import { compareAddresses } from '@/lib/sources/page-recheck';
import type { ZendeskLists } from '@/lib/sources/zendesk/api';
import { articleItemId, postItemId } from '@/lib/sources/zendesk-guide/map';
import { articleSchema, postSchema } from '@/lib/sources/zendesk-guide/records';

const articleAnswerSchema = z.object({ article: articleSchema });
const postAnswerSchema = z.object({ post: postSchema });

/** A draft is what no reader sees. */
export async function recheckGuideItem(
  lists: ZendeskLists,
  sourceId: string,
  item: Item,
): Promise<Result<Recheck>> {
  const why = 'is it still there';
  const [, , id = ''] = item.id.split(':');
  const number = encodeURIComponent(id);
  if (item.id === postItemId(sourceId, id)) {
    const path = `/api/v2/community/posts/${number}`;
    const answer = await lists.get(path, postAnswerSchema, why);
    return judged(item, answer.ok ? ok(answer.value.value.post) : answer);
  }
  if (item.id !== articleItemId(sourceId, id, item.locale)) return ok({ kind: 'unknown' });
  const path = `/api/v2/help_center/${encodeURIComponent(item.locale)}/articles/${number}`;
  const answer = await lists.get(path, articleAnswerSchema, why);
  return judged(item, answer.ok ? ok(answer.value.value.article) : answer);
}

function judged(
  item: Item,
  answer: Result<{ html_url?: string | null | undefined; draft?: boolean | null | undefined }>,
): Result<Recheck> {
  if (!answer.ok) {
    return answer.fault.kind === 'not-found' ? ok({ kind: 'gone', status: 404 }) : answer;
  }
  const { html_url: url, draft } = answer.value;
  if (draft === true) return ok({ kind: 'gone', status: 404 });
  return ok(compareAddresses(item.url, url ?? item.url));
}
