import { describe, expect, it } from 'vitest';
import { blocksText } from '@/lib/convert/block-text';
import {
  isSolved,
  mapMacro,
  mapPastTicket,
  mapProblem,
  type TicketContext,
} from '@/lib/sources/zendesk-tickets/map';
import {
  commentPageSchema,
  commentSchema,
  macroSchema,
  ticketSchema,
} from '@/lib/sources/zendesk-tickets/records';

const context: TicketContext = {
  sourceId: 't',
  origin: 'https://acme.zendesk.com',
  syncedAt: '2026-11-22T08:00:00.000Z',
  languageOf: () => 'en',
};

const TICKET = {
  id: 4600,
  subject: 'CSV export EX-4012 for Ana',
  description: 'It stops. Mail me at ana@northwind.example.\n\nWorkaround: restart the worker.',
  type: 'incident',
  status: 'solved',
  has_incidents: false,
  tags: ['export', 'customer_12345678', 'ana@northwind.example'],
  satisfaction_rating: { id: 31, score: 'good', comment: 'thanks' },
  created_at: '2026-08-17T08:00:00Z',
  updated_at: '2026-08-18T08:00:00Z',
};
const ticket = (change: object = {}) => ticketSchema.parse({ ...TICKET, ...change });

describe('mapProblem', () => {
  it.each([
    ['new', 'open'],
    ['open', 'open'],
    ['pending', 'in-progress'],
    ['hold', 'in-progress'],
    ['solved', 'fixed'],
    ['closed', 'fixed'],
    ['something else', 'open'],
  ])('%s is %s', async (status, category) => {
    const item = await mapProblem(ticket({ status }), { incidents: 0 }, context);
    expect(item.issue).toMatchObject({ category, rawStatus: status });
  });

  it('maps a problem', async () => {
    expect(await mapProblem(ticket(), { incidents: 12 }, context)).toMatchObject({
      id: 't:issue:4600',
      kind: 'issue',
      key: '#4600',
      url: 'https://acme.zendesk.com/agent/tickets/4600',
      labels: ['export'],
      visibility: 'internal',
      issue: {
        linkedTickets: 12,
        createdAt: '2026-08-17T08:00:00.000Z',
        workaround: [{ type: 'paragraph', text: [{ text: 'restart the worker.' }] }],
      },
    });
  });
});

describe('mapPastTicket', () => {
  const people = commentPageSchema.parse({
    comments: [],
    users: [
      { id: 9001, name: 'Ana Perez', role: 'end-user' },
      { id: 9100, name: 'Bo Lind', role: 'agent' },
      null,
    ],
  }).users;
  const comment = (author: number | null, body: string, change: object = {}) =>
    commentSchema.parse({
      author_id: author,
      public: true,
      type: 'Comment',
      plain_body: body,
      created_at: '2026-08-17T08:00:00Z',
      ...change,
    });
  const map = (comments: ReturnType<typeof comment>[], change: object = {}) =>
    mapPastTicket(ticket(change), comments, people, context);

  it('keeps the question as a quote and the answers, without people', async () => {
    const item = await map([
      comment(9001, 'Hi Bo, the export fails.\nMy card is 4111 1111 1111 1111.'),
      comment(9100, 'Customer sounds angry.', { public: false }),
      comment(9100, 'Dear Ana, restart the export worker.\n\nBest regards,\nBo Lind'),
      comment(9001, 'Thanks!', { type: 'VoiceComment' }),
    ]);
    expect(item).toMatchObject({
      id: 't:past-ticket:4600',
      kind: 'past-ticket',
      title: 'CSV export EX-4012 for […]',
      visibility: 'internal',
      labels: ['export'],
    });
    expect(item?.blocks[0]?.type).toBe('quote');
    expect(blocksText(item?.blocks ?? [])).toBe(
      'Hi […], the export fails.\nMy card is […].\n\nDear […], restart the export worker.',
    );
  });

  it('is nothing without a public answer', async () => {
    expect(await map([comment(9001, 'Help!')])).toBe(null);
    expect(await map([comment(9100, 'Secret', { public: false })])).toBe(null);
    expect(await map([comment(null, 'Whose words?'), comment(42, 'And these?')])).toBe(null);
    expect(await map([comment(9100, 'Answer')], { subject: null })).toBe(null);
  });

  it('does not take a comment for public that does not say so', () => {
    expect(
      commentSchema.safeParse({ author_id: 1, plain_body: 'x', created_at: '2026-01-01' }).success,
    ).toBe(false);
  });

  it.each([
    [{}, true],
    [{ status: 'closed' }, true],
    [{ status: 'open' }, false],
    [{ status: 'deleted' }, false],
    [{ tags: ['closed_by_merge'] }, false],
    [{ satisfaction_rating: { score: 'bad_with_comment' } }, false],
    [{ satisfaction_rating: null }, true],
  ])('%j helps with the next ticket: %s', (change, helps) => {
    expect(isSolved(ticket(change))).toBe(helps);
  });
});

describe('mapMacro', () => {
  const macro = (change: object) =>
    mapMacro(
      macroSchema.parse({
        id: 7001,
        title: 'Exports::Restart the worker',
        active: true,
        restriction: null,
        updated_at: '2026-08-18T08:00:00Z',
        actions: [{ field: 'comment_value', value: 'Hello.\n\nPlease restart.' }],
        ...change,
      }),
      context,
    );

  it('maps a macro that writes', async () => {
    expect(await macro({})).toMatchObject({
      id: 't:reply:7001',
      kind: 'reply',
      title: 'Exports › Restart the worker',
      labels: ['Exports'],
      visibility: 'public',
      blocks: [{ type: 'paragraph' }, { type: 'paragraph' }],
    });
  });

  it('takes the formatted text, or the text behind a channel', async () => {
    const actions = [
      { field: 'comment_value', value: 'plain' },
      { field: 'comment_value_html', value: '<p>Use <b>Reports</b>.</p>' },
    ];
    expect(blocksText((await macro({ actions }))?.blocks ?? [])).toBe('Use Reports.');
    const channel = [{ field: 'comment_value', value: ['channel:all', 'For all.'] }];
    expect(blocksText((await macro({ actions: channel }))?.blocks ?? [])).toBe('For all.');
  });

  it.each([
    [{ restriction: { type: 'Group', id: 4 } }, 'restricted'],
    [{ restriction: undefined }, 'unknown'],
    [
      {
        actions: [
          { field: 'comment_value', value: 'x' },
          { field: 'comment_mode_is_public', value: 'false' },
        ],
      },
      'internal',
    ],
    [
      {
        actions: [
          { field: 'comment_value', value: 'x' },
          { field: 'comment_mode_is_public', value: true },
        ],
      },
      'public',
    ],
  ])('%j is %s', async (change, visibility) => {
    expect((await macro(change))?.visibility).toBe(visibility);
  });

  it.each([
    { actions: [{ field: 'status', value: 'solved' }] },
    { actions: null },
    { title: '' },
    { active: false },
    { actions: [{ field: 'comment_value', value: { deep: 1 } }] },
  ])('is no reply: %j', async (change) => {
    expect(await macro(change)).toBe(null);
  });
});
