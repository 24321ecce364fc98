/** What support may tell the customer to do meanwhile; long ones unfold. */
import { useId, useState } from 'react';
import { useWording } from '@/components/hooks/use-wording';
import { foldBlocks } from '@/components/sidebar/fold-blocks';
import { Blocks } from '@/components/ui/Blocks';
import { Button } from '@/components/ui/Button';
import { safeLang } from '@/components/ui/safe-lang';
import type { Block } from '@/lib/model/block';

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
  const folded = foldBlocks(blocks);
  return (
    <section className="workaround" aria-labelledby={id}>
      <Heading id={id}>{t('issue.workaround')}</Heading>
      <div lang={safeLang(lang)} dir="auto">
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
