/** What is asked of someone who adds a Jira Cloud site. */
import * as z from 'zod/mini';

export const jiraSettingsSchema = z.object({
  /** `https://acme.atlassian.net`. */
  site: z.url({ protocol: /^https$/ }),
  /**
   * How the token is used: one without scopes at the site itself, one with scopes only through
   * Atlassian's common gateway.
   */
  access: z.enum(['site', 'gateway']),
  /** Ids or keys of projects; all that the account may see when empty. */
  projects: z.array(z.string().check(z.regex(/^\w{1,100}$/))),
  /** Ids of issue types; all when empty. */
  issueTypes: z.array(z.string().check(z.regex(/^\d{1,20}$/))),
  /** The custom field people write a workaround into, e.g. `customfield_10050`. */
  workaroundField: z.optional(z.string().check(z.regex(/^customfield_\d+$/))),
  /** The language issues are written in; told from each text where absent. */
  locale: z.optional(z.string()),
});
export type JiraSettings = z.infer<typeof jiraSettingsSchema>;
