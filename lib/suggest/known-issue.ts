/** Known issues: which of them can cause a ticket at all, and what a duplicate points to. */
import type { Item } from '@/lib/model/item';
import { isDuring } from '@/lib/suggest/features';
import type { TicketQuery } from '@/lib/suggest/query';

/** Id of the original that this issue duplicates, or null. Sources that tell no id use keys as ids. */
export function originalId({ sourceId, kind, issue }: Item): string | null {
  if (issue?.originalId !== undefined) return issue.originalId;
  return issue?.duplicateOf === undefined ? null : `${sourceId}:${kind}:${issue.duplicateOf}`;
}

/** False when the customer already has the fix, or the incident was not going on. */
export function canCause(item: Item, query: TicketQuery): boolean {
  const issue = item.issue;
  if (issue === undefined) return false;
  if (item.kind === 'incident') return query.at === null || isDuring(item, query.at);
  if (issue.category !== 'fixed' && issue.category !== 'fixed-unreleased') return true;
  const fixed = issue.fixVersion?.match(/\d+(?:\.\d+)+/)?.[0];
  if (fixed === undefined || query.versions.length === 0) return true;
  return query.versions.some((version) => compareVersions(version, fixed) < 0);
}

/** Dotted numbers in order, -1, 0 or 1; a missing part counts as 0. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}
