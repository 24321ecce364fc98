/** Redmine issues as items. */
import { markdownToBlocks } from '@/lib/convert/markdown';
import { looksLikeTextile, textileToBlocks } from '@/lib/convert/textile';
import type { Block } from '@/lib/model/block';
import type { StatusCategory } from '@/lib/model/issue-facts';
import type { Item, Visibility } from '@/lib/model/item';
import { dayOf } from '@/lib/sources/tracker/fields';
import { issueItem, type ReadingContext } from '@/lib/sources/tracker/issue-item';
import type { FieldRecord, IssueRecord, VersionRecord } from '@/lib/sources/redmine/records';
import type { RedmineSettings } from '@/lib/sources/redmine/settings';

/** What the records of one page have in common. */
export interface RedmineContext extends ReadingContext {
  /** For an issue that is not private. */
  visibility: Visibility;
  /** By their numbers. */
  versions: ReadonlyMap<string, VersionRecord>;
}

/** Statuses are named by each Redmine's admins; these are its own in several languages. */
const NOT_FIXED =
  /reject|won.?t|invalid|declin|cancel|cannot|not (?:a bug|reproduc)|abgewiesen|abgelehnt|rejet|rechaz|recus|rejeitad|rifiutat|afgewezen|geweigerd/i;
const DUPLICATE = /dupli[ck]|doublon|doppelt/i;
const FIXED_NOT_OUT =
  /resolved|fixed|gelöst|behoben|erledigt|résolu|resuelt|resolvid|risolt|opgelost/i;
const UNDER_WAY =
  /progress|review|feedback|test|assigned|bearbeitung|rückmeldung|en cours|en curso|em andamento|in corso|in behandeling/i;
const AFFECTED =
  /^(?:affect|found|betroffen|gefunden|version (?:affect|trouv)|versión afectad|versão afetad)/i;

export async function mapIssue(
  record: IssueRecord,
  settings: RedmineSettings,
  context: RedmineContext,
): Promise<Item> {
  const base = settings.base.replace(/\/+$/, '');
  const url = `${base}/issues/${record.id}`;
  const version = context.versions.get(record.fixed_version?.id ?? '');
  const category = categoryOf(record, version);
  const field = record.custom_fields.find(({ id }) => id === settings.workaroundField);
  return issueItem(
    {
      id: record.id,
      key: keyOf(record.id),
      title: record.subject,
      url,
      blocks: blocksOf(record.description, settings, url),
      products: [record.project.name],
      labels: [record.tracker?.name],
      visibility: record.is_private === false ? context.visibility : secrecyOf(record),
      createdAt: record.created_on,
      updatedAt: record.updated_on,
      category,
      rawStatus: record.status.name,
      fixVersion: record.fixed_version?.name,
      fixDate: dayOf(version?.due_date ?? (category === 'fixed' ? undefined : record.due_date)),
      affectedVersions: affectedVersions(record.custom_fields, context.versions),
      components: [record.category?.name],
      workaround: blocksOf(textOf(field), settings, url),
      duplicateOf: category === 'duplicate' ? originalOf(record) : undefined,
    },
    context,
  );
}

/** A server that says nothing of privacy is not one we know. */
function secrecyOf({ is_private: isPrivate }: IssueRecord): Visibility {
  return isPrivate === true ? 'restricted' : 'unknown';
}

function categoryOf(record: IssueRecord, version: VersionRecord | undefined): StatusCategory {
  const { status, done_ratio: done } = record;
  const isClosed = status.is_closed ?? record.closed_on !== undefined;
  if (!isClosed) {
    if (FIXED_NOT_OUT.test(status.name)) return 'fixed-unreleased';
    return UNDER_WAY.test(status.name) || (done ?? 0) > 0 ? 'in-progress' : 'open';
  }
  if (DUPLICATE.test(status.name) || originalOf(record) !== undefined) return 'duplicate';
  if (NOT_FIXED.test(status.name)) return 'wont-fix';
  // A version is closed once it is out.
  return version === undefined || version.status === 'closed' ? 'fixed' : 'fixed-unreleased';
}

/** Both issues of a relation carry it; the one it begins at duplicates the other. */
function originalOf({ id, relations }: IssueRecord) {
  const original = relations.find(
    (relation) => relation.relation_type === 'duplicates' && relation.issue_id === id,
  )?.issue_to_id;
  return original === undefined ? undefined : { id: original, key: keyOf(original) };
}

function keyOf(id: string): string {
  return `#${id}`;
}

function blocksOf(text: string | undefined, { markup }: RedmineSettings, baseUrl: string): Block[] {
  const words = text ?? '';
  const isTextile = markup === undefined ? looksLikeTextile(words) : markup === 'textile';
  return isTextile ? textileToBlocks(words, { baseUrl }) : markdownToBlocks(words, { baseUrl });
}

function textOf(field: FieldRecord | undefined): string {
  const value = field?.value;
  return typeof value === 'string' ? value : '';
}

/** Fields of the kind "version" hold numbers of versions, one or a list. */
function affectedVersions(
  fields: readonly FieldRecord[],
  versions: ReadonlyMap<string, VersionRecord>,
): string[] {
  return fields
    .filter(({ name }) => AFFECTED.test(name ?? ''))
    .flatMap(({ value }) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .flatMap((value) => (typeof value === 'string' ? (versions.get(value)?.name ?? value) : []));
}
