/** What a Help Scout Docs site is set up with. */
import * as z from 'zod/mini';

export const helpscoutDocsSettingsSchema = z.object({
  /** Ids of collections; none: all. */
  collections: z.array(z.string()),
});
export type HelpscoutDocsSettings = z.infer<typeof helpscoutDocsSettingsSchema>;

export function detectHelpscoutDocs(url: URL): HelpscoutDocsSettings | null {
  const isSite = /^[a-z0-9-]+\.helpscoutdocs\.com$/.test(url.hostname);
  const isAdmin = url.hostname === 'secure.helpscout.net' && /^\/docs(?:\/|$)/.test(url.pathname);
  return isSite || isAdmin ? { collections: [] } : null;
}
