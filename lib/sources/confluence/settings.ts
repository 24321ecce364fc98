/** What is asked of someone who adds a Confluence Cloud site. */
import * as z from 'zod/mini';

export const confluenceSettingsSchema = z.object({
  /** `https://acme.atlassian.net`. */
  site: z.url({ protocol: /^https$/ }),
  /**
   * How the token is used: one without scopes at the site itself, one with scopes only through
   * Atlassian's common gateway.
   */
  access: z.enum(['site', 'gateway']),
  /** Ids of spaces; all that the account may see when empty. */
  spaces: z.array(z.string().check(z.regex(/^\d{1,20}$/))),
  /** The language pages are written in; told from each text where absent. */
  locale: z.optional(z.string()),
});
export type ConfluenceSettings = z.infer<typeof confluenceSettingsSchema>;

/** Wikis live below `/wiki`; anything else there is Jira's. */
export function detectConfluence(url: URL): ConfluenceSettings | null {
  const isSite = /^[a-z\d-]+\.atlassian\.net$/.test(url.hostname);
  if (!isSite || !/^\/wiki(?:\/|$)/.test(url.pathname)) return null;
  return { site: `https://${url.hostname}`, access: 'site', spaces: [] };
}
