/** Bugs as items. */
import { BlockBuilder } from '@/lib/convert/block-builder';
import { markdownToBlocks } from '@/lib/convert/markdown';
import type { Block } from '@/lib/model/block';
import type { StatusCategory } from '@/lib/model/issue-facts';
import type { Item, Visibility } from '@/lib/model/item';
import { dayOf } from '@/lib/sources/tracker/fields';
import { issueItem, type ReadingContext } from '@/lib/sources/tracker/issue-item';
import type { BugRecord, CommentRecord } from '@/lib/sources/bugzilla/records';
import type { BugzillaSettings } from '@/lib/sources/bugzilla/settings';

/** The same for all bugs of one reading. */
export interface BugContext extends ReadingContext {
  /** Of a bug that is in no group. */
  visibility: Visibility;
}

const UNDER_WAY = new Set(['ASSIGNED', 'IN_PROGRESS']);
/** Bugzilla's words for: none. */
const NO_MILESTONE = new Set(['', '---', 'future']);
const NO_VERSION = new Set(['', 'unspecified', 'other']);

export async function mapBug(
  record: BugRecord,
  settings: BugzillaSettings,
  context: BugContext,
): Promise<Item> {
  const category = categoryOf(record);
  const milestone = record.target_milestone ?? '';
  const version = record.version ?? '';
  const whiteboard = record.whiteboard ?? '';
  return issueItem(
    {
      id: record.id,
      key: keyOf(record.id),
      title: record.summary,
      url: `${settings.base.replace(/\/+$/, '')}/show_bug.cgi?id=${record.id}`,
      blocks: descriptionOf(record.comments ?? []),
      products: [record.product],
      labels: [...record.keywords, ...tagsOf(whiteboard)],
      visibility: visibilityOf(record, context),
      createdAt: record.creation_time,
      updatedAt: record.last_change_time,
      category,
      rawStatus: [record.status, record.resolution].filter(Boolean).join(' '),
      fixVersion: NO_MILESTONE.has(milestone.toLowerCase()) ? undefined : milestone,
      fixDate: category === 'fixed' ? undefined : dayOf(record.deadline),
      affectedVersions: NO_VERSION.has(version.toLowerCase()) ? [] : [version],
      components: [record.component],
      workaround: workaroundOn(whiteboard),
      duplicateOf: category === 'duplicate' ? originalOf(record) : undefined,
    },
    context,
  );
}

function categoryOf({ status, resolution = '', is_open: isOpen }: BugRecord): StatusCategory {
  if (isOpen ?? resolution === '') return UNDER_WAY.has(status) ? 'in-progress' : 'open';
  if (resolution === 'DUPLICATE') return 'duplicate';
  return resolution === 'FIXED' ? 'fixed' : 'wont-fix';
}

function keyOf(id: string): string {
  return `Bug ${id}`;
}

function originalOf({ dupe_of: id }: BugRecord) {
  return id === undefined ? undefined : { id, key: keyOf(id) };
}

/** Groups narrow who may see a bug. */
function visibilityOf({ groups }: BugRecord, { visibility }: BugContext): Visibility {
  if (groups === undefined) return 'unknown';
  return groups.length > 0 ? 'restricted' : visibility;
}

/** The comment that the bug was opened with, unless only insiders may read it. */
function descriptionOf(comments: readonly CommentRecord[]): Block[] {
  const [first] = comments;
  if (first === undefined || (first.count ?? 0) !== 0 || first.is_private !== false) return [];
  return first.is_markdown === true ? markdownToBlocks(first.text) : plainBlocks(first.text);
}

/** Plain text: paragraphs apart by empty lines, their lines kept. */
function plainBlocks(text: string): Block[] {
  const builder = new BlockBuilder();
  for (const line of text.split(/\r?\n/)) {
    if (builder.isFull) break;
    if (line.trim() === '') builder.breakParagraph();
    else {
      builder.text(line);
      builder.lineBreak();
    }
  }
  return builder.finish();
}

/** `[tag] [other: x]`, as teams use the field for what Bugzilla has no field for. */
function tagsOf(whiteboard: string): string[] {
  const tags = [...whiteboard.matchAll(/\[([^[\]]{1,100})\]/g)].map(([, tag = '']) => tag);
  return tags.filter((tag) => !/^work-?around\b/i.test(tag));
}

function workaroundOn(whiteboard: string): Block[] {
  const [, text = ''] = /\bwork-?around\s*[:=]\s*([^[\]]{1,2000})/i.exec(whiteboard) ?? [];
  return text.trim() === '' ? [] : [{ type: 'paragraph', text: [{ text: text.trim() }] }];
}
