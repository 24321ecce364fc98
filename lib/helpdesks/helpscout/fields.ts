/** Custom fields as the agent sees them, and the mailbox, whose name is read once and kept in memory. */
import * as z from 'zod/mini';
import { systemClock, type Clock } from '@/lib/core/clock';
import {
  askFor,
  mailboxSchema,
  readEach,
  type ConversationRecord,
  type HelpscoutAccess,
} from '@/lib/helpdesks/helpscout/api';
import type { Ticket } from '@/lib/model/ticket';

const KEEP_MS = 3_600_000;
const VALUE_LIMIT = 500;
/** What Help Scout calls it; a field's name is matched, not shown. */
const MAILBOX = 'Mailbox';

const fieldSchema = z.object({
  name: z.string(),
  /** A drop-down's own number; `text` is what it shows. */
  value: z.nullish(z.union([z.string(), z.number()])),
  text: z.nullish(z.string()),
});

export interface FieldCatalogue {
  /** The fields that have a value, the mailbox first; without it where its name cannot be read. */
  name(conversation: ConversationRecord): Promise<Ticket['fields']>;
}

/** Reads a mailbox at most once an hour. */
export function createFieldCatalogue(
  access: HelpscoutAccess,
  now: Clock = systemClock,
): FieldCatalogue {
  const kept = new Map<string, { until: number; name: Promise<string> }>();

  function mailboxName(id: string): Promise<string> {
    const known = kept.get(id);
    if (known && known.until > now()) return known.name;
    const name = askFor(access, { op: 'mailbox.read', id }, mailboxSchema).then((answer) => {
      if (!answer.ok) kept.delete(id);
      return answer.ok ? (answer.value.name ?? '') : '';
    });
    kept.set(id, { until: now() + KEEP_MS, name });
    return name;
  }

  return {
    async name({ mailboxId, customFields }) {
      const id = String(mailboxId ?? '');
      const mailbox = /^\d{1,19}$/.test(id) ? await mailboxName(id) : '';
      const fields = readEach(customFields, fieldSchema).flatMap(({ name, value, text }) => {
        const shown = String(text || (value ?? '')).trim();
        return name && shown ? [{ name, value: shown.slice(0, VALUE_LIMIT) }] : [];
      });
      return mailbox
        ? [{ name: MAILBOX, value: mailbox.slice(0, VALUE_LIMIT) }, ...fields]
        : fields;
    },
  };
}
