/** Every message between a sidebar and its helpdesk page. Apart, so that the page loads no other schemas. */
import * as z from 'zod/mini';
import { resultSchema } from '@/lib/model/fault-schema';
import { linkTargetSchema, linkViewSchema } from '@/lib/model/link';
import { pageHealthSchema } from '@/lib/model/page-health';
import { pageStateSchema } from '@/lib/model/page-state';
import { visibilitySchema } from '@/lib/model/visibility';

/** The port the sidebar opens to its tab's content script, and nobody else's. */
export const PAGE_PORT = 'trivet-page';

export const commandSchema = z.enum([
  'toggle-sidebar',
  'focus-sidebar',
  'insert-link',
  'insert-passage',
  'link-issue',
]);
export type Command = z.infer<typeof commandSchema>;

/** A selector to count, `{id}` filled in already. */
const healthLookSchema = z.object({
  name: z.string(),
  css: z.array(z.string()),
  id: z.optional(z.string()),
  /** In the whole page, not in the ticket's own pane. */
  isOnPage: z.boolean(),
});
export type HealthLook = z.infer<typeof healthLookSchema>;

/** Sidebar → page. A plain union: pages load no code for another kind. */
export const toPageSchema = z.union([
  /** Read the ticket again now. */
  z.object({ type: z.literal('ticket.reload') }),
  z.object({
    type: z.literal('insert'),
    requestId: z.string(),
    ticketKey: z.string(),
    form: z.enum(['link', 'passage']),
    html: z.string(),
    text: z.string(),
    hrefs: z.array(z.string()),
    visibility: visibilitySchema,
  }),
  z.object({ type: z.literal('insert.undo'), requestId: z.string(), ticketKey: z.string() }),
  /** How the ticket stands to the known issue, and what linking would change. */
  z.object({
    type: z.literal('link.preview'),
    requestId: z.string(),
    ticketKey: z.string(),
    target: linkTargetSchema,
  }),
  /** Make the changes that `seen` names, if the ticket is still as it was then. */
  z.object({
    type: z.literal('link.make'),
    requestId: z.string(),
    ticketKey: z.string(),
    target: linkTargetSchema,
    seen: linkViewSchema,
  }),
  /** Take back the link that this page made on the ticket. */
  z.object({ type: z.literal('link.undo'), requestId: z.string(), ticketKey: z.string() }),
  z.object({ type: z.literal('dock.collapse') }),
  z.object({ type: z.literal('dock.resize'), width: z.number() }),
  /** Count what each selector finds, and say how the helpdesk's API has answered. */
  z.object({
    type: z.literal('health.check'),
    requestId: z.string(),
    looks: z.array(healthLookSchema),
  }),
  /** Give the keyboard back to the composer. */
  z.object({ type: z.literal('composer.focus') }),
]);
export type ToPage = z.infer<typeof toPageSchema>;

/** Page → sidebar. */
export const fromPageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('state'), state: pageStateSchema }),
  z.object({
    type: z.literal('insert.done'),
    requestId: z.string(),
    result: resultSchema(z.null()),
  }),
  z.object({
    type: z.literal('link.viewed'),
    requestId: z.string(),
    result: resultSchema(linkViewSchema),
  }),
  /** Made, or taken back. */
  z.object({
    type: z.literal('link.done'),
    requestId: z.string(),
    result: resultSchema(z.null()),
  }),
  z.object({
    type: z.literal('health.checked'),
    requestId: z.string(),
    result: resultSchema(pageHealthSchema),
  }),
  z.object({ type: z.literal('command'), command: commandSchema }),
]);
export type FromPage = z.infer<typeof fromPageSchema>;

/** Background → page, when a keyboard command fires. */
export const commandMessageSchema = z.object({
  type: z.literal('command'),
  command: commandSchema,
});
