/** What support may tell the customer to do meanwhile; long ones unfold. */
import { useId, useState } from 'react';
import { useWording } from '@/components/hooks/use-wording';
import { Blocks } from '@/components/ui/Blocks';
import { Button } from '@/components/ui/Button';
import { safeLang } from '@/components/ui/safe-lang';
import type { Block } from '@/lib/model/block';

/** Blocks and list items shown before unfolding: with more, suggestions would leave the screen. */
const FOLDED_PARTS = 5;

/** The first parts of `blocks`, cutting a list after whole items; null when nothing is left out. */
export function firstParts(blocks: Block[], limit: number): Block[] | null {
  const kept: Block[] = [];
  let left = limit;
  for (const block of blocks) {
    if (left <= 0) return kept;
    if (block.type === 'list' && block.items.length > left) {
      return [...kept, { ...block, items: block.items.slice(0, left) }];
    }
    kept.push(block);
    left -= block.type === 'list' ? block.items.length : 1;
  }
  return null;
}

interface WorkaroundProps {
  blocks: Block[];
  lang: string;
  headingLevel?: 3 | 4;
}

export function Workaround({ blocks, lang, headingLevel = 4 }: WorkaroundProps) {
  const { t } = useWording();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const Heading = `h${headingLevel}` as const;
  const folded = firstParts(blocks, FOLDED_PARTS);
  return (
    <section className="workaround" aria-labelledby={id}>
      <Heading id={id}>{t('issue.workaround')}</Heading>
      <div lang={safeLang(lang)} dir="auto">
        <Blocks 
          blocks={isOpen || folded === null ? blocks : folded}
          headingBase={headingLevel + 1} />
      </div>
      {folded !== null && (
        <Button
          look="quiet"
          label={isOpen ? t('ui.showLess') : t('ui.showAll')}
          isExpanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        />
      )}
    </section>
  );
}
