/** What is asked of someone who adds a Linear workspace; which one it is, its key says. */
import * as z from 'zod/mini';

export const linearSettingsSchema = z.object({
  /** Ids of teams; all that the key's owner sees when empty. */
  teams: z.array(z.string().check(z.regex(/^[\da-f-]{36}$/))),
  /** The language issues are written in; told from each text where absent. */
  locale: z.optional(z.string()),
});
export type LinearSettings = z.infer<typeof linearSettingsSchema>;
