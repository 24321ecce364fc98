/** What Help Scout's Mailbox API 2.0 answers of mailboxes and saved replies, as far as we use it. */
import * as z from 'zod/mini';
import { idSchema, loose, timeSchema } from '@/lib/sources/tracker/fields';

const text = loose(z.nullable(z.string()));
const time = loose(z.nullable(timeSchema));

export const tokenSchema = z.object({ access_token: z.string().check(z.minLength(1)) });

const pageSchema = z.object({
  totalElements: z.number(),
  totalPages: z.number(),
  number: z.number(),
});

export interface HalList {
  rows: unknown[];
  count: number;
  pages: number;
}

/** HAL with one embedded list, which is absent when empty; some lists are plain arrays. */
export const halListSchema = z.pipe(
  z.union([
    z.array(z.unknown()),
    z.object({
      _embedded: z.optional(z.record(z.string(), z.unknown())),
      page: pageSchema,
    }),
  ]),
  z.transform((answer): HalList => {
    if (Array.isArray(answer)) return { rows: answer, count: answer.length, pages: 1 };
    const { _embedded: embedded = {} } = answer;
    const rows = Object.values(embedded).find((value) => Array.isArray(value)) ?? [];
    return { rows, count: answer.page.totalElements, pages: answer.page.totalPages };
  }),
);

export const mailboxSchema = z.object({ id: idSchema, name: text });
export type MailboxRecord = z.infer<typeof mailboxSchema>;

export const replyRefSchema = z.object({ id: idSchema });

export const replySchema = z.object({
  id: idSchema,
  name: text,
  /** HTML. */
  text: z.nullish(z.string()),
  chatText: text,
  createdAt: time,
  updatedAt: time,
});
export type ReplyRecord = z.infer<typeof replySchema>;

export const meSchema = z.object({ firstName: text, lastName: text });
