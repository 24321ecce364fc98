/** What an Intercom workspace's articles are set up with. */
import * as z from 'zod/mini';

export const REGIONS = {
  us: 'https://api.intercom.io',
  eu: 'https://api.eu.intercom.io',
  au: 'https://api.au.intercom.io',
} as const;

export const intercomSettingsSchema = z.object({
  region: z.enum(['us', 'eu', 'au']),
  /**
   * True when no article is kept for some visitors only: lists do not say which are, so that without
   * this word nothing may go into a public reply.
   */
  everyoneReads: z.boolean(),
});
export type IntercomSettings = z.infer<typeof intercomSettingsSchema>;

/** The workspace's own address names the region; help centres are mostly in the first. */
export function detectIntercom(url: URL): IntercomSettings | null {
  const region = /^app(?:\.(eu|au))?\.intercom\.(?:com|io)$/.exec(url.hostname);
  const isHelpCentre = url.hostname === 'intercom.help' || url.hostname.endsWith('.intercom.help');
  if (region === null && !isHelpCentre) return null;
  const name = region?.[1];
  return { region: name === 'eu' || name === 'au' ? name : 'us', everyoneReads: false };
}
