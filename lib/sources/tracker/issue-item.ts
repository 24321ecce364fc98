/** An issue in the words that all trackers share, as an item. */
import { blocksText } from '@/lib/convert/block-text';
import { webAddress } from '@/lib/core/url';
import type { Block } from '@/lib/model/block';
import type { IssueFacts, StatusCategory } from '@/lib/model/issue-facts';
import type { Item, Visibility } from '@/lib/model/item';
import { sealItem } from '@/lib/model/seal-item';
import { findAffectedVersions } from '@/lib/sources/tracker/affected';
import { isoOf, oneLine, words } from '@/lib/sources/tracker/fields';
import { findWorkaround, givenWorkaround } from '@/lib/sources/tracker/workaround';

/** The same for all records of one reading. */
export interface ReadingContext {
  sourceId: string;
  /** ISO 8601: when the records were read. */
  syncedAt: string;
  /** The language all records are written in, where the settings say so. */
  locale?: string | undefined;
  languageOf(text: string): string;
}

/** What a connector's table makes of its vendor's record. */
export interface TrackerIssue {
  kind?: 'issue' | 'incident';
  /** The vendor's id that never changes. */
  id: string;
  /** What people call it. */
  key?: string;
  title: string;
  url: string;
  blocks: Block[];
  products: readonly (string | null | undefined)[];
  labels: readonly (string | null | undefined)[];
  visibility: Visibility;
  createdAt: string;
  updatedAt: string;
  category: StatusCategory;
  rawStatus: string;
  fixVersion?: string | null | undefined;
  /** ISO date or time. */
  fixDate?: string | null | undefined;
  /** The body is searched where there is none. */
  affectedVersions?: readonly (string | null | undefined)[];
  components?: readonly (string | null | undefined)[];
  /** From a field that was configured for it; the body is searched otherwise. */
  workaround?: Block[] | undefined;
  linkedTickets?: number | undefined;
  /** The issue that this one duplicates: the vendor's id of it, and what people call it. */
  duplicateOf?: { id: string; key: string } | undefined;
}

const TITLE_LIMIT = 500;
const SAMPLE_CHARACTERS = 2_000;

/** Id of the item for a vendor's record. */
export function issueId(
  sourceId: string,
  id: string,
  kind: 'issue' | 'incident' = 'issue',
): string {
  return `${sourceId}:${kind}:${id}`;
}

export async function issueItem(issue: TrackerIssue, context: ReadingContext): Promise<Item> {
  const { sourceId, syncedAt } = context;
  const title = oneLine(issue.title, TITLE_LIMIT);
  const sample = () =>
    `${title}\n${blocksText(issue.blocks.slice(0, 20)).slice(0, SAMPLE_CHARACTERS)}`;
  return sealItem({
    id: issueId(sourceId, issue.id, issue.kind),
    sourceId,
    kind: issue.kind ?? 'issue',
    title: title || issue.key || issue.id,
    url: webAddress(issue.url) ?? '',
    ...(issue.key === undefined ? {} : { key: issue.key }),
    locale: context.locale ?? context.languageOf(sample()),
    products: words(issue.products),
    labels: words(issue.labels),
    visibility: issue.visibility,
    updatedAt: isoOf(issue.updatedAt),
    syncedAt,
    issue: factsOf(issue, context),
    blocks: issue.blocks,
  });
}

function factsOf(issue: TrackerIssue, { sourceId, syncedAt }: ReadingContext): IssueFacts {
  const [fixVersion] = words([issue.fixVersion]);
  const affected = words(issue.affectedVersions ?? []);
  const given = givenWorkaround(issue.workaround ?? []);
  const workaround = given.length > 0 ? given : findWorkaround(issue.blocks);
  return {
    category: issue.category,
    rawStatus: oneLine(issue.rawStatus, 200),
    affectedVersions: affected.length > 0 ? affected : findAffectedVersions(issue.blocks),
    components: words(issue.components ?? []),
    linkedTickets: issue.linkedTickets ?? 0,
    createdAt: isoOf(issue.createdAt),
    asOf: syncedAt,
    ...(fixVersion === undefined ? {} : { fixVersion }),
    ...(issue.fixDate ? { fixDate: issue.fixDate } : {}),
    ...(workaround.length === 0 ? {} : { workaround }),
    ...originalOf(issue, sourceId),
  };
}

function originalOf(
  { kind, duplicateOf }: TrackerIssue,
  sourceId: string,
): Pick<IssueFacts, 'duplicateOf' | 'originalId'> {
  if (duplicateOf === undefined) return {};
  const { id, key } = duplicateOf;
  return { duplicateOf: key, originalId: issueId(sourceId, id, kind) };
}
