/** What to beware of before an item goes to a customer. */
import { isPublic, OUTDATED_LABEL, type Item } from '@/lib/model/item';
import type { Notice } from '@/lib/model/suggestion';
import type { TicketQuery } from '@/lib/suggest/query';

const DAY = 86_400_000;

/** Articles not touched for this long are worth a second look. */
const STALE_DAYS = 400;

export function noticesOf(item: Item, query: TicketQuery, now: Date): Notice[] {
  const notices: Notice[] = [];
  if (!isPublic(item)) notices.push('internal-only');
  if (item.labels.includes(OUTDATED_LABEL)) notices.push('outdated');
  else if (item.issue === undefined && ageInDays(item.updatedAt, now) > STALE_DAYS) {
    notices.push('stale');
  }
  if (item.issue === undefined && !item.locale.startsWith(query.language)) {
    notices.push('other-language');
  }
  if (item.issue?.category === 'duplicate') notices.push('duplicate');
  return notices;
}

function ageInDays(at: string, now: Date): number {
  const time = Date.parse(at);
  return Number.isNaN(time) ? 0 : (now.getTime() - time) / DAY;
}
