/** Jira issues as items. */
import { adfToBlocks } from '@/lib/convert/adf';
import { markdownToBlocks } from '@/lib/convert/markdown';
import type { Block } from '@/lib/model/block';
import type { StatusCategory } from '@/lib/model/issue-facts';
import type { Item } from '@/lib/model/item';
import { dayOf } from '@/lib/sources/tracker/fields';
import { issueItem, type ReadingContext } from '@/lib/sources/tracker/issue-item';
import type { IssueRecord, VersionRecord } from '@/lib/sources/jira/records';
import type { JiraSettings } from '@/lib/sources/jira/settings';

/** Resolutions are named by each site's admins; these are Jira's own and common ones. */
const DUPLICATE = /dupli[ck]|doublon|doppelt/i;
const NOT_FIXED =
  /won.?t|cannot|can.?t|unable|not (?:a bug|reproduc|an issue|going)|as designed|by design|declined|rejected|invalid|incomplete|obsolete|abandoned|cancel|wird nicht|nicht (?:reproduz|behoben)|kein fehler|abgelehnt|abgebrochen/i;

export async function mapIssue(
  { id, key, fields }: IssueRecord,
  settings: JiraSettings,
  context: ReadingContext,
): Promise<Item> {
  const fix = fixOf(fields.fixVersions);
  const category = categoryOf(fields, fix);
  const field = settings.workaroundField;
  return issueItem(
    {
      id,
      key,
      title: fields.summary,
      url: new URL(`/browse/${encodeURIComponent(key)}`, settings.site).href,
      blocks: adfToBlocks(fields.description),
      products: [fields.project?.name ?? fields.project?.key],
      labels: [...fields.labels, fields.issuetype?.name],
      // Whoever may sign in; a security level narrows that.
      visibility: (fields.security ?? null) === null ? 'internal' : 'restricted',
      createdAt: fields.created,
      updatedAt: fields.updated,
      category,
      rawStatus: fields.resolution === undefined ? fields.status.name : statusWords(fields),
      fixVersion: fix?.name,
      fixDate: dayOf(fix?.releaseDate ?? (category === 'fixed' ? undefined : fields.duedate)),
      affectedVersions: fields.versions.map(({ name }) => name),
      components: fields.components.map(({ name }) => name),
      workaround: field === undefined ? [] : fieldBlocks(fields[field]),
      duplicateOf: category === 'duplicate' ? originalOf(fields) : undefined,
    },
    context,
  );
}

/** Categories are Jira's own; names are the site's. */
function categoryOf(
  { status, resolution }: IssueRecord['fields'],
  fix: VersionRecord | undefined,
): StatusCategory {
  switch (status.statusCategory?.key) {
    case 'done':
      if (DUPLICATE.test(resolution?.name ?? '')) return 'duplicate';
      if (NOT_FIXED.test(resolution?.name ?? '')) return 'wont-fix';
      return fix === undefined || fix.released === true ? 'fixed' : 'fixed-unreleased';
    case 'indeterminate':
      return 'in-progress';
    default:
      return 'open';
  }
}

function statusWords({ status, resolution }: IssueRecord['fields']): string {
  const word = resolution?.name ?? '';
  return word === '' || word === status.name ? status.name : `${status.name} (${word})`;
}

/** The first version a customer can get the fix in: the earliest released, else the next planned. */
function fixOf(versions: readonly VersionRecord[]): VersionRecord | undefined {
  const released = versions.filter((version) => version.released === true);
  const day = ({ releaseDate }: VersionRecord) => releaseDate ?? '9999';
  return (released.length > 0 ? released : versions).toSorted((a, b) =>
    day(a) < day(b) ? -1 : Number(day(a) > day(b)),
  )[0];
}

/** The issue this one "duplicates"; the words are the link type's, its name by default `Duplicate`. */
function originalOf({ issuelinks }: IssueRecord['fields']) {
  return issuelinks.find(
    ({ type, outwardIssue }) =>
      outwardIssue !== undefined && DUPLICATE.test(`${type.name ?? ''} ${type.outward ?? ''}`),
  )?.outwardIssue;
}

/** Text fields of one line are strings, those of several are ADF. */
function fieldBlocks(value: unknown): Block[] {
  return typeof value === 'string' ? markdownToBlocks(value) : adfToBlocks(value);
}
