/** What a known issue is called in the helpdesk: the tag, the note and the problem ticket. */
import { defusePlaceholders } from '@/lib/convert/block-html';
import { cut } from '@/lib/core/text';
import { webAddress } from '@/lib/core/url';
import type { ItemHead } from '@/lib/model/item';
import type { LinkTarget } from '@/lib/model/link';
import { linkTag, problemIdOf } from '@/lib/model/link-of-item';
import type { Translate } from '@/lib/platform/i18n';

const TITLE_LIMIT = 200;

/** For the account at `origin`. The note is in the agent's language, and for colleagues only. */
export function linkTarget(item: ItemHead, origin: string, t: Translate): LinkTarget {
  const title = oneLine(cut(item.title, TITLE_LIMIT));
  const name = oneLine(item.key ?? title);
  const named = item.key === undefined || title === '' ? name : `${name}: ${title}`;
  const lines = [t('link.note', [named]), webAddress(item.url) ?? ''];
  return {
    tag: linkTag(item),
    note: defusePlaceholders(lines.filter((line) => line !== '').join('\n')),
    undoNote: defusePlaceholders(t('link.undoNote', [name])),
    problemId: problemIdOf(item, origin),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
