/** What Help Scout's Docs API v1 answers, as far as we use it. */
import * as z from 'zod/mini';
import { idSchema, loose, looseList, timeSchema } from '@/lib/sources/tracker/fields';

const text = loose(z.nullable(z.string()));
const time = loose(z.nullable(timeSchema));

function envelope(name: string) {
  const list = z.object({
    page: z.number(),
    pages: z.number(),
    count: z.number(),
    items: z.array(z.unknown()),
  });
  return z.pipe(
    z.object({ [name]: list }),
    z.transform((answer) => answer[name] ?? { page: 1, pages: 1, count: 0, items: [] }),
  );
}

export const sitesSchema = envelope('sites');
export const collectionsSchema = envelope('collections');
export const refsSchema = envelope('articles');

export const siteSchema = z.object({
  id: idSchema,
  title: text,
  subDomain: text,
  status: text,
  hasPublicSite: loose(z.nullable(z.boolean())),
});
export type SiteRecord = z.infer<typeof siteSchema>;

export const collectionSchema = z.object({
  id: idSchema,
  siteId: loose(z.nullable(idSchema)),
  visibility: text,
  name: text,
});
export type CollectionRecord = z.infer<typeof collectionSchema>;

/** An article as lists give it: without its text. */
export const refSchema = z.object({
  id: idSchema,
  status: z.string(),
  createdAt: time,
  updatedAt: time,
  lastPublishedAt: time,
});
export type RefRecord = z.infer<typeof refSchema>;

export const articleSchema = z.object({
  id: idSchema,
  collectionId: loose(z.nullable(idSchema)),
  status: z.string(),
  name: text,
  text,
  publicUrl: text,
  keywords: looseList(z.string()),
  createdAt: time,
  updatedAt: time,
  lastPublishedAt: time,
});
export type ArticleRecord = z.infer<typeof articleSchema>;
export const articleAnswerSchema = z.object({ article: articleSchema });
