/** Link: the tie between a ticket and the known issue that causes it, as the helpdesk keeps it. */
import * as z from 'zod/mini';

/** Tags with this beginning are links: a ticket has one at most. */
export const LINK_TAG_PREFIX = 'known-issue-';

/** The known issue to link a ticket to, in the words of the agent's language. */
export const linkTargetSchema = z.object({
  /** `LINK_TAG_PREFIX` and a name made of a–z, 0–9, `-` and `_`: what every helpdesk takes. */
  tag: z.string(),
  /** The internal note: plain text, lines divided by `\n`. */
  note: z.string(),
  /** The note that says so when the link is taken back where notes cannot be deleted. */
  undoNote: z.string(),
  /** Number of the problem ticket that stands for the issue on this very account. */
  problemId: z.nullable(z.string()),
});
export type LinkTarget = z.infer<typeof linkTargetSchema>;

/**
 * True when tag and number are what they are said to be: the last look before they go into an
 * address or a ticket. Not part of the schema, whose checks would cost helpdesk pages a kilobyte.
 */
export function isLinkTarget({ tag, problemId }: LinkTarget): boolean {
  const isNumber = problemId === null || /^\d{1,15}$/.test(problemId);
  return isNumber && /^known-issue-[a-z0-9_-]{1,68}$/.test(tag);
}

/** One thing that linking changes in the ticket; values as the helpdesk has them. */
export const linkChangeSchema = z.union([
  z.object({ field: z.literal('type'), from: z.nullable(z.string()), to: z.string() }),
  /** `to`: the problem ticket's number; it was not linked to any before. */
  z.object({ field: z.literal('problem'), to: z.string(), title: z.string() }),
  z.object({ field: z.literal('tag'), tag: z.string() }),
  /** `isDraft`: put into the note box for the agent to add, where no API can write it. */
  z.object({ field: z.literal('note'), text: z.string(), isDraft: z.boolean() }),
]);
export type LinkChange = z.infer<typeof linkChangeSchema>;

/** A problem ticket and where it stands, in the helpdesk's own words. */
export const problemSchema = z.object({
  id: z.string(),
  title: z.string(),
  status: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;

/** How a ticket stands to a known issue, and what linking would change. */
export const linkViewSchema = z.object({
  /** `elsewhere`: linked to another issue; it must be taken back there first. */
  state: z.enum(['unlinked', 'linked', 'elsewhere']),
  /** How the link is kept, or would be. */
  way: z.enum(['problem', 'tag']),
  /**
   * Why it is not the problem ticket although one is named: that one is gone, no problem, or closed;
   * or the ticket in front is a problem itself, whose incidents would be lost.
   */
  refused: z.nullable(z.enum(['not-found', 'not-a-problem', 'closed', 'is-a-problem'])),
  /** Everything that linking changes, nothing else does; empty unless `unlinked`. */
  changes: z.array(linkChangeSchema),
  /** The link that stands: a problem ticket's number or a tag; null when `unlinked`. */
  existing: z.nullable(z.string()),
  problem: z.nullable(problemSchema),
  /** Names the state of the ticket that was read: linking is refused on any other. */
  stamp: z.string(),
  /** True when this page made the link and can take it back. */
  canUndo: z.boolean(),
});
export type LinkView = z.infer<typeof linkViewSchema>;
