/**
 * What Confluence Cloud answers, the fields we use: pages and spaces by REST v2, labels and
 * restrictions by the v1 search, which gives them for many pages at once.
 * https://developer.atlassian.com/cloud/confluence/rest/v2/
 */
import * as z from 'zod/mini';

const maybe = z.catch;
const time = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text)), 'not a time'));

/** `next` is an address whose `cursor` asks for the page after this one. */
export const listSchema = z.object({
  results: z.array(z.unknown()),
  _links: maybe(z.optional(z.object({ next: z.optional(z.string()) })), undefined),
});

export const spaceSchema = z.object({ id: z.string(), name: z.string() });

const bodySchema = z.object({ value: z.string() });

export const pageSchema = z.object({
  id: z.string(),
  title: z.string(),
  version: z.object({ createdAt: time }),
  body: maybe(
    z.optional(
      z.object({ atlas_doc_format: z.optional(bodySchema), storage: z.optional(bodySchema) }),
    ),
    undefined,
  ),
  _links: z.object({ webui: z.string() }),
});
export type PageRecord = z.infer<typeof pageSchema>;

/** A page in the trash or the archive. */
export const markSchema = z.object({
  id: z.string(),
  version: maybe(z.optional(z.object({ createdAt: z.string() })), undefined),
});

const countSchema = z.object({ results: z.array(z.unknown()) });

/** Labels, restrictions and place in the tree of one page. */
export const factsSchema = z.object({
  id: z.string(),
  metadata: maybe(
    z.optional(
      z.object({ labels: z.object({ results: z.array(z.object({ name: z.string() })) }) }),
    ),
    undefined,
  ),
  restrictions: z.object({
    read: z.object({ restrictions: z.object({ user: countSchema, group: countSchema }) }),
  }),
  ancestors: maybe(z.array(z.object({ id: z.string() })), []),
});
export type FactsRecord = z.infer<typeof factsSchema>;

export const tenantSchema = z.object({ cloudId: z.string().check(z.regex(/^[\w-]{1,64}$/)) });
