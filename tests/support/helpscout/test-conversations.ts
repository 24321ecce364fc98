/** Few conversations, for tests of the stand-in and of what talks to it. */
import { escapeHtml } from '@/lib/core/text';
import type { SampleTicket } from '@/tests/support/zendesk/sample-ticket';
import type { SampleConversation } from './records';

export const exportConversation: SampleConversation = {
  id: 3100000001,
  number: 44477,
  subject: 'CSV export stops at 10,000 rows',
  customer: { first: 'Dana', last: 'Ruiz' },
  tags: ['export', 'vip'],
  fields: [{ name: 'Plan', value: '33077', text: 'Team' }],
  threads: [
    {
      from: 'customer',
      html: 'When I export orders to CSV the file stops at 10,000 rows.<br>Error EXPORT_LIMIT',
      at: '2026-11-20T09:12:00Z',
    },
    { from: 'agent', type: 'lineitem', html: '', at: '2026-11-20T09:20:00Z' },
    { from: 'agent', html: '<p>Which plan are you on?</p>', at: '2026-11-20T09:40:00Z' },
    { from: 'agent', type: 'note', html: '<p>Looks like EXP-214.</p>', at: '2026-11-20T10:05:00Z' },
    { from: 'agent', state: 'draft', html: '<p>Half a draft</p>', at: '2026-11-20T10:10:00Z' },
  ],
};

export const printerConversation: SampleConversation = {
  id: 3100000002,
  number: 44478,
  subject: 'Kitchen printer - drops orders',
  customer: { first: 'Marta', last: 'Jurić' },
  tags: [],
  threads: [
    {
      from: 'customer',
      html: '<p>Every fifth order is lost: SYNC-4031 &lt;spooler&gt; and nothing prints.</p>',
      at: '2026-11-20T08:12:00Z',
    },
  ],
};

/** More threads than a page of the API. */
export const longConversation: SampleConversation = {
  id: 3100000003,
  number: 44479,
  subject: 'Long story',
  customer: { first: 'Ng', last: '' },
  tags: [],
  threads: Array.from({ length: 60 }, (_, at) => ({
    from: at % 2 === 0 ? 'customer' : 'agent',
    html: `<p>Message ${at + 1}</p>`,
    at: `2026-11-19T10:${String(at).padStart(2, '0')}:00Z`,
  })),
};

/** A sample ticket as Help Scout would have it. */
export function toConversation(ticket: SampleTicket): SampleConversation {
  const [first = '', ...last] = ticket.requester.name.split(' ');
  return {
    id: 3100000000 + ticket.id,
    number: ticket.id,
    subject: ticket.subject,
    customer: { first, last: last.join(' ') },
    tags: ticket.tags,
    threads: ticket.messages.map(({ author, visibility, body, at }) => ({
      from: author,
      ...(visibility === 'internal' ? { type: 'note' as const } : {}),
      html: body
        .split('\n')
        .map((line) => `<p>${escapeHtml(line)}</p>`)
        .join(''),
      at,
    })),
  };
}
