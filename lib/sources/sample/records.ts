/** What the sample's files hold, checked record by record. */
import * as z from 'zod/mini';
import { parse } from 'yaml';
import { statusCategorySchema } from '@/lib/model/issue-facts';

const words = z.array(z.union([z.string(), z.number()]));
const time = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text)), 'not a time'));
const name = z.string().check(z.minLength(1));

const articleHeadSchema = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  title: name,
  section: name,
  products: words,
  labels: words,
  visibility: z.string(),
  updatedAt: time,
});

export type ArticleRecord = z.infer<typeof articleHeadSchema> & { body: string };

export const issueSchema = z.object({
  key: name,
  title: name,
  description: z.string(),
  status: name,
  statusCategory: statusCategorySchema,
  products: words,
  components: words,
  labels: words,
  affectedVersions: words,
  fixVersion: z.nullable(z.string()),
  fixDate: z.nullable(time),
  workaround: z.nullable(z.string()),
  visibility: z.string(),
  createdAt: time,
  updatedAt: time,
  linkedTicketCount: z.number(),
  duplicateOf: z.nullable(z.string()),
});
export type IssueRecord = z.infer<typeof issueSchema>;

export const incidentSchema = z.object({
  id: name,
  title: name,
  impact: z.enum(['minor', 'major', 'critical']),
  status: z.enum(['investigating', 'identified', 'monitoring', 'resolved']),
  products: words,
  startedAt: time,
  resolvedAt: z.nullable(time),
  updatedAt: time,
  url: z.url({ protocol: /^https$/ }),
  updates: z.array(z.object({ at: time, status: name, text: z.string() })),
  workaround: z.nullable(z.string()),
});
export type IncidentRecord = z.infer<typeof incidentSchema>;

/** A record, or what of it is wrong. `at` counts from 1 within the file. */
export type Read<T> = { at: number; record: T } | { at: number; wrong: string };

/** The articles of one file: each a YAML head between two lines `---`, then Markdown. */
export function readArticles(text: string): Read<ArticleRecord>[] {
  const parts = text.replace(/^\ufeff/, '').split(/^---[ \t]*\r?$/m);
  const articles: Read<ArticleRecord>[] = [];
  // Before the first `---` there is nothing; then heads and bodies take turns.
  for (let part = 1; part < parts.length; part += 2) {
    articles.push(readArticle((part + 1) / 2, parts[part] ?? '', (parts[part + 1] ?? '').trim()));
  }
  return articles;
}

function readArticle(at: number, head: string, body: string): Read<ArticleRecord> {
  let data: unknown;
  try {
    data = parse(head, { maxAliasCount: 0 });
  } catch {
    return { at, wrong: 'YAML' };
  }
  const checked = z.safeParse(articleHeadSchema, data);
  if (!checked.success) return { at, wrong: wrongFields(checked.error) };
  return { at, record: { ...checked.data, body } };
}

/** The records of a JSON file, or null when it is no array at all. */
export function readRecords<T>(text: string, schema: z.ZodMiniType<T>): Read<T>[] | null {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(list)) return null;
  return list.map((entry, at) => {
    const checked = z.safeParse(schema, entry);
    if (checked.success) return { at: at + 1, record: checked.data };
    return { at: at + 1, wrong: wrongFields(checked.error) };
  });
}

/** Names the fields, never their content. */
function wrongFields(error: z.core.$ZodError): string {
  const fields = error.issues.map(({ path }) => path.join('.') || 'record');
  return [...new Set(fields)].slice(0, 5).join(', ');
}
