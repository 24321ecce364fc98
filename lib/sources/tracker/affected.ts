/** Versions that a body names under a heading: issue forms ask for them where trackers have no field. */
import { blockText, inlineText } from '@/lib/convert/block-text';
import type { Block } from '@/lib/model/block';

const HEADING =
  /^(?:(?:affected|app|product|software|installed|current|betroffene|produkt)[- ])*versions?(?:nummer)?(?: (?:affected|number))?\s*[:：]?$|^versi(?:ón|ones) afectadas?$|^versions? affectées?$|^vers(?:ão|ões) afetadas?$|^version[ei] interessat[ae]$/i;
const VERSION =
  /(?<![\w.])v?(\d{1,4}(?:\.\d{1,6}){1,3}(?:-[a-z\d]{1,12}(?:\.\d{1,6})?)?)(?![\w.]*\w)/gi;
const MOST_VERSIONS = 5;
const MOST_CHARACTERS = 500;

/** The versions in the first block under such a heading; none where there is none. */
export function findAffectedVersions(blocks: readonly Block[]): string[] {
  for (const [at, block] of blocks.entries()) {
    if (block.type !== 'heading' || !HEADING.test(inlineText(block.text).trim())) continue;
    const under = blocks[at + 1];
    if (under === undefined || under.type === 'heading') continue;
    const text = blockText(under).slice(0, MOST_CHARACTERS);
    const found = [...text.matchAll(VERSION)].map(([, version = '']) => version);
    if (found.length > 0) return [...new Set(found)].slice(0, MOST_VERSIONS);
  }
  return [];
}
