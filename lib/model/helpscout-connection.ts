/** How the agent's own Help Scout app stands; its secret is never part of it. */
import * as z from 'zod/mini';

export const helpscoutConnectionSchema = z.object({
  /** `expired`: it was accepted once, and Help Scout refuses it now. */
  state: z.enum(['not-set', 'connected', 'expired']),
  /** '' when not set. */
  appId: z.string(),
  /** The name of the user whom the app acts for; '' when Help Scout did not tell. */
  account: z.string(),
});
export type HelpscoutConnection = z.infer<typeof helpscoutConnectionSchema>;
