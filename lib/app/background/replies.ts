/** Ready replies: an item, its original if it duplicates one, the customer's language, the team's sentences. */
import type { Services } from '@/lib/app/background/services';
import { systemClock, type Clock } from '@/lib/core/clock';
import { ok } from '@/lib/core/result';
import type { Handlers } from '@/lib/messaging/router';
import type { ItemHead } from '@/lib/model/item';
import type { Ticket } from '@/lib/model/ticket';
import { readReplyTemplates } from '@/lib/app/reply-templates';
import { detectLanguage } from '@/lib/suggest/language';
import { makeReadyReply } from '@/lib/suggest/replies/ready-reply';
import { cleanMessage } from '@/lib/suggest/ticket-text';

type Parts = Pick<Services, 'store' | 'suggester'>;

export function createReplies(
  { store, suggester }: Parts,
  now: Clock = systemClock,
): Pick<Handlers, 'reply.make'> {
  async function originalOf(item: ItemHead): Promise<ItemHead | null> {
    const key = item.issue?.category === 'duplicate' ? item.issue.duplicateOf : undefined;
    if (key === undefined) return null;
    const found = await suggester.lookup(key, item.locale);
    // The same key in another source is another issue.
    const named = found.ok
      ? found.value.filter((one) => isNamed(one, key) && one.id !== item.id)
      : [];
    return named.find(({ sourceId }) => sourceId === item.sourceId) ?? null;
  }

  return {
    async 'reply.make'({ itemId, ticket, passage }) {
      const item = await store.readItem(itemId);
      if (!item.ok) return item;
      const { blocks: _blocks, contentHash: _hash, ...head } = item.value;
      const [original, templates] = await Promise.all([originalOf(head), readReplyTemplates()]);
      const locale = ticket === undefined ? head.locale : customerLocale(ticket, head.locale);
      return ok(makeReadyReply({ item: head, passage, original, locale, templates, now: now() }));
    },
  };
}

function isNamed({ key }: ItemHead, wanted: string): boolean {
  return key?.toLowerCase() === wanted.trim().toLowerCase();
}

/** What the customer writes in counts more than what the helpdesk has them down for. */
function customerLocale({ subject, messages, locale }: Ticket, otherwise: string): string {
  const own = messages.filter(({ author }) => author === 'customer');
  const last = cleanMessage(own.at(-1)?.text ?? '');
  return detectLanguage(`${last}\n${own.length > 1 ? '' : subject}`, locale ?? otherwise);
}
