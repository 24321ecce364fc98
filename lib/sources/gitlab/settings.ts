/** What is asked of someone who adds a GitLab project. */
import * as z from 'zod/mini';

export const gitlabSettingsSchema = z.object({
  /** `https://gitlab.com`, or a server of one's own; its path where it lives below one. */
  host: z.url({ protocol: /^https?$/ }),
  /** `group/subgroup/name`, or the project's number. */
  project: z.string().check(z.regex(/^(?:\d+|[\w.-]+(?:\/[\w.-]+)+)$/), z.maxLength(500)),
  /** Issues with one of these; all when empty. */
  labels: z.array(z.string()),
  /** The language issues are written in; told from each text where absent. */
  locale: z.optional(z.string()),
});
export type GitlabSettings = z.infer<typeof gitlabSettingsSchema>;

/** The address that requests begin with, ending in a slash. */
export function apiBase({ host }: GitlabSettings): string {
  return `${host.replace(/\/+$/, '')}/api/v4/`;
}
