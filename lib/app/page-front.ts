/** Which ticket is in front, for whatever may be done to that one only. */
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { HelpdeskAdapter, HelpdeskPage } from '@/lib/helpdesks/contract';
import { ticketKey } from '@/lib/model/ticket';

/** The number of the ticket in front, if it is the one that `key` names. */
export function ticketInFront(
  page: HelpdeskPage,
  adapter: HelpdeskAdapter,
  key: string,
): Result<string> {
  const location = adapter.locate(page);
  if (location.state === 'none' || location.state === 'new') return fail(fault('no-ticket'));
  const isMeant = ticketKey({ origin: page.url().origin, id: location.id }) === key;
  if (location.state === 'switching' || !isMeant) return fail(fault('switching'));
  return ok(location.id);
}
