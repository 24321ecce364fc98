/** Page health: how much of the helpdesk's page and API still is as we know it. Holds names and counts only. */
import * as z from 'zod/mini';

/** Parts of a ticket that agents have words for. `data`: what the helpdesk's own interface answers. */
export const PAGE_PARTS = ['ticket', 'messages', 'subject', 'composer', 'channel', 'data'] as const;
export type PagePart = (typeof PAGE_PARTS)[number];

/** What a look at the page counted. */
export const pageHealthSchema = z.object({
  helpdesk: z.enum(['zendesk', 'helpscout']),
  /** False while no ticket's pane was found: only `onPage` selectors were counted then. */
  isInFront: z.boolean(),
  selectors: z.array(
    z.object({
      name: z.string(),
      /** Elements that each form finds, best form first, those added in the settings last. */
      found: z.array(z.number()),
    }),
  ),
  /** Last result of each endpoint that was asked: `ok` or the kind of its fault. */
  endpoints: z.record(z.string(), z.string()),
  /** How many forms are added to each selector, by name. */
  added: z.record(z.string(), z.number()),
});
export type PageHealth = z.infer<typeof pageHealthSchema>;

/** Their makers' own names, the same in every language. */
export const HELPDESK_NAMES: Readonly<Record<PageHealth['helpdesk'], string>> = {
  zendesk: 'Zendesk',
  helpscout: 'Help Scout',
};

/** What is wrong with the page, in the order of `PAGE_PARTS`, and the way that is used instead. */
export interface PageTrouble {
  helpdesk: PageHealth['helpdesk'];
  parts: PagePart[];
  /** How the ticket is read meanwhile; `none` when it cannot be. */
  way: 'api' | 'dom' | 'selection' | 'none';
}
