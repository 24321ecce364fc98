/** Which ticket the answers are for, how it was read, and where an insert would go. */
import '@/components/sidebar/ticket.css';
import { useSidebar } from '@/components/hooks/use-sidebar';
import { useWording } from '@/components/hooks/use-wording';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { faultWords } from '@/components/ui/fault-words';
import { Icon } from '@/components/ui/Icon';
import { isForPastedText } from '@/lib/app/stores/visible-suggestions';
import type { Fault } from '@/lib/core/fault';
import type { PageState } from '@/lib/model/page-state';
import { cut } from '@/lib/core/text';

const isPageFault = (fault: Fault | null): boolean =>
  fault?.kind === 'page-changed' || fault?.kind === 'bad-response';

type TicketPage = Extract<PageState, { kind: 'ticket' }>;

/** Longer subjects exist only in hostile tickets; the helpdesk still shows the whole of it. */
const SUBJECT_LIMIT = 300;

function Requester({ ticket }: Pick<TicketPage, 'ticket'>) {
  const { name, organisation } = ticket.requester;
  const parts = [name, organisation, `#${ticket.number ?? ticket.id}`].filter(
    (part) => part !== undefined,
  );
  return <p className="ticket-requester">{parts.filter(Boolean).join(' · ')}</p>;
}

function HowRead({ page }: { page: TicketPage }) {
  const { t } = useWording();
  return (
    <p className="ticket-facts">
      <span>{t(`ticket.readBy.${page.readBy}`)}</span>
      <span className={`chip chip-${page.channel}`}>
        <Icon name={page.channel === 'internal' ? 'lock' : 'chat'} />
        {t(`ticket.channel.${page.channel}`)}
      </span>
    </p>
  );
}

function PastedHeader() {
  const { t } = useWording();
  const { actions } = useSidebar();
  return (
    <section className="ticket">
      <h2>{t('paste.header')}</h2>
      <Button look="quiet" icon="undo" label={t('paste.again')} onPress={actions.reload} />
    </section>
  );
}

export function TicketHeader() {
  const { t } = useWording();
  const { state } = useSidebar();
  if (isForPastedText(state.answer)) return <PastedHeader />;
  const { page } = state;
  if (page.kind !== 'ticket') return null;
  // The strip above says it in more words.
  const isTold = state.trouble !== null && isPageFault(page.degraded);
  const subject = cut(page.ticket.subject, SUBJECT_LIMIT) || t('ticket.noSubject');
  return (
    <section className="ticket" aria-label={t('ticket.label')}>
      <h2 dir="auto" title={subject}>
        {subject}
      </h2>
      <Requester ticket={page.ticket} />
      <HowRead page={page} />
      {page.degraded && !isTold && (
        <Banner tone="warning" icon="warning" title={t('ticket.degraded')}>
          <p>{faultWords(page.degraded, t).title}</p>
        </Banner>
      )}
    </section>
  );
}
