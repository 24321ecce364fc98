/** Keeps what customers must not see out of what an issue lets them be told. */
import { blocksText } from '@/lib/convert/block-text';
import { linkedAddresses } from '@/lib/convert/block-html';
import type { Block } from '@/lib/model/block';
import type { ItemHead } from '@/lib/model/item';

type Secret = Pick<ItemHead, 'key' | 'title' | 'url' | 'issue'>;

/** Shorter titles are words that any text may have. */
const SHORTEST_TITLE = 12;

/** True when the blocks name the issue, another one of its tracker, or link to the tracker. */
export function namesInternals(blocks: readonly Block[], item: Secret): boolean {
  const addresses = linkedAddresses(blocks);
  return textNamesInternals([blocksText(blocks), ...addresses].join('\n'), item);
}

/** The same for a text. */
export function textNamesInternals(text: string, item: Secret): boolean {
  const lower = text.toLowerCase();
  const title = item.title.trim().toLowerCase();
  const host = hostOf(item.url);
  if (title.length >= SHORTEST_TITLE && lower.includes(title)) return true;
  if (host !== null && lower.includes(host)) return true;
  const keys = [item.key, item.issue?.duplicateOf].filter((key) => key !== undefined);
  return keys.some((key) => namesKey(text, key));
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host.toLowerCase() || null : null;
}

/** The key itself, and any other of the same project: `FERN-988` beside `FERN-1042`. */
function namesKey(text: string, key: string): boolean {
  const project = /^(.*?\D)\d+$/.exec(key.trim())?.[1];
  const pattern = project === undefined ? escaped(key.trim()) : `${escaped(project)}\\d+`;
  if (pattern === '') return false;
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
