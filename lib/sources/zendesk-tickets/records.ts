/** Tickets, comments and macros as Zendesk's API answers them, as far as we use them. */
import * as z from 'zod/mini';
import { idSchema, loose, looseList, timeSchema } from '@/lib/sources/tracker/fields';

const text = loose(z.nullable(z.string()));
const flag = loose(z.nullable(z.boolean()));

export const ticketSchema = z.object({
  id: idSchema,
  subject: text,
  description: text,
  type: text,
  status: z.string(),
  custom_status_id: loose(z.nullable(idSchema)),
  tags: looseList(z.string()),
  has_incidents: flag,
  satisfaction_rating: loose(z.nullable(z.object({ score: text }))),
  created_at: timeSchema,
  updated_at: timeSchema,
});
export type TicketRecord = z.infer<typeof ticketSchema>;

export const ticketPageSchema = z.object({ tickets: z.array(z.unknown()) });
/** `/search/export` */
export const resultPageSchema = z.object({ results: z.array(z.unknown()) });
/** `/incremental/tickets/cursor` */
export const exportPageSchema = z.object({
  tickets: z.array(z.unknown()),
  after_cursor: z.nullish(z.string()),
  end_of_stream: z.boolean(),
});
export const countSchema = z.object({ tickets: z.array(z.unknown()), count: z.number() });

/** Statuses that an account named itself. */
export const statusPageSchema = z.object({ custom_statuses: z.array(z.unknown()) });
export const statusSchema = z.object({ id: idSchema, agent_label: z.string() });

export const commentSchema = z.object({
  author_id: loose(z.nullable(idSchema)),
  public: z.boolean(),
  type: text,
  plain_body: text,
  body: text,
  created_at: timeSchema,
});
export type CommentRecord = z.infer<typeof commentSchema>;

const personSchema = z.object({ id: idSchema, name: text, role: text });
export const commentPageSchema = z.object({
  comments: z.array(z.unknown()),
  users: looseList(personSchema),
});
export type PersonRecord = z.infer<typeof personSchema>;

export const macroSchema = z.object({
  id: idSchema,
  title: text,
  active: flag,
  restriction: z.optional(z.unknown()),
  updated_at: timeSchema,
  actions: looseList(z.object({ field: z.string(), value: z.optional(z.unknown()) })),
});
export type MacroRecord = z.infer<typeof macroSchema>;

export const macroPageSchema = z.object({ macros: z.array(z.unknown()) });
