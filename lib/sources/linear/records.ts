/** What Linear's GraphQL API is asked, and answers (https://linear.app/developers/graphql). */
import * as z from 'zod/mini';
import { idSchema, listOf, loose, looseList, timeSchema } from '@/lib/sources/tracker/fields';

/**
 * Oldest change first. Each nested list costs what `first` says, whether it is filled or not: a
 * query may not cost more than 10,000 points.
 */
export const CHANGED_ISSUES = `query ChangedIssues($filter: IssueFilter, $first: Int!) {
  issues(
    first: $first
    filter: $filter
    includeArchived: true
    sort: [{ updatedAt: { order: Ascending } }]
  ) {
    nodes {
      id
      identifier
      title
      description
      url
      createdAt
      updatedAt
      trashed
      dueDate
      customerTicketCount
      state { name type }
      team { id name private }
      project { name targetDate }
      projectMilestone { name targetDate }
      cycle { endsAt }
      sharedAccess { viewerHasOnlySharedAccess }
      labels(first: 20) { nodes { name } }
      relations(first: 10) { nodes { type relatedIssue { id identifier } } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const ISSUE_IDS = `query IssueIds($filter: IssueFilter, $first: Int!, $after: String) {
  issues(first: $first, after: $after, filter: $filter, includeArchived: true, orderBy: createdAt) {
    nodes { id trashed }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const WHO = 'query Who { viewer { displayName } organization { name } }';

export const TEAMS = 'query Teams { teams(first: 250) { nodes { id name } } }';

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: loose(z.string()) });

export const issuesSchema = z.object({
  issues: z.object({ nodes: z.array(z.unknown()), pageInfo }),
});

export const rowSchema = z.object({ id: idSchema, updatedAt: timeSchema });
export const idRowSchema = z.object({ id: idSchema, trashed: loose(z.boolean()) });

const named = z.object({ name: z.string() });
const nodesOf = <T>(schema: z.ZodMiniType<T>) => loose(z.object({ nodes: looseList(schema) }));
const withTarget = z.object({ name: z.string(), targetDate: loose(z.string()) });

export const issueSchema = z.object({
  id: idSchema,
  identifier: z.string(),
  title: z.string(),
  description: loose(z.string()),
  url: z.string(),
  createdAt: timeSchema,
  updatedAt: timeSchema,
  trashed: loose(z.boolean()),
  dueDate: loose(z.string()),
  customerTicketCount: loose(z.number()),
  state: z.object({ name: z.string(), type: z.string() }),
  team: z.object({ id: idSchema, name: loose(z.string()), private: loose(z.boolean()) }),
  project: loose(withTarget),
  projectMilestone: loose(withTarget),
  cycle: loose(z.object({ endsAt: z.string() })),
  sharedAccess: loose(z.object({ viewerHasOnlySharedAccess: z.boolean() })),
  labels: nodesOf(named),
  relations: nodesOf(
    z.object({
      type: z.string(),
      relatedIssue: z.object({ id: idSchema, identifier: z.string() }),
    }),
  ),
});
export type IssueRecord = z.infer<typeof issueSchema>;

export const whoSchema = z.object({
  viewer: z.object({ displayName: z.string() }),
  organization: named,
});

export const teamsSchema = z.object({
  teams: z.object({ nodes: listOf(z.object({ id: idSchema, name: z.string() })) }),
});

/** An answer holds data or errors; with errors, data may be there in part and is not used. */
export const answerSchema = z.object({
  data: z.optional(z.unknown()),
  errors: z.optional(z.unknown()),
});

/** The code is GraphQL's own name for what is wrong, the type Linear's; old answers have one alone. */
export const errorSchema = z.object({
  extensions: z.object({ code: loose(z.string()), type: loose(z.string()) }),
});
