/** What a help centre at Zendesk is set up with. */
import * as z from 'zod/mini';
import { accessSchema, accountOrigin, originSchema } from '@/lib/sources/zendesk/account';

export const zendeskGuideSettingsSchema = z.object({
  /** `https://acme.zendesk.com`, or the help centre's own host. */
  origin: originSchema,
  access: accessSchema,
  /** As Zendesk writes them, e.g. `en-us`; none: all of the help centre's. */
  locales: z.array(z.string()),
  /** Ids of sections; none: all. */
  sections: z.array(z.string()),
  /** Whether the community's posts are read, too. */
  community: z.boolean(),
});
export type ZendeskGuideSettings = z.infer<typeof zendeskGuideSettingsSchema>;

/** Pages of the agents' workspace are read with the agent's session, all others as anyone. */
export function detectZendeskGuide(url: URL): ZendeskGuideSettings | null {
  const origin = accountOrigin(url);
  if (origin === null) return null;
  const isAgents = url.pathname.startsWith('/agent');
  return settingsFor(origin, isAgents ? 'session' : 'public');
}

export function settingsFor(
  origin: string,
  access: ZendeskGuideSettings['access'],
): ZendeskGuideSettings {
  return { origin, access, locales: [], sections: [], community: access !== 'public' };
}
