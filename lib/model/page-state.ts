/** Page state: what the helpdesk tab shows right now, as the sidebar needs to know it. */
import * as z from 'zod/mini';
import { faultSchema } from '@/lib/model/fault-schema';
import { ticketSchema } from '@/lib/model/ticket';

/** Where text would go: the composer's channel, or none (closed ticket, light agent). */
export const channelSchema = z.enum(['public', 'internal', 'chat', 'unknown', 'none']);
export type Channel = z.infer<typeof channelSchema>;

export const pageStateSchema = z.discriminatedUnion('kind', [
  /** No ticket in front: dashboard, view, search. */
  z.object({ kind: z.literal('none') }),
  /** A ticket that has no number yet. */
  z.object({ kind: z.literal('new') }),
  /** URL, selected tab and visible pane disagree: wait, do nothing. */
  z.object({ kind: z.literal('switching') }),
  z.object({ kind: z.literal('loading'), id: z.string() }),
  z.object({
    kind: z.literal('ticket'),
    ticket: ticketSchema,
    channel: channelSchema,
    /** By which way the ticket was read, best first. */
    readBy: z.enum(['api', 'dom', 'selection']),
    /** Why a better way did not work. */
    degraded: z.nullable(faultSchema),
    /** Older messages are not in the page that it was read from. */
    isPartial: z.optional(z.boolean()),
  }),
  z.object({ kind: z.literal('failed'), id: z.string(), fault: faultSchema }),
]);
export type PageState = z.infer<typeof pageStateSchema>;
