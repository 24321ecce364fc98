/** Ticket: what the agent has open in the helpdesk. */
import * as z from 'zod/mini';

export const messageSchema = z.object({
  author: z.enum(['customer', 'agent', 'bot']),
  visibility: z.enum(['public', 'internal']),
  text: z.string(),
  /** ISO 8601, or '' where the page does not say. */
  at: z.string(),
});
export type Message = z.infer<typeof messageSchema>;

export const ticketSchema = z.object({
  helpdesk: z.enum(['zendesk', 'helpscout']),
  /** `https://acme.zendesk.com`: sandbox and production are different tickets. */
  origin: z.string(),
  id: z.string(),
  /** What people call it, where that is not the id. */
  number: z.optional(z.string()),
  url: z.string(),
  subject: z.string(),
  /** Oldest first. */
  messages: z.array(messageSchema),
  requester: z.object({
    name: z.string(),
    organisation: z.optional(z.string()),
  }),
  tags: z.array(z.string()),
  /** Number of the problem ticket that it is an incident of, where the helpdesk has such. */
  problemId: z.optional(z.string()),
  /** Custom fields with a value, as the agent sees them. */
  fields: z.array(z.object({ name: z.string(), value: z.string() })),
  /** BCP 47, the requester's, where known. */
  locale: z.optional(z.string()),
});
export type Ticket = z.infer<typeof ticketSchema>;

/** One string per open ticket: the key for everything remembered about it. */
export function ticketKey(ticket: Pick<Ticket, 'origin' | 'id'>): string {
  return `${ticket.origin}#${ticket.id}`;
}
