/** What linking the ticket to a known issue would change, field by field, before anything does. */
import { useEffect, useId, useRef } from 'react';
import '@/components/sidebar/link.css';
import '@/components/sidebar/preview.css';
import { useFocusVisit } from '@/components/hooks/use-focus-visit';
import { useSidebar } from '@/components/hooks/use-sidebar';
import { useWording } from '@/components/hooks/use-wording';
import { TITLE_LIMIT } from '@/components/sidebar/CardTitle';
import { issueStatusWords } from '@/components/sidebar/issue-status';
import { LinkChanges } from '@/components/sidebar/LinkChanges';
import { linkFaultWords, problemWords } from '@/components/sidebar/link-words';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { safeLang } from '@/components/ui/safe-lang';
import { SafeLink } from '@/components/ui/SafeLink';
import { Skeleton } from '@/components/ui/Skeleton';
import type { LinkState } from '@/lib/app/stores/sidebar-state';
import { assertNever } from '@/lib/core/assert';
import { cut } from '@/lib/core/text';
import type { ItemHead } from '@/lib/model/item';
import type { LinkView } from '@/lib/model/link';

type OpenLink = Exclude<LinkState, { status: 'closed' }>;

function LinkHead({ item, titleId }: { item: ItemHead; titleId: string }) {
  const wording = useWording();
  const { page } = useSidebar().state;
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusVisit(heading);
  const number = page.kind === 'ticket' ? (page.ticket.number ?? page.ticket.id) : '';
  return (
    <header className="preview-head">
      <h2 id={titleId} ref={heading} tabIndex={-1}>
        {wording.t('link.title', [number, item.key ?? wording.t('list.knownIssue')])}
      </h2>
      <p lang={safeLang(item.locale)} dir="auto">
        {cut(item.title, TITLE_LIMIT)}
      </p>
      {item.issue && (
        <p className="issue-line">{issueStatusWords(item.kind, item.issue, wording)}</p>
      )}
      <p className="preview-source">
        <SafeLink href={item.url} isMarked>
          {wording.t('item.open')}
        </SafeLink>
      </p>
    </header>
  );
}

/** The link that stands, to this issue or to another one. */
function Standing({ view, name }: { view: LinkView; name: string }) {
  const { t } = useWording();
  const isHere = view.state === 'linked';
  const kept = view.problem === null ? (view.existing ?? '') : problemWords(view.problem, t);
  const by = view.way === 'problem' && view.problem === null ? `#${kept}` : kept;
  return (
    <Banner
      tone={isHere ? 'good' : 'warning'}
      icon={isHere ? 'check' : 'warning'}
      title={isHere ? t('link.isLinked', [name]) : t('link.elsewhere')}
    >
      <p>{t(view.way === 'problem' ? 'link.byProblem' : 'link.byTag', [by])}</p>
      {!isHere && <p>{t('link.elsewhereNext')}</p>}
    </Banner>
  );
}

function LinkBody({ link }: { link: OpenLink }) {
  const { t } = useWording();
  const { actions } = useSidebar();
  switch (link.status) {
    case 'reading':
      return <Skeleton lines={5} label={t('link.reading')} />;
    case 'failed': {
      const words = linkFaultWords(link.fault, t);
      const retry = (
        <Button label={t('ui.retry')} onPress={() => void actions.openLink(link.item)} />
      );
      return (
        <Banner tone="danger" icon="warning" title={words.title} actions={retry}>
          <p>{words.next}</p>
          <p className="fault-code">{t('ui.faultCode', [words.code])}</p>
        </Banner>
      );
    }
    case 'shown':
      return link.view.state === 'unlinked' ? (
        <LinkChanges view={link.view} isRenewed={link.isRenewed} />
      ) : (
        <Standing view={link.view} name={link.item.key ?? cut(link.item.title, TITLE_LIMIT)} />
      );
    default:
      return assertNever(link);
  }
}

/** The confirming button takes the focus when there is something to confirm: Enter does it. */
function LinkActions({ link }: { link: OpenLink }) {
  const { t } = useWording();
  const { actions } = useSidebar();
  const confirm = useRef<HTMLButtonElement>(null);
  const isUnlinked = link.status === 'shown' && link.view.state === 'unlinked';
  useEffect(() => {
    if (isUnlinked) confirm.current?.focus({ preventScroll: true });
  }, [isUnlinked]);
  const isBusy = link.status === 'shown' && link.isBusy;
  return (
    <div className="preview-actions card-actions">
      {isUnlinked && (
        <Button
          ref={confirm}
          look="primary"
          icon="tie"
          label={t('link.confirm')}
          tooltip={t('action.withKey', [t('link.confirm'), 'Enter'])}
          keys="Enter"
          isBusy={isBusy}
          onPress={() => void actions.confirmLink()}
        />
      )}
      {link.status === 'shown' && link.view.canUndo && (
        <Button
          icon="undo"
          label={t('link.takeBack')}
          isBusy={isBusy}
          onPress={() => void actions.undoLink()}
        />
      )}
      <Button
        label={t(isUnlinked ? 'link.cancel' : 'ui.close')}
        tooltip={t('action.withKey', [t(isUnlinked ? 'link.cancel' : 'ui.close'), 'Esc'])}
        keys="Escape"
        onPress={actions.closeLink}
      />
    </div>
  );
}

/** `isCovered`: something lies over it, so neither keys nor readers may enter it. */
export function LinkPanel({ isCovered }: { isCovered: boolean }) {
  const { state } = useSidebar();
  const titleId = useId();
  const { link } = state;
  if (link.status === 'closed') return null;
  return (
    <section className="preview link-panel" aria-labelledby={titleId} inert={isCovered}>
      {/* Focusable, because keyboards must be able to scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="preview-scroll" tabIndex={0}>
        <LinkHead item={link.item} titleId={titleId} />
        <LinkBody link={link} />
      </div>
      <LinkActions link={link} />
    </section>
  );
}
