/** How a help centre is built: its languages, its sections, and who may read what. */
import type * as z from 'zod/mini';
import { ok, type Result } from '@/lib/core/result';
import type { Choice } from '@/lib/sources/contract';
import { readRows } from '@/lib/sources/read-json';
import { words } from '@/lib/sources/tracker/fields';
import type { ListPage, ZendeskLists } from '@/lib/sources/zendesk/api';
import {
  localesSchema,
  sectionPageSchema,
  sectionSchema,
  segmentPageSchema,
  segmentSchema,
  type SegmentRecord,
} from '@/lib/sources/zendesk-guide/records';

export interface Locales {
  /** As the help centre writes them, in small letters. */
  locales: string[];
  /** ISO 8601, the server's clock. */
  servedAt: string;
}

export async function readLocales(lists: ZendeskLists): Promise<Result<Locales>> {
  const answer = await lists.get('/api/v2/help_center/locales.json', localesSchema, 'languages');
  if (!answer.ok) return answer;
  const { value, response } = answer.value;
  const locales = [...new Set(value.locales.map((locale) => locale.toLowerCase()))];
  return ok({ locales, servedAt: response.servedAt });
}

/** User segments by id; null when we may not ask. */
export async function readSegments(
  lists: ZendeskLists,
): Promise<Result<Map<string, SegmentRecord> | null>> {
  const found = new Map<string, SegmentRecord>();
  for (let page: string | null = null; ;) {
    const query = {
      path: '/api/v2/help_center/user_segments.json',
      size: 100,
      why: 'who may read',
    };
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const answer: Result<ListPage<{ user_segments: unknown[] }>> = await lists.list(
      query,
      segmentPageSchema,
      page,
    );
    if (!answer.ok) {
      const isRefused = answer.fault.kind === 'forbidden' || answer.fault.kind === 'not-found';
      return isRefused ? ok(null) : answer;
    }
    const { rows } = readRows(answer.value.value.user_segments, segmentSchema);
    for (const segment of rows) found.set(segment.id, segment);
    page = answer.value.next;
    if (page === null) return ok(found);
  }
}

/** Sections to choose from, as `Category › Section`, named in one locale. */
export async function readSections(lists: ZendeskLists, locale: string): Promise<Result<Choice[]>> {
  const choices: Choice[] = [];
  const path = `/api/v2/help_center/${encodeURIComponent(locale)}/sections.json`;
  const query = { path, parameters: { include: 'categories' }, size: 100, why: 'sections' };
  for (let page: string | null = null; ;) {
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const answer: Result<ListPage<z.infer<typeof sectionPageSchema>>> = await lists.list(
      query,
      sectionPageSchema,
      page,
    );
    if (!answer.ok) return answer;
    const { sections, categories } = answer.value.value;
    for (const { id, name, category_id } of readRows(sections, sectionSchema).rows) {
      const category = categories.find((each) => each.id === category_id)?.name;
      choices.push({ setting: 'sections', id, name: words([category, name]).join(' › ') || id });
    }
    page = answer.value.next;
    if (page === null) return ok(choices);
  }
}
