/** GitHub issues as items. */
import { markdownToBlocks } from '@/lib/convert/markdown';
import type { StatusCategory } from '@/lib/model/issue-facts';
import type { Item, Visibility } from '@/lib/model/item';
import { dayOf } from '@/lib/sources/tracker/fields';
import { issueItem, type ReadingContext } from '@/lib/sources/tracker/issue-item';
import { categoryByLabels, componentsOf, versionsOf } from '@/lib/sources/tracker/labels';
import type { IssueRecord, RepoRecord } from '@/lib/sources/github/records';

export async function mapIssue(
  record: IssueRecord,
  repo: RepoRecord,
  context: ReadingContext,
): Promise<Item> {
  const { labels, milestone } = record;
  return issueItem(
    {
      id: record.id,
      key: `${repo.name}#${record.number}`,
      title: record.title,
      url: record.html_url,
      blocks: markdownToBlocks(record.body ?? '', { baseUrl: record.html_url }),
      products: [repo.name],
      labels: [...labels, record.type?.name],
      visibility: visibilityOf(repo),
      createdAt: record.created_at,
      updatedAt: record.updated_at,
      category: categoryOf(record),
      rawStatus: [record.state, reasonOf(record)].filter(Boolean).join(' '),
      fixVersion: milestone?.title,
      fixDate: dayOf(milestone?.due_on),
      affectedVersions: versionsOf(labels),
      components: componentsOf(labels),
    },
    context,
  );
}

/** Who may see the repository may see its issues. */
export function visibilityOf(repo: RepoRecord): Visibility {
  if (repo.private === undefined) return 'unknown';
  return repo.private ? 'internal' : 'public';
}

function categoryOf({ state, state_reason, labels, milestone }: IssueRecord): StatusCategory {
  if (state !== 'closed') return categoryByLabels(labels, true);
  if (state_reason === 'duplicate') return 'duplicate';
  if (state_reason === 'not_planned') return 'wont-fix';
  const category = categoryByLabels(labels, false);
  // An open milestone is a release to come.
  return category === 'fixed' && milestone?.state === 'open' ? 'fixed-unreleased' : category;
}

function reasonOf({ state_reason }: IssueRecord): string {
  return state_reason === undefined ? '' : `(${state_reason.replaceAll('_', ' ')})`;
}
