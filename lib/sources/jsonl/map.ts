/** A line of an imported file as an item. */
import { blocksText } from '@/lib/convert/block-text';
import { htmlToBlocks } from '@/lib/convert/html';
import { markdownToBlocks } from '@/lib/convert/markdown';
import { cut } from '@/lib/core/text';
import { webAddress } from '@/lib/core/url';
import type { Block } from '@/lib/model/block';
import type { IssueFacts } from '@/lib/model/issue-facts';
import type { Item, ItemKind, Visibility } from '@/lib/model/item';
import { sealItem } from '@/lib/model/seal-item';
import {
  categoryOf,
  recordSchema,
  type ImportRecord,
  type SkipReason,
  visibilityOf,
} from '@/lib/sources/jsonl/records';

/** The same for all lines of one import. */
export interface MapContext {
  sourceId: string;
  /** ISO 8601: when the import began. */
  syncedAt: string;
  /** For records that do not say who may see them. */
  visibility: Visibility;
  /** The language of a text, for records that do not say theirs. */
  languageOf: (text: string) => string;
}

export type MappedLine = { ok: true; item: Item } | { ok: false; why: SkipReason };

const ID_LIMIT = 200;
const TITLE_LIMIT = 500;
const WORD_LIMIT = 200;
const MOST_LABELS = 50;
/** Enough of a body to tell its form or its language. */
const SAMPLE_CHARACTERS = 2_000;

/** Reads and maps one line; says why when it is no document. */
export async function mapLine(line: string, context: MapContext): Promise<MappedLine> {
  const parsed = parseJson(line);
  return parsed === undefined ? { ok: false, why: 'not-json' } : mapDocument(parsed, context);
}

/**
 * Maps a document however it was kept. `blocks`: its text, for one that is a file of its own; a
 * file's path is no name that people use.
 */
export async function mapDocument(
  data: unknown,
  context: MapContext,
  blocks?: Block[],
): Promise<MappedLine> {
  const record = recordSchema.safeParse(data);
  const id = record.success ? oneLine(String(record.data.id), ID_LIMIT + 1) : '';
  if (!record.success || id === '' || id.length > ID_LIMIT) {
    return { ok: false, why: 'not-a-record' };
  }
  const text = blocks ?? blocksOf(record.data.body ?? '');
  return mapRecord(id, record.data, context, text, blocks === undefined ? { key: id } : {});
}

async function mapRecord(
  id: string,
  record: ImportRecord,
  context: MapContext,
  blocks: Block[],
  name: Pick<Item, 'key'>,
): Promise<MappedLine> {
  const { sourceId, syncedAt } = context;
  const kind = record.kind ?? 'article';
  const title = oneLine(record.title ?? '', TITLE_LIMIT);
  if (title === '' && blocks.length === 0) return { ok: false, why: 'no-text' };
  const updatedAt = isoOf(record.updated) ?? isoOf(record.created) ?? '';
  const issue = issueFacts(kind, record, updatedAt === '' ? syncedAt : updatedAt);
  if (issue === null) return { ok: false, why: 'no-status' };
  const locale = localeOf(record.locale);
  const item = await sealItem({
    // Translations share their record's id, so a stated language is part of ours.
    id: [sourceId, kind, id, locale ?? []].flat().join(':'),
    sourceId,
    kind,
    ...name,
    title: title || id,
    url: webAddress(record.url ?? '') ?? '',
    locale:
      locale ??
      context.languageOf(
        `${title}\n${(record.body ?? blocksText(blocks)).slice(0, SAMPLE_CHARACTERS)}`,
      ),
    products: words([record.product]),
    labels: words([
      ...(record.labels ?? []),
      ...(issue === undefined ? [record.component, record.version] : []),
    ]).slice(0, MOST_LABELS),
    visibility: visibilityOf(record.visibility, context.visibility),
    updatedAt,
    syncedAt,
    blocks,
    ...(issue === undefined ? {} : { issue }),
  });
  return { ok: true, item };
}

/** Undefined for what is no issue, null for an issue that does not say where it stands. */
function issueFacts(
  kind: ItemKind,
  record: ImportRecord,
  asOf: string,
): IssueFacts | undefined | null {
  if (kind !== 'issue' && kind !== 'incident') return undefined;
  const category = categoryOf(record.status);
  if (category === null) return null;
  const [fixVersion] = words([record.fixVersion]);
  const workaround = blocksOf(record.workaround ?? '');
  return {
    category,
    rawStatus: oneLine(record.status ?? '', WORD_LIMIT),
    affectedVersions: words([record.version]),
    components: words([record.component]),
    linkedTickets: 0,
    createdAt: isoOf(record.created) ?? asOf,
    asOf,
    ...(fixVersion === undefined ? {} : { fixVersion }),
    ...(workaround.length === 0 ? {} : { workaround }),
  };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

/** Markdown may hold a tag or two; a body that starts with one or closes blocks is HTML. */
const HTML_START =
  /^\s*<(?:!doctype|html|body|p|div|h[1-6]|ul|ol|table|section|article|span)\b[^>]*>/i;
const HTML_BLOCK_END = /<\/(?:p|div|h[1-6]|li|td|section|article)>/i;

function blocksOf(body: string): Block[] {
  const sample = body.slice(0, SAMPLE_CHARACTERS);
  const isHtml = HTML_START.test(sample) || HTML_BLOCK_END.test(sample);
  return isHtml ? htmlToBlocks(body) : markdownToBlocks(body);
}

/** Times as ISO 8601 in UTC; a date without a time stays a date. */
function isoOf(time: string | undefined): string | undefined {
  const trimmed = (time ?? '').trim();
  const parsed = Date.parse(trimmed);
  if (Number.isNaN(parsed)) return undefined;
  return /^\d{4}-\d{2}-\d{2}$/.test(trimmed) ? trimmed : new Date(parsed).toISOString();
}

function localeOf(locale: string | undefined): string | undefined {
  const trimmed = (locale ?? '').trim().replaceAll('_', '-');
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(trimmed) ? trimmed : undefined;
}

function words(texts: readonly (string | undefined)[]): string[] {
  const lines = texts.map((text) => oneLine(text ?? '', WORD_LIMIT));
  return [...new Set(lines)].filter((line) => line !== '');
}

/** In one line, without control characters. */
function oneLine(text: string, limit: number): string {
  return cut(text.replace(/[\s\p{Cc}]+/gu, ' ').trim(), limit);
}
