import { zendeskTicketsKind as kind } from '@/lib/sources/zendesk-tickets/connector';
import { describeConnector } from '@/tests/support/sources/suite';
import { AGENT } from '@/tests/support/sources/zendesk-lists';
import { TicketPlace, type TicketKind } from '@/tests/support/sources/zendesk-tickets';

const settings = {
  origin: 'https://acme.zendesk.com',
  access: 'token' as const,
  problems: false,
  macros: false,
  pastTickets: false,
  pastDays: 30,
};

function contract(holds: TicketKind, role: 'agent' | 'admin', change: Partial<typeof settings>) {
  return {
    kind,
    settings: { ...settings, ...change },
    secrets: AGENT,
    createPlace: (clock: ConstructorParameters<typeof TicketPlace>[0]) =>
      new TicketPlace(clock, holds, role),
    addresses: {
      mine: ['https://acme.zendesk.com/agent/tickets/12', 'https://acme.zendesk.com/agent'],
      others: [
        'https://acme.zendesk.com/hc/de',
        'https://acme.example/agent',
        'https://zendesk.com',
      ],
    },
  };
}

describeConnector('zendesk-tickets: problems', contract('problems', 'agent', { problems: true }));
describeConnector('zendesk-tickets: macros', contract('macros', 'agent', { macros: true }));
describeConnector(
  'zendesk-tickets: solved tickets, as an agent',
  contract('past', 'agent', { pastTickets: true, problems: true }),
);
describeConnector(
  'zendesk-tickets: solved tickets, as an admin',
  contract('past', 'admin', { pastTickets: true, macros: true }),
);
