/** What is asked of someone who adds a Bugzilla. */
import * as z from 'zod/mini';

export const bugzillaSettingsSchema = z.object({
  /** Where Bugzilla is, its path too: `https://example.com/bugzilla`. */
  base: z.url({ protocol: /^https?$/ }),
  /** Names of products; all that can be seen when empty. */
  products: z.array(z.string().check(z.minLength(1), z.maxLength(200))),
  /** The language bugs are written in; told from each text where absent. */
  locale: z.optional(z.string()),
});
export type BugzillaSettings = z.infer<typeof bugzillaSettingsSchema>;
