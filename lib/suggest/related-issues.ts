/** Issues that shown items point to: those their texts mention by key, and originals of duplicates. */
import type { Item } from '@/lib/model/item';
import type { SearchEngine } from '@/lib/search/contract';
import type { ItemReader } from '@/lib/suggest/contract';
import { ISSUE_KINDS } from '@/lib/suggest/first-stage';
import { originalId } from '@/lib/suggest/known-issue';
import { keysIn } from '@/lib/suggest/stale-by-release';

export interface RelatedIssues {
  mentioned: Item[];
  originals: Map<string, Item>;
}

/** Lookups cost time, and the agent waits: the best items' keys come first. */
const MOST_LOOKUPS = 4;
/** Issues that name the key in their texts stand beside the one that has it. */
const FOUND_A_KEY = 5;

/** What cannot be read is left out: it is an extra, and the suggestions stand without it. */
export async function findRelated(
  { engine, items }: { engine: SearchEngine; items: ItemReader },
  shown: readonly Item[],
): Promise<RelatedIssues> {
  const keys = new Set(shown.filter(({ issue }) => issue === undefined).flatMap(keysIn));
  const wanted = [...keys].slice(0, MOST_LOOKUPS);
  const found = await Promise.all(wanted.map((key) => idsFor(engine, key)));
  const originalIds = shown
    .filter(({ issue }) => issue?.category === 'duplicate')
    .flatMap((item) => originalId(item) ?? []);
  const ids = [...new Set([...found.flat(), ...originalIds])];
  const read = ids.length === 0 ? null : await items.readItems(ids);
  const bodies = read?.ok === true ? read.value : [];
  return {
    mentioned: bodies.filter(({ key }) => key !== undefined && keys.has(key)),
    originals: new Map(bodies.map((item) => [item.id, item])),
  };
}

async function idsFor(engine: SearchEngine, key: string): Promise<string[]> {
  const answer = await engine.lookup(key, 'en', FOUND_A_KEY, [...ISSUE_KINDS]);
  return answer.ok ? (answer.value.lists[0] ?? []).map(({ id }) => id) : [];
}
