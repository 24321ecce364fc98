/** Linear issues as items. */
import { markdownToBlocks } from '@/lib/convert/markdown';
import type { StatusCategory } from '@/lib/model/issue-facts';
import type { Item, Visibility } from '@/lib/model/item';
import { dayOf } from '@/lib/sources/tracker/fields';
import { issueItem, type ReadingContext } from '@/lib/sources/tracker/issue-item';
import { componentsOf, versionsOf } from '@/lib/sources/tracker/labels';
import type { IssueRecord } from '@/lib/sources/linear/records';

/** Linear's types of states; their names are each team's own. */
const CATEGORIES: Record<string, StatusCategory> = {
  triage: 'open',
  backlog: 'open',
  unstarted: 'open',
  started: 'in-progress',
  completed: 'fixed',
  canceled: 'wont-fix',
  duplicate: 'duplicate',
};

export async function mapIssue(record: IssueRecord, context: ReadingContext): Promise<Item> {
  const labels = record.labels?.nodes.map(({ name }) => name) ?? [];
  const category = categoryOf(record);
  const { project, projectMilestone: milestone } = record;
  return issueItem(
    {
      id: record.id,
      key: record.identifier,
      title: record.title,
      url: record.url,
      blocks: markdownToBlocks(record.description ?? '', { baseUrl: record.url }),
      products: [record.team.name, project?.name],
      labels,
      visibility: visibilityOf(record),
      createdAt: record.createdAt,
      updatedAt: record.updatedAt,
      category,
      rawStatus: record.state.name,
      fixVersion: [milestone?.name, project?.name].find(isVersion),
      fixDate: category === 'fixed' ? undefined : etaOf(record),
      affectedVersions: versionsOf(labels),
      components: componentsOf(labels),
      linkedTickets: record.customerTicketCount,
      duplicateOf: category === 'duplicate' ? originalOf(record) : undefined,
    },
    context,
  );
}

/** True for an issue in the bin; archived ones are only old. */
export function isGone({ trashed }: Pick<IssueRecord, 'trashed'>): boolean {
  return trashed === true;
}

function categoryOf({ state: { type } }: IssueRecord): StatusCategory {
  return (Object.hasOwn(CATEGORIES, type) ? CATEGORIES[type] : undefined) ?? 'open';
}

/** The nearest promise counts: the issue's own day, then its milestone's, project's, cycle's. */
function etaOf({ dueDate, projectMilestone, project, cycle }: IssueRecord): string | undefined {
  return dayOf(dueDate ?? projectMilestone?.targetDate ?? project?.targetDate ?? cycle?.endsAt);
}

/** Milestones and projects are named after releases, or after anything else. */
function isVersion(name: string | undefined): boolean {
  return /\d+\.\d+/.test(name ?? '');
}

/** What all members see is internal; private teams and what was shared one by one are not theirs. */
function visibilityOf({ team, sharedAccess }: IssueRecord): Visibility {
  if (team.private === true || sharedAccess?.viewerHasOnlySharedAccess === true)
    return 'restricted';
  return team.private === false ? 'internal' : 'unknown';
}

function originalOf({ relations }: IssueRecord) {
  const original = relations?.nodes.find(({ type }) => type === 'duplicate')?.relatedIssue;
  return original === undefined ? undefined : { id: original.id, key: original.identifier };
}
