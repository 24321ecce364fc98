/** The whole item over the list, with the same actions as its card. */
import { useId, useRef } from 'react';
import '@/components/sidebar/preview.css';
import { useFocusVisit } from '@/components/hooks/use-focus-visit';
import { useSidebar } from '@/components/hooks/use-sidebar';
import { useWording } from '@/components/hooks/use-wording';
import { CardActions } from '@/components/sidebar/CardActions';
import { TITLE_LIMIT } from '@/components/sidebar/CardTitle';
import { issueStatusWords } from '@/components/sidebar/issue-status';
import { ItemMeta } from '@/components/sidebar/ItemMeta';
import { LinkedTickets } from '@/components/sidebar/LinkedTickets';
import { RecheckNotice } from '@/components/sidebar/Notices';
import { ReadyReply } from '@/components/sidebar/ReadyReply';
import { Workaround } from '@/components/sidebar/Workaround';
import { Blocks } from '@/components/ui/Blocks';
import { Button } from '@/components/ui/Button';
import { FaultBanner } from '@/components/ui/FaultBanner';
import { safeLang } from '@/components/ui/safe-lang';
import { SafeLink } from '@/components/ui/SafeLink';
import { Skeleton } from '@/components/ui/Skeleton';
import type { PreviewState } from '@/lib/app/stores/sidebar-state';
import { assertNever } from '@/lib/core/assert';
import type { Item, ItemHead } from '@/lib/model/item';
import { cut } from '@/lib/core/text';

type OpenPreview = Exclude<PreviewState, { status: 'closed' }>;

/** The title takes the focus: it is read out, and the arrow keys scroll what is below it. */
function PreviewHead({ head, titleId }: { head: ItemHead; titleId: string }) {
  const wording = useWording();
  const title = useRef<HTMLHeadingElement>(null);
  useFocusVisit(title);
  return (
    <header className="preview-head">
      <h2 id={titleId} ref={title} tabIndex={-1} lang={safeLang(head.locale)} dir="auto">
        {cut(head.title, TITLE_LIMIT)}
      </h2>
      <ItemMeta item={head} />
      {head.issue && (
        <p className="issue-line">{issueStatusWords(head.kind, head.issue, wording)}</p>
      )}
      <RecheckNotice itemId={head.id} />
      <p className="preview-source">
        <SafeLink href={head.url} isMarked>
          {wording.t('item.open')}
        </SafeLink>
      </p>
    </header>
  );
}

function ItemBody({ item }: { item: Item }) {
  return (
    <>
      <Workaround item={item} headingLevel={3} />
      <ReadyReply item={item} headingLevel={3} />
      <div lang={safeLang(item.locale)} dir="auto">
        <Blocks blocks={item.blocks} headingBase={3} />
      </div>
      <LinkedTickets item={item} />
    </>
  );
}

function PreviewBody({ preview }: { preview: OpenPreview }) {
  const { t } = useWording();
  const { actions } = useSidebar();
  switch (preview.status) {
    case 'loading':
      return <Skeleton lines={8} label={t('loading.item')} />;
    case 'failed': {
      const retry = () => void actions.openPreview(preview.head);
      return <FaultBanner fault={preview.fault} onRetry={retry} />;
    }
    case 'open':
      return <ItemBody item={preview.item} />;
    default:
      return assertNever(preview);
  }
}

/** `isCovered`: something lies over the preview, so neither keys nor readers may enter it. */
export function PreviewPane({ isCovered }: { isCovered: boolean }) {
  const { t } = useWording();
  const { state, actions } = useSidebar();
  const titleId = useId();
  const { preview } = state;
  if (preview.status === 'closed') return null;
  const head = preview.status === 'open' ? preview.item : preview.head;
  return (
    <section className="preview" aria-labelledby={titleId} inert={isCovered}>
      <div className="preview-bar">
        <Button
          look="quiet"
          icon="back"
          label={t('preview.back')}
          tooltip={t('action.withKey', [t('preview.back'), 'Esc'])}
          keys="Escape"
          onPress={actions.closePreview}
        />
      </div>
      {/* Focusable, because keyboards must be able to scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="preview-scroll" tabIndex={0}>
        <PreviewHead head={head} titleId={titleId} />
        <PreviewBody preview={preview} />
      </div>
      <div className="preview-actions">
        <CardActions item={head} />
      </div>
    </section>
  );
}
