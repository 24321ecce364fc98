/** The tickets that were linked to the previewed issue here. */
import { useId, useState } from 'react';
import '@/components/sidebar/link.css';
import { useSidebar } from '@/components/hooks/use-sidebar';
import { useWording } from '@/components/hooks/use-wording';
import { formatAge, formatMoment } from '@/components/ui/dates';
import { Button } from '@/components/ui/Button';
import { FaultBanner } from '@/components/ui/FaultBanner';
import { SafeLink } from '@/components/ui/SafeLink';
import type { LinkedTicket } from '@/lib/app/stores/sidebar-state';
import type { ItemHead } from '@/lib/model/item';

/** As many are looked through at a glance; the others on request. */
const FEW = 20;
/** More are figures, not a list. */
const MOST = 500;

function Ticket({ ticket }: { ticket: LinkedTicket }) {
  const { t, locale, now } = useWording();
  const age = formatAge(ticket.at, now, locale);
  const name = t('link.ticketNumber', [ticket.id]);
  return (
    <li>
      {ticket.url === null ? (
        name
      ) : (
        <SafeLink href={ticket.url} isMarked>
          {name}
        </SafeLink>
      )}
      {age !== null && (
        <time dateTime={ticket.at} title={formatMoment(ticket.at, locale) ?? undefined}>
          {t('link.linkedAt', [age])}
        </time>
      )}
    </li>
  );
}

function List({ tickets }: { tickets: LinkedTicket[] }) {
  const { t, figure } = useWording();
  const [isLong, setLong] = useState(false);
  const shown = tickets.slice(0, isLong ? MOST : FEW);
  const left = tickets.length - shown.length;
  return (
    <>
      <ul>
        {shown.map((ticket) => (
          <Ticket key={ticket.ticketKey} ticket={ticket} />
        ))}
      </ul>
      {left > 0 && <p className="fine-print">{t('issue.moreVersions', left, [figure(left)])}</p>}
      {left > 0 && !isLong && (
        <Button look="quiet" label={t('ui.showAll')} onPress={() => setLong(true)} />
      )}
    </>
  );
}

export function LinkedTickets({ item }: { item: ItemHead }) {
  const { t, figure } = useWording();
  const { state, actions } = useSidebar();
  const id = useId();
  const { linkedTickets } = state;
  if (linkedTickets?.itemId !== item.id) return null;
  const { tickets, fault } = linkedTickets;
  const isKnown = fault === null || tickets.length > 0;
  return (
    <section className="linked-tickets" aria-labelledby={id}>
      <h3 id={id}>
        {isKnown ? t('link.tickets', tickets.length, [figure(tickets.length)]) : t('link.linked')}
      </h3>
      {fault && <FaultBanner fault={fault} onRetry={() => void actions.openPreview(item)} />}
      {isKnown && tickets.length === 0 && <p className="fine-print">{t('link.noTickets')}</p>}
      <List tickets={tickets} />
    </section>
  );
}
