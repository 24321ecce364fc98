/** Zendesk Support (Agent Workspace): read by REST, anchored by the page. */
import { systemClock, type Clock } from '@/lib/core/clock';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { HelpdeskAdapter, HelpdeskPage, TicketReading } from '@/lib/helpdesks/contract';
import { MESSAGE_LIMIT, selectedText } from '@/lib/helpdesks/dom';
import { createZendeskApi } from '@/lib/helpdesks/zendesk/api';
import { createZendeskComposer } from '@/lib/helpdesks/zendesk/composer';
import { createFieldCatalogue } from '@/lib/helpdesks/zendesk/fields';
import { createZendeskLinking } from '@/lib/helpdesks/zendesk/link';
import { locateTicket, matchesAgentPage } from '@/lib/helpdesks/zendesk/locate';
import { observeTicket } from '@/lib/helpdesks/zendesk/observe';
import { readByApi } from '@/lib/helpdesks/zendesk/read-api';
import { readByDom, type DomReading } from '@/lib/helpdesks/zendesk/read-dom';
import type { Ticket } from '@/lib/model/ticket';

/** One adapter per page: it remembers rate limits, field names and the last inserts. */
export function createZendeskAdapter(now: Clock = systemClock): HelpdeskAdapter {
  const api = createZendeskApi(now);
  const fields = createFieldCatalogue(api, now);
  const composer = createZendeskComposer(now);
  return {
    name: 'zendesk',
    matches: matchesAgentPage,
    locate: locateTicket,
    observe: observeTicket,
    insert: (page, insertion) => composer.insert(page, insertion),
    ticketUrl: (origin, id) => `${origin}/agent/tickets/${id}`,
    linking: createZendeskLinking(api),
    results: api.results,
    undoInsert: (page, receipt) => composer.undo(page, receipt),
    async readTicket(page, id, signal) {
      const read = await readByApi(api, fields, page, id, signal);
      if (signal.aborted) return fail(fault('cancelled'));
      if (read.ok) return ok({ ...read.value, readBy: 'api' });
      return readFromPage(page, id, read.fault);
    },
  };
}

/** What the page itself can tell when the API does not: the visible pane, else the agent's selection. */
function readFromPage(
  page: HelpdeskPage,
  id: string,
  apiFault: TicketReading['degraded'],
): Result<TicketReading> {
  const pane = readPane(page, id);
  if (pane.ok) {
    return ok({ ...pane.value, readBy: 'dom', degraded: pane.value.degraded ?? apiFault });
  }
  const text = selectedText(page.document, MESSAGE_LIMIT);
  if (text && pane.fault.kind === 'page-changed') {
    return ok({ ticket: ticketOf(page, id, text), readBy: 'selection', degraded: pane.fault });
  }
  return pane;
}

function readPane(page: HelpdeskPage, id: string): Result<DomReading> {
  const location = locateTicket(page);
  if (location.state === 'none' || location.state === 'new') return fail(fault('no-ticket'));
  if (location.id !== id) return fail(fault('switching'));
  if (location.state === 'switching') {
    return fail(
      location.missing ? fault('page-changed', { selector: location.why }) : fault('switching'),
    );
  }
  return readByDom(page, id, location.root);
}

function ticketOf(page: HelpdeskPage, id: string, text: string): Ticket {
  const { origin } = page.url();
  return {
    helpdesk: 'zendesk',
    origin,
    id,
    url: `${origin}/agent/tickets/${id}`,
    subject: '',
    messages: [{ author: 'customer', visibility: 'public', text, at: '' }],
    requester: { name: '' },
    tags: [],
    fields: [],
  };
}
