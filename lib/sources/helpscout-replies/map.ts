/** Help Scout's saved replies as items. */
import { blocksText } from '@/lib/convert/block-text';
import { htmlToBlocks } from '@/lib/convert/html';
import type { Item } from '@/lib/model/item';
import { sealItem } from '@/lib/model/seal-item';
import type { ReplyRecord } from '@/lib/sources/helpscout-replies/records';
import { isoOf, oneLine, words } from '@/lib/sources/tracker/fields';

const TITLE_LIMIT = 300;

export interface ReplyContext {
  sourceId: string;
  mailbox: { id: string; name: string };
  /** ISO 8601: when the record was read. */
  syncedAt: string;
  languageOf(text: string): string;
}

export function replyItemId(sourceId: string, id: string): string {
  return `${sourceId}:reply:${id}`;
}

/** null for a reply without a name or a text. */
export async function mapReply(record: ReplyRecord, context: ReplyContext): Promise<Item | null> {
  const title = oneLine(record.name ?? '', TITLE_LIMIT);
  const html = (record.text ?? '').trim() === '' ? (record.chatText ?? '') : (record.text ?? '');
  const blocks = htmlToBlocks(html);
  if (title === '' || blocks.length === 0) return null;
  const { mailbox, sourceId, syncedAt } = context;
  return sealItem({
    id: replyItemId(sourceId, record.id),
    sourceId,
    kind: 'reply',
    title,
    url: `https://secure.helpscout.net/settings/saved-replies/${encodeURIComponent(mailbox.id)}`,
    locale: context.languageOf(`${title}\n${blocksText(blocks).slice(0, 2_000)}`),
    products: [],
    labels: words([mailbox.name]),
    // A saved reply is written to be sent.
    visibility: 'public',
    updatedAt: isoOf(record.updatedAt ?? record.createdAt ?? startOfMonth(syncedAt)),
    syncedAt,
    blocks,
  });
}

/**
 * The API does not say when a reply was changed. It is in use, so it is not old; a time that moves
 * with every reading would make it look changed each time.
 */
function startOfMonth(time: string): string {
  return `${time.slice(0, 7)}-01T00:00:00.000Z`;
}
