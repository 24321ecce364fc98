/** Reads one step of a wiki: some pages of the full list, or some that changed. */
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { SkippedRecord } from '@/lib/sources/contract';
import type { PageList, WikiApi } from '@/lib/sources/mediawiki/api';
import { itemIdOf, mapPage, type MapContext } from '@/lib/sources/mediawiki/map';
import type { ChangesPosition } from '@/lib/sources/mediawiki/position';
import { changeSchema, type ChangeRecord, type PageRecord } from '@/lib/sources/mediawiki/records';
import { readRows } from '@/lib/sources/read-json';

/** Pages of one step: each costs a request of its own. */
export const STEP_PAGES = 20;
const CHANGES_AT_ONCE = 500;

/** Entries of the log that say something about a page's being there. */
const TELLING_LOGS = new Set(['delete', 'move', 'import', 'merge', 'suppress', 'contentmodel']);

export interface ReadPages {
  upserts: Item[];
  deletes: string[];
  skipped: SkippedRecord[];
}

/** Texts of the listed pages. Redirects and pages of other namespaces are none of ours. */
export async function readTexts(
  api: WikiApi,
  list: PageList,
  namespaces: readonly string[],
  context: MapContext,
): Promise<Result<ReadPages>> {
  const isOurs = (page: PageRecord): boolean =>
    page.redirect !== true && namespaces.includes(String(page.ns));
  const gone = [...list.missing, ...list.pages.filter((page) => !isOurs(page)).map(idOf)];
  const upserts: Item[] = [];
  const skipped = [...list.skipped];
  for (const page of list.pages.filter(isOurs)) {
    const html = await api.html(page.pageid);
    if (!html.ok) return html;
    if (html.value.kind === 'html') upserts.push(await mapPage(page, html.value.html, context));
    else if (html.value.kind === 'missing') gone.push(page.pageid);
    else skipped.push({ where: page.fullurl, why: 'refused', detail: html.value.why });
  }
  const deletes = gone.map((pageid) => itemIdOf(context.sourceId, pageid));
  return ok({ upserts, deletes, skipped });
}

function idOf({ pageid }: PageRecord): number {
  return pageid;
}

/** The pages that the next entries of "recent changes" speak of. */
export async function readChanges(
  api: WikiApi,
  { since, next }: Pick<ChangesPosition, 'since' | 'next'>,
): Promise<Result<{ pageids: number[]; next: ChangesPosition['next']; servedAt: string }>> {
  const asked = {
    list: 'recentchanges',
    rcdir: 'newer',
    rcstart: since,
    rctype: 'edit|new|log',
    rcprop: 'ids|loginfo',
    rclimit: CHANGES_AT_ONCE,
  };
  const answer = await api.query({ ...asked, ...next }, 'what changed');
  if (!answer.ok) return answer;
  const { value, response } = answer.value;
  const found = value.query?.recentchanges;
  if (found === undefined) return fail(fault('bad-response', { why: 'no recent changes' }));
  const { rows } = readRows(found, changeSchema);
  const pageids = [...new Set(rows.filter(isTelling).map(({ pageid }) => pageid))];
  return ok({ pageids, next: value.continue ?? null, servedAt: response.servedAt });
}

function isTelling({ type, pageid, logtype }: ChangeRecord): boolean {
  return pageid > 0 && (type !== 'log' || TELLING_LOGS.has(logtype ?? ''));
}
