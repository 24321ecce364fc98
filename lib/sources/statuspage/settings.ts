/** What a status page needs to be told: where it is. */
import * as z from 'zod/mini';

export const statuspageSettingsSchema = z.object({
  /** `https://status.example.com`. */
  origin: z.url({ protocol: /^https?$/ }),
  /** The language the page is written in; told from its texts where absent. */
  locale: z.optional(z.string()),
});
export type StatuspageSettings = z.infer<typeof statuspageSettingsSchema>;
