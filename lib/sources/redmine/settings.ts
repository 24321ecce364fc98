/** What is asked of someone who adds a Redmine. */
import * as z from 'zod/mini';

export const redmineSettingsSchema = z.object({
  /** Where Redmine is, its path too: `https://example.com/redmine`. */
  base: z.url({ protocol: /^https?$/ }),
  /** Identifier or number of a project, read with those below it; all that can be seen when absent. */
  project: z.optional(z.string().check(z.regex(/^[\w-]{1,100}$/))),
  /** Numbers of trackers, as Redmine calls types of issues; all when empty. */
  trackers: z.array(z.string().check(z.regex(/^\d{1,10}$/))),
  /** Number of the custom field people write a workaround into. */
  workaroundField: z.optional(z.string().check(z.regex(/^\d{1,10}$/))),
  /** How texts are written there; told from each text where absent. */
  markup: z.optional(z.enum(['textile', 'markdown'])),
  /** The language issues are written in; told from each text where absent. */
  locale: z.optional(z.string()),
});
export type RedmineSettings = z.infer<typeof redmineSettingsSchema>;
