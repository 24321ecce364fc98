/** The sample world's tickets: what customers wrote, and what should be suggested for it. */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { Ticket } from '@/lib/model/ticket';

const sampleTicketSchema = z.object({
  id: z.number(),
  subject: z.string(),
  channel: z.enum(['email', 'web', 'messaging']),
  requester: z.object({ name: z.string(), organization: z.string(), locale: z.string() }),
  productVersion: z.nullable(z.string()),
  tags: z.array(z.string()),
  messages: z.array(
    z.object({
      author: z.enum(['customer', 'agent']),
      visibility: z.enum(['public', 'internal']),
      body: z.string(),
      at: z.string(),
    }),
  ),
  expect: z.object({ articles: z.array(z.string()), issue: z.nullable(z.string()) }),
  why: z.string(),
});
export type SampleTicket = z.infer<typeof sampleTicketSchema>;

const FILE = new URL('../fixtures/sample/tickets.json', import.meta.url);

export function readSampleTickets(): SampleTicket[] {
  return z.array(sampleTicketSchema).parse(JSON.parse(readFileSync(FILE, 'utf8')));
}

/** The ticket as an adapter reads it from the helpdesk. */
export function toTicket(sample: SampleTicket, origin = 'https://acme.zendesk.com'): Ticket {
  const version = sample.productVersion;
  return {
    helpdesk: 'zendesk',
    origin,
    id: String(sample.id),
    url: `${origin}/agent/tickets/${sample.id}`,
    subject: sample.subject,
    messages: sample.messages.map(({ author, visibility, body, at }) => {
      return { author, visibility, text: body, at };
    }),
    requester: { name: sample.requester.name, organisation: sample.requester.organization },
    tags: sample.tags,
    fields: version === null ? [] : [{ name: 'Product version', value: version }],
    locale: sample.requester.locale,
  };
}
