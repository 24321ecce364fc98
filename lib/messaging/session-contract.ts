/** Background → page: a request that the helpdesk page sends with the agent's own session. */
import * as z from 'zod/mini';
import { faultSchema } from '@/lib/model/fault-schema';

/** Only the page's own API can be read this way, and nothing be changed. */
export const SESSION_PATH = '/api/v2/';

export const sessionRequestSchema = z.object({
  type: z.literal('session.get'),
  /** From the path on, with the query. */
  path: z.string().check(z.startsWith(SESSION_PATH)),
  accept: z.string(),
});
export type SessionRequest = z.infer<typeof sessionRequestSchema>;

export const sessionAnswerSchema = z.union([
  z.object({
    status: z.number(),
    headers: z.array(z.tuple([z.string(), z.string()])),
    text: z.string(),
  }),
  z.object({ fault: faultSchema }),
]);
export type SessionAnswer = z.infer<typeof sessionAnswerSchema>;
