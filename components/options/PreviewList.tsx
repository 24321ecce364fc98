/** Items of a place that is no source yet, as their cards will look in the sidebar. */
import '@/components/sidebar/card.css';
import { useWording } from '@/components/hooks/use-wording';
import { SourceSkipped } from '@/components/options/SourceSkipped';
import { issueStatusWords } from '@/components/sidebar/issue-status';
import { ItemMeta } from '@/components/sidebar/ItemMeta';
import { safeLang } from '@/components/ui/safe-lang';
import { cut } from '@/lib/core/text';
import type { Block } from '@/lib/model/block';
import type { Item } from '@/lib/model/item';
import type { SkippedRecord } from '@/lib/model/source-state';

const TITLE_LIMIT = 240;
const TEXT_LIMIT = 400;

function PreviewCard({ item }: { item: Item }) {
  const { t, locale, now } = useWording();
  const lang = safeLang(item.locale);
  return (
    <article className="card">
      <h5 className="card-title" lang={lang} dir="auto">
        {cut(item.title, TITLE_LIMIT)}
      </h5>
      <ItemMeta item={item} />
      {item.issue && (
        <p className="issue-line">{issueStatusWords(item.kind, item.issue, { t, locale, now })}</p>
      )}
      <p className="passage" lang={lang} dir="auto">
        {cut(firstText(item.blocks), TEXT_LIMIT)}
      </p>
    </article>
  );
}

/** The first text that is no heading. */
function firstText(blocks: readonly Block[]): string {
  for (const block of blocks) {
    if (block.type === 'paragraph') return block.text.map(({ text }) => text).join('');
    if (block.type === 'code') return block.text;
    const inner = block.type === 'list' ? block.items.flat() : [];
    const text = firstText(block.type === 'quote' ? block.blocks : inner);
    if (text !== '') return text;
  }
  return '';
}

interface PreviewListProps {
  items: Item[];
  skipped: SkippedRecord[];
}

export function PreviewList({ items, skipped }: PreviewListProps) {
  const { t } = useWording();
  return (
    <div className="source-preview">
      <h4>{items.length === 0 ? t('sources.previewEmpty') : t('sources.previewHeading')}</h4>
      <ul className="card-list">
        {items.map((item) => (
          <li key={item.id}>
            <PreviewCard item={item} />
          </li>
        ))}
      </ul>
      <SourceSkipped skipped={skipped} />
    </div>
  );
}
