/** Few tickets, one of each kind that the page and the API treat differently, for tests of the stand-in itself. */
import type { SampleTicket } from './sample-ticket';

export const mailTicket: SampleTicket = {
  id: 20101,
  subject: 'Kitchen printer drops orders since the update',
  channel: 'email',
  requester: { name: 'Marta Jurić', organization: 'Kavárna Zlatý Kohout', locale: 'en' },
  productVersion: 'POS 6.3.2',
  tags: ['printing'],
  messages: [
    {
      author: 'customer',
      visibility: 'public',
      body: 'Hello,\n\nevery fifth order is lost: SYNC-4031 <spooler> & nothing prints.\n\nMarta',
      at: '2026-11-20T08:12:00Z',
      attachments: ['agent.log'],
    },
    {
      author: 'agent',
      visibility: 'internal',
      body: 'Same code as two others this week.',
      at: '2026-11-20T09:02:00Z',
    },
  ],
};

export const chatTicket: SampleTicket = {
  id: 20102,
  subject: 'Payout missing',
  channel: 'messaging',
  requester: { name: 'Jonas Weber', organization: 'Weber & Söhne', locale: 'de' },
  productVersion: null,
  tags: [],
  messages: [
    {
      author: 'customer',
      visibility: 'public',
      body: 'My payout from Friday is not there',
      at: '2026-11-21T10:00:00Z',
    },
    {
      author: 'agent',
      visibility: 'public',
      body: 'Hi Jonas, let me look.',
      at: '2026-11-21T10:02:00Z',
    },
    {
      author: 'agent',
      visibility: 'internal',
      body: 'PAY-2250, on hold since Friday',
      at: '2026-11-21T10:04:00Z',
    },
  ],
};

/** 25 messages: more than the page shows at first. */
export const longTicket: SampleTicket = {
  id: 20103,
  subject: 'Discount code stacks twice in the web shop',
  channel: 'web',
  requester: { name: 'Aoife Byrne', organization: 'Byrne Bakery', locale: 'en' },
  productVersion: null,
  tags: ['online'],
  messages: Array.from({ length: 25 }, (_, index) => ({
    author: index % 2 === 0 ? 'customer' : 'agent',
    visibility: 'public',
    body: `Message ${index + 1}`,
    at: `2026-11-${String(index + 1).padStart(2, '0')}T10:00:00Z`,
  })),
};

export const archivedTicket: SampleTicket = {
  ...mailTicket,
  id: 20104,
  subject: 'Till shows the wrong tax rate',
  archived: true,
};

export const problemTicket: SampleTicket = {
  ...mailTicket,
  id: 4500,
  subject: 'Spooler crash in Fernway Sync 3.8.0 (SYNC-4031)',
  type: 'problem',
};
