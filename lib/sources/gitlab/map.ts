/** GitLab issues as items. */
import { markdownToBlocks } from '@/lib/convert/markdown';
import type { StatusCategory } from '@/lib/model/issue-facts';
import type { Item, Visibility } from '@/lib/model/item';
import { dayOf } from '@/lib/sources/tracker/fields';
import { issueItem, type ReadingContext } from '@/lib/sources/tracker/issue-item';
import { categoryByLabels, componentsOf, versionsOf } from '@/lib/sources/tracker/labels';
import type { IssueRecord, ProjectRecord } from '@/lib/sources/gitlab/records';

export async function mapIssue(
  record: IssueRecord,
  project: ProjectRecord,
  context: ReadingContext,
): Promise<Item> {
  const { labels, milestone } = record;
  const category = categoryOf(record);
  return issueItem(
    {
      id: record.id,
      key: `${project.path}#${record.iid}`,
      title: record.title,
      url: record.web_url,
      blocks: markdownToBlocks(record.description ?? '', { baseUrl: record.web_url }),
      products: [project.name],
      labels: [...labels, record.issue_type === 'issue' ? '' : record.issue_type],
      visibility: record.confidential === false ? visibilityOf(project) : secrecyOf(record),
      createdAt: record.created_at,
      updatedAt: record.updated_at,
      category,
      rawStatus: rawStatusOf(record),
      fixVersion: milestone?.title,
      fixDate: dayOf(milestone?.due_date ?? (category === 'fixed' ? undefined : record.due_date)),
      affectedVersions: versionsOf(labels),
      components: componentsOf(labels),
    },
    context,
  );
}

/** Who may see issues of the project that are not confidential. */
export function visibilityOf(project: ProjectRecord): Visibility {
  switch (project.visibility) {
    case 'public':
      // Absent for those who may not see the project's settings; then nobody narrowed it that we know.
      return (project.issues_access_level ?? 'enabled') === 'enabled' ? 'public' : 'internal';
    case 'internal':
    case 'private':
      return 'internal';
    default:
      return 'unknown';
  }
}

/** For an issue that does not say that it is for all who may see the project. */
function secrecyOf({ confidential }: IssueRecord): Visibility {
  return confidential === true ? 'restricted' : 'unknown';
}

function categoryOf({ state, labels, milestone, _links }: IssueRecord): StatusCategory {
  if (state !== 'closed') return categoryByLabels(labels, true);
  if (_links?.closed_as_duplicate_of !== undefined) return 'duplicate';
  const category = categoryByLabels(labels, false);
  // An active milestone is a release to come.
  return category === 'fixed' && milestone?.state === 'active' ? 'fixed-unreleased' : category;
}

/** GitLab itself knows two states; teams write theirs as scoped labels. */
function rawStatusOf({ state, labels }: IssueRecord): string {
  const own = labels.find((label) => /^(?:workflow|status|state|resolution)::?/i.test(label));
  const word = own?.split(/::?/).at(-1)?.trim() ?? '';
  return word === '' ? state : `${state} (${word})`;
}
