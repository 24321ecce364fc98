/** What to beware of before an item goes to a customer. */
import { isPublic, OUTDATED_LABEL, type Item } from '@/lib/model/item';
import type { Notice } from '@/lib/model/suggestion';
import { originalId } from '@/lib/suggest/known-issue';
import type { TicketQuery } from '@/lib/suggest/query';
import { outdatingFix, type Releases } from '@/lib/suggest/stale-by-release';

const DAY = 86_400_000;

/** Articles not touched for this long are worth a second look. */
const STALE_DAYS = 400;

/** What is known beside an item. */
export interface NoticeContext extends Releases {
  query: Pick<TicketQuery, 'language'>;
  now: Date;
  /** Issues that duplicates may point to, by id. */
  originals: ReadonlyMap<string, Item>;
}

export function noticesOf(item: Item, context: NoticeContext): Notice[] {
  const { query, originals } = context;
  const notices: Notice[] = [];
  if (!isPublic(item)) notices.push({ kind: 'internal-only' });
  if (item.labels.includes(OUTDATED_LABEL)) notices.push({ kind: 'outdated' });
  else notices.push(...staleness(item, context));
  if (item.issue === undefined && !item.locale.startsWith(query.language)) {
    notices.push({ kind: 'other-language' });
  }
  if (item.issue?.category === 'duplicate') notices.push(duplicateNotice(item, originals));
  return notices;
}

/** A release says more than the calendar. */
function staleness(item: Item, context: NoticeContext): Notice[] {
  const fix = outdatingFix(item, context, context.now);
  if (fix !== null) return [{ kind: 'stale', fix }];
  const isOld = item.issue === undefined && ageInDays(item.updatedAt, context.now) > STALE_DAYS;
  return isOld ? [{ kind: 'stale' }] : [];
}

function duplicateNotice(item: Item, originals: ReadonlyMap<string, Item>): Notice {
  const original = originals.get(originalId(item) ?? '');
  if (original === undefined) return { kind: 'duplicate' };
  const { title, url, key = title } = original;
  return { kind: 'duplicate', original: { key, title, url } };
}

function ageInDays(at: string, now: Date): number {
  const time = Date.parse(at);
  return Number.isNaN(time) ? 0 : (now.getTime() - time) / DAY;
}
