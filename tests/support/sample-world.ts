/** The sample world as the extension reads it, at the day its tickets are from. */
import type { Item } from '@/lib/model/item';
import { loadSample } from '@/lib/sources/sample/load';
import { readSampleText } from '@/tests/support/sample';

/** Ages and incidents of the sample are counted from here. */
export const SAMPLE_NOW = new Date('2026-11-22T12:00:00Z');

/** All sample items; throws when a record of the sample cannot be used. */
export async function loadSampleWorld(): Promise<Item[]> {
  const { items, skipped } = await loadSample(readSampleText, () => SAMPLE_NOW.getTime());
  const [first] = skipped;
  if (first !== undefined) throw new Error(`${first.where}: ${first.why}`);
  return items;
}
