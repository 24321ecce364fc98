/** Request entry: one line of the request log. Holds no query, header or body of the request. */
import * as z from 'zod/mini';
import { FAULT_KINDS } from '@/lib/core/fault';

export const requestEntrySchema = z.object({
  /** Counts up; newer is larger. */
  id: z.number(),
  /** ISO 8601. */
  at: z.string(),
  /** Empty for questions about a place that is no source yet. */
  sourceId: z.string(),
  method: z.enum(['GET', 'POST', 'PUT']),
  host: z.string(),
  /** Without the query. */
  path: z.string(),
  why: z.string(),
  /** `tab`: sent by an open helpdesk tab, with the agent's own session. */
  via: z.enum(['direct', 'tab']),
  /** HTTP status; null when there was no answer. */
  status: z.nullable(z.number()),
  /** What it came to, when it was no success. */
  fault: z.nullable(z.enum(FAULT_KINDS)),
  /** Of the answer's body. */
  bytes: z.number(),
  ms: z.number(),
});
export type RequestEntry = z.infer<typeof requestEntrySchema>;
