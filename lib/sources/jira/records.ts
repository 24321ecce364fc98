/**
 * What Jira Cloud's REST API 3 answers, as far as we use it
 * (https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/).
 */
import * as z from 'zod/mini';
import { idSchema, listOf, loose, looseList } from '@/lib/sources/tracker/fields';

/** `2026-11-22T08:00:00.000+0000`: not every browser reads an offset without a colon. */
const jiraTime = z.pipe(
  z.string(),
  z.transform((text, context) => {
    const time = new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
    if (!Number.isNaN(time.getTime())) return time.toISOString();
    context.issues.push({ code: 'custom', input: text, message: 'not a time' });
    return z.NEVER;
  }),
);

const named = z.object({ name: z.string() });

const versionSchema = z.object({
  name: z.string(),
  released: loose(z.boolean()),
  releaseDate: loose(z.string()),
});
export type VersionRecord = z.infer<typeof versionSchema>;

const linkSchema = z.object({
  type: z.object({ name: loose(z.string()), outward: loose(z.string()) }),
  outwardIssue: loose(z.object({ id: idSchema, key: z.string() })),
});

export const issueSchema = z.object({
  id: idSchema,
  key: z.string(),
  fields: z.looseObject({
    summary: z.string(),
    /** ADF; read by the converter, whatever it holds. */
    description: z.optional(z.unknown()),
    status: z.object({
      name: z.string(),
      statusCategory: loose(z.object({ key: z.string() })),
    }),
    resolution: loose(named),
    issuetype: loose(z.object({ id: idSchema, name: loose(z.string()) })),
    project: loose(z.object({ key: loose(z.string()), name: loose(z.string()) })),
    fixVersions: looseList(versionSchema),
    versions: looseList(versionSchema),
    components: looseList(named),
    labels: looseList(z.string()),
    issuelinks: looseList(linkSchema),
    created: jiraTime,
    updated: jiraTime,
    duedate: loose(z.string()),
    /** Whatever stands here, the issue is not for everyone. */
    security: z.optional(z.unknown()),
  }),
});
export type IssueRecord = z.infer<typeof issueSchema>;

export const ISSUE_FIELDS = [
  'summary',
  'description',
  'status',
  'resolution',
  'issuetype',
  'project',
  'fixVersions',
  'versions',
  'components',
  'labels',
  'issuelinks',
  'created',
  'updated',
  'duedate',
  'security',
];

export const searchSchema = z.object({
  issues: z.array(z.unknown()),
  isLast: loose(z.boolean()),
  nextPageToken: loose(z.string()),
});

/** Of one project. */
export const versionsSchema = listOf(
  z.object({
    id: z.string().check(z.regex(/^\d{1,20}$/)),
    name: z.string(),
    released: loose(z.boolean()),
    releaseDate: loose(z.string()),
  }),
);

export const idOnlySchema = z.object({ id: idSchema });

export const tenantSchema = z.object({ cloudId: z.string().check(z.regex(/^[\w-]{1,100}$/)) });

export const accountSchema = z.object({ displayName: z.string() });

export const projectsSchema = z.object({
  values: z.array(z.unknown()),
  isLast: loose(z.boolean()),
});
export const typesSchema = z.array(z.unknown());
export const choiceSchema = z.object({ id: idSchema, name: z.string() });
