/** The tickets that were linked to the previewed issue here. */
import { useId } from 'react';
import '@/components/sidebar/link.css';
import { useSidebar } from '@/components/hooks/use-sidebar';
import { useWording } from '@/components/hooks/use-wording';
import { formatAge, formatMoment } from '@/components/ui/dates';
import { SafeLink } from '@/components/ui/SafeLink';
import type { LinkedTicket } from '@/lib/app/stores/sidebar-state';

/** More are figures, not a list. */
const MOST = 20;

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

export function LinkedTickets({ itemId }: { itemId: string }) {
  const { t, figure } = useWording();
  const { linkedTickets } = useSidebar().state;
  const id = useId();
  if (linkedTickets?.itemId !== itemId) return null;
  const { tickets } = linkedTickets;
  const left = tickets.length - MOST;
  return (
    <section className="linked-tickets" aria-labelledby={id}>
      <h3 id={id}>{t('link.tickets', tickets.length, [figure(tickets.length)])}</h3>
      {tickets.length === 0 && <p className="fine-print">{t('link.noTickets')}</p>}
      <ul>
        {tickets.slice(0, MOST).map((ticket) => (
          <Ticket key={ticket.ticketKey} ticket={ticket} />
        ))}
      </ul>
      {left > 0 && <p className="fine-print">{t('issue.moreVersions', left, [figure(left)])}</p>}
    </section>
  );
}
