/** Names and values of custom fields as the agent sees them, read once per account and kept in memory. */
import * as z from 'zod/mini';
import { systemClock, type Clock } from '@/lib/core/clock';
import type { HelpdeskPage } from '@/lib/helpdesks/contract';
import type { ZendeskApi } from '@/lib/helpdesks/zendesk/api';
import { TICKET_FIELDS } from '@/lib/helpdesks/zendesk/endpoints';
import type { Ticket } from '@/lib/model/ticket';

const KEEP_MS = 3_600_000;
const WAIT_MS = 8_000;
const VALUE_LIMIT = 500;

const fieldsAnswerSchema = z.object({
  ticket_fields: z.array(
    z.object({
      id: z.number(),
      title: z.nullish(z.string()),
      custom_field_options: z.nullish(
        z.array(z.object({ name: z.nullish(z.string()), value: z.nullish(z.string()) })),
      ),
    }),
  ),
});

interface Field {
  title: string;
  /** What a drop-down stores → what it shows. */
  options: ReadonlyMap<string, string>;
}

interface FieldValue {
  id: number;
  value?: unknown;
}

export interface FieldCatalogue {
  /** The fields that have a value, named; none where the names cannot be read. */
  name(page: HelpdeskPage, values: readonly FieldValue[]): Promise<Ticket['fields']>;
}

/** Reads `/ticket_fields` only when a ticket has a field to name, at most once an hour per account. */
export function createFieldCatalogue(api: ZendeskApi, now: Clock = systemClock): FieldCatalogue {
  const kept = new Map<
    string,
    { until: number; fields: Promise<ReadonlyMap<number, Field> | null> }
  >();

  function fieldsOf(page: HelpdeskPage): Promise<ReadonlyMap<number, Field> | null> {
    const { origin } = page.url();
    const known = kept.get(origin);
    if (known && known.until > now()) return known.fields;
    // Not the ticket's own signal: the next ticket waits for the same answer.
    const fields = readFields(api, page).then((found) => {
      if (!found) kept.delete(origin);
      return found;
    });
    kept.set(origin, { until: now() + KEEP_MS, fields });
    return fields;
  }

  return {
    async name(page, values) {
      const filled = values.flatMap(({ id, value }) => {
        const texts = textsOf(value);
        return texts.length > 0 ? [{ id, texts }] : [];
      });
      if (filled.length === 0) return [];
      const fields = await fieldsOf(page);
      return filled.flatMap(({ id, texts }) => {
        const field = fields?.get(id);
        if (!field) return [];
        const shown = texts.map((text) => field.options.get(text) ?? text).join(', ');
        return [{ name: field.title, value: shown.slice(0, VALUE_LIMIT) }];
      });
    },
  };
}

async function readFields(
  api: ZendeskApi,
  page: HelpdeskPage,
): Promise<ReadonlyMap<number, Field> | null> {
  const signal = AbortSignal.timeout(WAIT_MS);
  const answer = await api.get(page, TICKET_FIELDS, fieldsAnswerSchema, signal);
  if (!answer.ok) return null;
  return new Map(
    answer.value.ticket_fields.map(({ id, title, custom_field_options: options }) => [
      id,
      {
        title: title ?? '',
        options: new Map((options ?? []).map(({ value, name }) => [value ?? '', name ?? ''])),
      },
    ]),
  );
}

/** An unticked box and an empty text are no value. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value === 'string' && value.trim() !== '') return [value];
  if (typeof value === 'number' || value === true) return [String(value)];
  return [];
}
