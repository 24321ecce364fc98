/** What is asked of someone who adds a GitHub repository. */
import * as z from 'zod/mini';

export const githubSettingsSchema = z.object({
  /** `https://github.com`, or an Enterprise server. */
  host: z.url({ protocol: /^https$/ }),
  /** `owner/name`. */
  repo: z.string().check(z.regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/)),
  /** Issues with one of these; all when empty. */
  labels: z.array(z.string()),
  /** The language issues are written in; told from each text where absent. */
  locale: z.optional(z.string()),
});
export type GithubSettings = z.infer<typeof githubSettingsSchema>;

/** The address that requests begin with, ending in a slash. */
export function apiBase({ host }: GithubSettings): string {
  const { origin, hostname } = new URL(host);
  return hostname === 'github.com' ? 'https://api.github.com/' : `${origin}/api/v3/`;
}
