/** What a Help Scout account's saved replies are set up with. */
import * as z from 'zod/mini';

export const helpscoutRepliesSettingsSchema = z.object({
  /** Ids of mailboxes; none: all. */
  mailboxes: z.array(z.string()),
});
export type HelpscoutRepliesSettings = z.infer<typeof helpscoutRepliesSettingsSchema>;

export function detectHelpscoutReplies(url: URL): HelpscoutRepliesSettings | null {
  if (url.hostname !== 'secure.helpscout.net') return null;
  return /^\/(?:docs)(?:\/|$)/.test(url.pathname) ? null : { mailboxes: [] };
}
