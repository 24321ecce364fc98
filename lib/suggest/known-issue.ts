/** Which known issue causes a ticket, if any is sure enough to be named. */
import type { Item } from '@/lib/model/item';
import type { Hit } from '@/lib/search/contract';
import { issueConfidence, KNOWN_ISSUE_CONFIDENCE } from '@/lib/suggest/confidence';
import { agreementOf, featuresOf, type Agreement } from '@/lib/suggest/features';
import type { TicketQuery } from '@/lib/suggest/query';

/** A hit with its item, and what they have in common with the ticket. */
export interface Rated {
  hit: Hit;
  item: Item;
  agreement: Agreement;
  confidence: number;
}

/** An incident long over does not cause today's ticket. */
const INCIDENT_DAYS = 10;
const DAY = 86_400_000;

/** Rates issue hits; duplicates count for the issue they duplicate. Best first. */
export function rateIssues(
  query: TicketQuery,
  hits: readonly Hit[],
  items: ReadonlyMap<string, Item>,
  documents: number,
  now: Date,
): Rated[] {
  const matters = mergeDuplicates(hits, items).filter(({ item }) => canCause(item, query, now));
  return matters
    .map(({ hit, item }, index) => {
      const next = matters[index === 0 ? 1 : 0]?.hit.score ?? 0;
      const agreement = agreementOf(query, hit, item, documents);
      const confidence = issueConfidence(featuresOf(hit, agreement, next));
      return { hit, item, agreement, confidence };
    })
    .sort((a, b) => b.confidence - a.confidence);
}

/** The one to name, or null. */
export function chooseKnownIssue(rated: readonly Rated[]): Rated | null {
  const [best] = rated;
  return best !== undefined && best.confidence >= KNOWN_ISSUE_CONFIDENCE ? best : null;
}

/** Ids of originals that duplicates among `items` point to and that are not among them. */
export function missingOriginals(items: ReadonlyMap<string, Item>): string[] {
  return [...items.values()].flatMap((item) => {
    const original = originalId(item);
    return original === null || items.has(original) ? [] : [original];
  });
}

/** The issue behind an item: itself, or the original it duplicates. */
function originalId(item: Item): string | null {
  const key = item.issue?.duplicateOf;
  return key === undefined ? null : `${item.sourceId}:${item.kind}:${key}`;
}

function mergeDuplicates(
  hits: readonly Hit[],
  items: ReadonlyMap<string, Item>,
): { hit: Hit; item: Item }[] {
  const matters = new Map<string, { hit: Hit; item: Item }>();
  for (const hit of hits) {
    const found = items.get(hit.id);
    if (found === undefined) continue;
    const item = items.get(originalId(found) ?? '') ?? found;
    if (!matters.has(item.id)) matters.set(item.id, { hit, item });
  }
  return [...matters.values()];
}

/** False when the customer already has the fix, or the incident is long over. */
function canCause(item: Item, query: TicketQuery, now: Date): boolean {
  const issue = item.issue;
  if (issue === undefined) return false;
  if (issue.category !== 'fixed') return true;
  if (item.kind === 'incident') {
    return now.getTime() - Date.parse(item.updatedAt) < INCIDENT_DAYS * DAY;
  }
  const fixed = issue.fixVersion?.match(/\d+(?:\.\d+)+/)?.[0];
  if (fixed === undefined || query.versions.length === 0) return true;
  return query.versions.some((version) => compareVersions(version, fixed) < 0);
}

/** Dotted numbers in order; a missing part counts as 0. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}
