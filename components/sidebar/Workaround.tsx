/** What support may tell the customer to do meanwhile; long ones unfold. */
import { useId, useState } from 'react';
import { useWording } from '@/components/hooks/use-wording';
import { foldBlocks } from '@/components/sidebar/fold-blocks';
import { isClosed, workaroundOf } from '@/components/sidebar/issue-status';
import { Blocks } from '@/components/ui/Blocks';
import { Button } from '@/components/ui/Button';
import { safeLang } from '@/components/ui/safe-lang';
import type { ItemHead } from '@/lib/model/item';

interface WorkaroundProps {
  item: ItemHead;
  headingLevel?: 3 | 4;
}

export function Workaround({ item, headingLevel = 4 }: WorkaroundProps) {
  const { t } = useWording();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const blocks = workaroundOf(item);
  if (item.issue === undefined || blocks.length === 0) return null;
  const Heading = `h${headingLevel}` as const;
  const folded = foldBlocks(blocks);
  return (
    <section className="workaround" aria-labelledby={id}>
      <Heading id={id}>{isClosed(item.issue) ? t('issue.remedy') : t('issue.workaround')}</Heading>
      <div lang={safeLang(item.locale)} dir="auto">
        <Blocks
          blocks={isOpen || folded === null ? blocks : folded}
          headingBase={headingLevel + 1}
        />
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
