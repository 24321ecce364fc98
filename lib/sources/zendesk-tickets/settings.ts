/** What is read of a Zendesk account's own tickets and macros. */
import * as z from 'zod/mini';
import { accountOrigin, originSchema } from '@/lib/sources/zendesk/account';

export const zendeskTicketsSettingsSchema = z.object({
  /** `https://acme.zendesk.com` */
  origin: originSchema,
  /** Nobody reads tickets without signing in. */
  access: z.enum(['session', 'token']),
  /** Problem tickets, as known issues. */
  problems: z.boolean(),
  /** Macros that write a comment, as replies. */
  macros: z.boolean(),
  /** Solved tickets, without personal data. */
  pastTickets: z.boolean(),
  /** How far back solved tickets are read. */
  pastDays: z.int().check(z.gte(1), z.lte(3_650)),
});
export type ZendeskTicketsSettings = z.infer<typeof zendeskTicketsSettingsSchema>;

/** Past tickets hold what customers wrote: reading them is a choice of its own. */
export function detectZendeskTickets(url: URL): ZendeskTicketsSettings | null {
  const origin = accountOrigin(url);
  if (origin === null || !/^\/agent(?:\/|$)/.test(url.pathname)) return null;
  return {
    origin,
    access: 'session',
    problems: true,
    macros: true,
    pastTickets: false,
    pastDays: 365,
  };
}
