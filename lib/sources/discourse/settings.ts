/** What a forum run by Discourse is set up with. */
import * as z from 'zod/mini';

export const discourseSettingsSchema = z.object({
  /** `https://forum.example.org`, with a path where the forum has one. */
  address: z.string().check(z.regex(/^https:\/\/[^\s/?#]+(?:\/[^\s?#]*[^\s/?#])?$/)),
  /** Ids of categories; none: all. */
  categories: z.array(z.string()),
});
export type DiscourseSettings = z.infer<typeof discourseSettingsSchema>;

/** Discourse's own hosting has an address of its own; everything else must be asked. */
export function detectDiscourse(url: URL): DiscourseSettings | null {
  const isHosted = /^[a-z0-9-]+\.discourse\.group$/.test(url.hostname);
  return isHosted && url.protocol === 'https:' ? { address: url.origin, categories: [] } : null;
}
