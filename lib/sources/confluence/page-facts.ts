/** Labels of pages, and who may read them: a restriction on a page holds for all below it. */
import { ok, type Result } from '@/lib/core/result';
import type { ConfluenceClient } from '@/lib/sources/confluence/client';
import { factsSchema, listSchema, type FactsRecord } from '@/lib/sources/confluence/records';
import { readRows } from '@/lib/sources/read-json';

/** What the list of pages does not say. */
export interface PageFacts {
  labels: string[];
  isRestricted: boolean;
}

const AT_ONCE = 25;
const EXPAND = [
  'metadata.labels',
  'restrictions.read.restrictions.user',
  'restrictions.read.restrictions.group',
  'ancestors',
].join(',');

/**
 * By page id. Pages that the search does not know yet are absent: of those nobody can say who may
 * read them.
 */
export async function readPageFacts(
  client: ConfluenceClient,
  ids: readonly string[],
): Promise<Result<Map<string, PageFacts>>> {
  const pages = await searchFacts(client, ids);
  if (!pages.ok) return pages;
  const above = new Set([...pages.value.values()].flatMap(({ ancestors }) => ancestors.map(idOf)));
  const unread = [...above].filter((id) => !pages.value.has(id));
  const ancestors = await searchFacts(client, unread);
  if (!ancestors.ok) return ancestors;
  const all = new Map([...ancestors.value, ...pages.value]);
  const facts = new Map<string, PageFacts>();
  for (const [id, page] of pages.value) {
    const labels = (page.metadata?.labels.results ?? []).map(({ name }) => name);
    const line = [page, ...page.ancestors.map((ancestor) => all.get(idOf(ancestor)))];
    // An ancestor that is kept from us is restricted to others.
    const isRestricted = line.some((one) => one === undefined || hasRestriction(one));
    facts.set(id, { labels, isRestricted });
  }
  return ok(facts);
}

async function searchFacts(
  client: ConfluenceClient,
  ids: readonly string[],
): Promise<Result<Map<string, FactsRecord>>> {
  const found = new Map<string, FactsRecord>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const cql = `id in (${ids.slice(at, at + AT_ONCE).join(',')})`;
    const query = new URLSearchParams({ cql, expand: EXPAND, limit: String(AT_ONCE) });
    const path = `rest/api/content/search?${query}`;
    const answer = await client.get(path, 'labels and restrictions', listSchema);
    if (!answer.ok) return answer;
    const { rows } = readRows(answer.value.value.results, factsSchema);
    for (const row of rows) found.set(row.id, row);
  }
  return ok(found);
}

function hasRestriction({ restrictions }: FactsRecord): boolean {
  const { user, group } = restrictions.read.restrictions;
  return user.results.length > 0 || group.results.length > 0;
}

function idOf({ id }: { id: string }): string {
  return id;
}
