// @vitest-environment jsdom
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HelpdeskPage, LinkReceipt } from '@/lib/helpdesks/contract';
import { createZendeskAdapter } from '@/lib/helpdesks/zendesk/adapter';
import type { LinkTarget, LinkView } from '@/lib/model/link';
import { createTestPage } from '@/tests/lib/helpdesks/test-page';
import { unwrap } from '@/tests/support/unwrap';
import type { SampleTicket } from '@/tests/support/zendesk/sample-ticket';
import { createStandIn, type StandIn } from '@/tests/support/zendesk/stand-in';
import { archivedTicket, mailTicket, problemTicket } from '@/tests/support/zendesk/test-tickets';

const PROBLEM = String(problemTicket.id);
const closedProblem: SampleTicket = { ...problemTicket, id: 4501, archived: true };
const otherProblem: SampleTicket = { ...problemTicket, id: 4502, subject: 'Another crash' };

const byTag: LinkTarget = {
  tag: 'known-issue-fern-1042',
  note: 'Known issue FERN-1042: Spooler <crash>\nhttps://tracker.example/FERN-1042?a=1&b=2',
  undoNote: 'No longer linked to FERN-1042.',
  problemId: null,
};
const byProblem: LinkTarget = { ...byTag, problemId: PROBLEM };

let standIn: StandIn;
/** Each test has a ticket of its own. */
let id = '';
let nextId = 30_000;
const tickets: SampleTicket[] = Array.from({ length: 60 }, (_, index) => ({
  ...mailTicket,
  id: 30_001 + index,
  ...(index % 2 === 0 ? { type: 'question' } : {}),
}));

beforeAll(async () => {
  const others = [problemTicket, closedProblem, otherProblem, archivedTicket];
  standIn = await createStandIn({ tickets: [...tickets, ...others] });
});
afterAll(() => standIn.close());
beforeEach(() => {
  standIn.clearFailures();
  standIn.login();
  standIn.forgetRequests();
  id = String((nextId += 1));
});

const signal = () => new AbortController().signal;
const standInFetch = ((input: URL, init?: RequestInit) =>
  standIn.fetch(input, init as never)) as typeof fetch;
const pageOf = (fetch = standInFetch): HelpdeskPage =>
  createTestPage(`https://acme.zendesk.com/agent/tickets/${id}`, fetch);
const record = (ticketId = id) => standIn.world.tickets.get(Number(ticketId))!.record;
const notes = () =>
  standIn.world.tickets
    .get(Number(id))!
    .entries.filter(({ comment }) => !comment.public)
    .map(({ comment }) => comment.html_body);
const writes = () => standIn.requests.filter(({ method }) => method === 'PUT');

async function preview(target: LinkTarget, page = pageOf()): Promise<LinkView> {
  return unwrap(await createZendeskAdapter().linking.preview(page, id, target, signal()));
}
async function link(target: LinkTarget, page = pageOf()): Promise<LinkReceipt> {
  const { linking } = createZendeskAdapter();
  const seen = unwrap(await linking.preview(page, id, target, signal()));
  return unwrap(await linking.link(page, id, target, seen));
}

describe('the preview', () => {
  it('names tag and note, and changes nothing', async () => {
    const before = JSON.stringify(record());
    expect(await preview(byTag)).toEqual({
      state: 'unlinked',
      way: 'tag',
      refused: null,
      changes: [
        { field: 'tag', tag: 'known-issue-fern-1042' },
        { field: 'note', text: byTag.note, isDraft: false },
      ],
      existing: null,
      problem: null,
      stamp: record().updated_at,
      canUndo: false,
    });
    expect(JSON.stringify(record())).toBe(before);
    expect(writes()).toEqual([]);
  });

  it('names type and problem where there is a problem ticket', async () => {
    const { way, changes, problem } = await preview(byProblem);
    expect({ way, changes, problem }).toEqual({
      way: 'problem',
      changes: [
        { field: 'type', from: record().type, to: 'incident' },
        { field: 'problem', to: PROBLEM, title: problemTicket.subject },
      ],
      problem: { id: PROBLEM, title: problemTicket.subject, status: 'open' },
    });
  });

  it('leaves the type out where it is an incident already', async () => {
    standIn.update(Number(id), { type: 'incident' });
    expect((await preview(byProblem)).changes.map(({ field }) => field)).toEqual(['problem']);
  });

  it.each([
    ['4999', 'not-found'],
    [String(mailTicket.id + 9_900), 'not-a-problem'],
    ['4501', 'closed'],
  ])('falls back to tag and note when %s cannot be the problem: %s', async (problemId, refused) => {
    const view = await preview({ ...byTag, problemId });
    expect([view.way, view.refused, view.problem]).toEqual(['tag', refused, null]);
    expect(view.changes.map(({ field }) => field)).toEqual(['tag', 'note']);
  });

  it('does not turn a problem with its incidents into an incident', async () => {
    standIn.update(Number(id), { type: 'problem' });
    const view = await preview(byProblem);
    expect([view.way, view.refused]).toEqual(['tag', 'is-a-problem']);
  });

  it('of the problem ticket itself is a link that stands', async () => {
    standIn.update(Number(id), { type: 'problem' });
    const view = await preview({ ...byTag, problemId: id });
    expect([view.state, view.existing, view.changes]).toEqual(['linked', id, []]);
  });

  it('refuses a closed ticket', async () => {
    id = String(archivedTicket.id);
    const view = await createZendeskAdapter().linking.preview(pageOf(), id, byTag, signal());
    expect(view).toMatchObject({ ok: false, fault: { kind: 'ticket-closed' } });
  });

  it.each([
    ['401', 'signed-out'],
    ['403', 'forbidden'],
    ['404', 'not-found'],
    ['429', 'rate-limited'],
    ['500', 'server-error'],
    ['html', 'bad-response'],
    ['truncated', 'offline'],
  ] as const)('fails on %s as %s', async (kind, expected) => {
    standIn.failNext({ path: new RegExp(`/tickets/${id}`), kind });
    const view = await createZendeskAdapter().linking.preview(pageOf(), id, byProblem, signal());
    expect(view).toMatchObject({ ok: false, fault: { kind: expected } });
  });
});

describe('linking by tag and note', () => {
  it('writes both in one guarded request, the note for colleagues only', async () => {
    await link(byTag);
    expect(record().tags).toEqual(['printing', 'known-issue-fern-1042']);
    expect(notes().at(-1)).toContain(
      'Known issue FERN-1042: Spooler &lt;crash&gt;<br>' +
        '<a href="https://tracker.example/FERN-1042?a=1&amp;b=2">https://tracker.example/FERN-1042?a=1&amp;b=2</a>',
    );
    expect(writes()).toHaveLength(1);
    expect(writes()[0]?.body).toMatchObject({ ticket: { safe_update: true } });
    expect(standIn.submissions.filter(({ ticketId }) => ticketId === Number(id))).toMatchObject([
      { channel: 'internal' },
    ]);
  });

  it('fetches the token right before it writes', async () => {
    await link(byTag);
    const paths = standIn.requests.map(({ method, path }) => `${method} ${path}`);
    const write = paths.findIndex((path) => path.startsWith('PUT'));
    expect(paths[write - 1]).toBe('GET /api/v2/users/me.json');
  });

  it('leaves type and problem alone', async () => {
    const { type } = record();
    await link(byTag);
    expect([record().type, record().problem_id]).toEqual([type, null]);
  });
});

describe('linking to a problem ticket', () => {
  it('makes the ticket an incident of it', async () => {
    const receipt = await link(byProblem);
    expect([record().type, record().problem_id]).toEqual(['incident', problemTicket.id]);
    expect(receipt).toMatchObject({ way: 'problem', ticketId: id });
    expect(record().tags).toEqual(['printing']);
    expect(notes()).toHaveLength(1);
  });

  it('conflicts when the problem stops being one at the last moment', async () => {
    const { linking } = createZendeskAdapter();
    const target = { ...byTag, problemId: '4502' };
    const seen = unwrap(await linking.preview(pageOf(), id, target, signal()));
    standIn.update(4502, { type: 'task' });
    const linked = await linking.link(pageOf(), id, target, seen);
    standIn.update(4502, { type: 'problem' });
    expect(linked).toMatchObject({ ok: false, fault: { kind: 'conflict' } });
    expect(record().problem_id).toBeNull();
  });
});

describe('never two links', () => {
  it('shows the one that stands, by either way', async () => {
    await link(byTag);
    expect(await preview(byTag)).toMatchObject({
      state: 'linked',
      way: 'tag',
      existing: byTag.tag,
      changes: [],
    });
    expect(await preview({ ...byProblem, tag: 'known-issue-x-1' })).toMatchObject({
      state: 'elsewhere',
      existing: byTag.tag,
      changes: [],
    });
  });

  it('shows another problem with its title', async () => {
    standIn.update(Number(id), { type: 'incident', problem_id: otherProblem.id });
    expect(await preview(byProblem)).toMatchObject({
      state: 'elsewhere',
      way: 'problem',
      existing: '4502',
      problem: { id: '4502', title: 'Another crash', status: 'open' },
      changes: [],
    });
  });

  it('refuses a second time with the first time’s preview', async () => {
    const { linking } = createZendeskAdapter();
    const seen = unwrap(await linking.preview(pageOf(), id, byTag, signal()));
    unwrap(await linking.link(pageOf(), id, byTag, seen));
    const again = await linking.link(pageOf(), id, byTag, seen);
    expect(again).toMatchObject({ ok: false, fault: { kind: 'already-linked' } });
    expect(writes()).toHaveLength(1);
  });

  it('makes one of two at the same moment', async () => {
    const { linking } = createZendeskAdapter();
    const seen = unwrap(await linking.preview(pageOf(), id, byTag, signal()));
    const both = await Promise.all([
      linking.link(pageOf(), id, byTag, seen),
      linking.link(pageOf(), id, { ...byTag, tag: 'known-issue-x-1' }, seen),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(record().tags).toHaveLength(2);
    expect(notes()).toHaveLength(2);
  });
});

describe('somebody else at work', () => {
  it('is a conflict, and the fresh preview links with what they added', async () => {
    const { linking } = createZendeskAdapter();
    const seen = unwrap(await linking.preview(pageOf(), id, byTag, signal()));
    standIn.update(Number(id), { tags: ['printing', 'vip'] });
    const refused = await linking.link(pageOf(), id, byTag, seen);
    expect(refused).toMatchObject({ ok: false, fault: { kind: 'conflict', retry: 'now' } });
    expect(writes()).toEqual([]);
    await link(byTag);
    expect(record().tags).toEqual(['printing', 'vip', byTag.tag]);
  });

  it('between reading and writing is what safe_update refuses', async () => {
    const { linking } = createZendeskAdapter();
    const seen = unwrap(await linking.preview(pageOf(), id, byTag, signal()));
    const meddling = ((input: string, init?: RequestInit) => {
      if (init?.method === 'PUT') standIn.update(Number(id), { tags: ['printing', 'vip'] });
      return standInFetch(input, init);
    }) as typeof fetch;
    const refused = await linking.link(pageOf(meddling), id, byTag, seen);
    expect(refused).toMatchObject({ ok: false, fault: { kind: 'conflict' } });
    expect(record().tags).toEqual(['printing', 'vip']);
    expect(notes()).toHaveLength(1);
  });

  it('that takes our tag away at once is noticed', async () => {
    const { linking } = createZendeskAdapter();
    const seen = unwrap(await linking.preview(pageOf(), id, byTag, signal()));
    const trigger = (async (input: string, init?: RequestInit) => {
      const response = await standInFetch(input, init);
      if (init?.method === 'PUT') standIn.update(Number(id), { tags: [] });
      return response;
    }) as typeof fetch;
    const linked = await linking.link(pageOf(trigger), id, byTag, seen);
    expect(linked).toMatchObject({ ok: false, fault: { kind: 'half-linked' } });
  });
});

describe('when the write fails', () => {
  it.each([
    ['401', 'signed-out'],
    ['429', 'rate-limited'],
    ['500', 'server-error'],
    ['html', 'bad-response'],
    ['truncated', 'offline'],
  ] as const)('on %s, nothing is written and it says %s', async (kind, expected) => {
    const { linking } = createZendeskAdapter();
    const seen = unwrap(await linking.preview(pageOf(), id, byTag, signal()));
    standIn.failNext({ path: /tickets/, method: 'PUT', kind, times: 2 });
    const linked = await linking.link(pageOf(), id, byTag, seen);
    // An answer that is no JSON may still have been a success: only reading back can tell.
    expect(linked).toMatchObject({ ok: false, fault: { kind: expected } });
    expect(record().tags).toEqual(['printing']);
  });

  it('renews the token once on a 403, and no more', async () => {
    standIn.failNext({ path: /tickets/, method: 'PUT', kind: '403' });
    await link(byTag);
    expect(record().tags).toContain(byTag.tag);
    const { linking } = createZendeskAdapter();
    id = String((nextId += 1));
    const seen = unwrap(await linking.preview(pageOf(), id, byTag, signal()));
    standIn.forgetRequests();
    standIn.failNext({ path: /tickets/, method: 'PUT', kind: '403', times: 9 });
    const linked = await linking.link(pageOf(), id, byTag, seen);
    expect(linked).toMatchObject({ ok: false, fault: { kind: 'forbidden' } });
    expect(writes()).toHaveLength(2);
  });

  it('and only the answer is lost, the link is found by reading back', async () => {
    const { linking } = createZendeskAdapter();
    const seen = unwrap(await linking.preview(pageOf(), id, byProblem, signal()));
    standIn.failNext({ path: /tickets/, method: 'PUT', kind: 'lost' });
    expect(await linking.link(pageOf(), id, byProblem, seen)).toMatchObject({ ok: true });
    expect(record().problem_id).toBe(problemTicket.id);
  });

  it('and reading back fails, too, the next preview knows', async () => {
    const { linking } = createZendeskAdapter();
    const seen = unwrap(await linking.preview(pageOf(), id, byTag, signal()));
    const dying = (async (input: string, init?: RequestInit) => {
      if (init?.method === 'PUT') {
        await standInFetch(input, init);
        standIn.failNext({ path: /tickets/, kind: 'truncated' });
        throw new TypeError('Failed to fetch');
      }
      return standInFetch(input, init);
    }) as typeof fetch;
    const linked = await linking.link(pageOf(dying), id, byTag, seen);
    expect(linked).toMatchObject({ ok: false, fault: { kind: 'offline' } });
    expect(await preview(byTag)).toMatchObject({ state: 'linked' });
  });
});

describe('taking back', () => {
  const unlink = (receipt: LinkReceipt, page = pageOf()) =>
    createZendeskAdapter().linking.unlink(page, receipt);

  it('gives the former type back and forgets the problem', async () => {
    const { type } = record();
    const receipt = await link(byProblem);
    unwrap(await unlink(receipt));
    expect([record().type, record().problem_id]).toEqual([type, null]);
    expect(await preview(byProblem)).toMatchObject({ state: 'unlinked' });
  });

  it('leaves the type that was there before', async () => {
    standIn.update(Number(id), { type: 'incident' });
    const receipt = await link(byProblem);
    unwrap(await unlink(receipt));
    expect([record().type, record().problem_id]).toEqual(['incident', null]);
  });

  it('takes the tag away, nothing else, and says so in a second note', async () => {
    const receipt = await link(byTag);
    standIn.update(Number(id), { tags: ['vip', byTag.tag, 'printing'], subject: 'New words' });
    unwrap(await unlink(receipt));
    expect([record().tags, record().subject]).toEqual([['vip', 'printing'], 'New words']);
    expect(notes().at(-1)).toContain('No longer linked to FERN-1042.');
  });

  it('is done when somebody else has done it', async () => {
    const receipt = await link(byTag);
    standIn.update(Number(id), { tags: [] });
    standIn.forgetRequests();
    unwrap(await unlink(receipt));
    expect(writes()).toEqual([]);
  });

  it('does not touch a link that somebody made to another problem', async () => {
    const receipt = await link(byProblem);
    standIn.update(Number(id), { problem_id: otherProblem.id });
    expect(await unlink(receipt)).toMatchObject({ ok: false, fault: { kind: 'link-changed' } });
    expect(record().problem_id).toBe(otherProblem.id);
  });

  it('tries again on the fresh ticket when somebody writes at the same moment', async () => {
    const receipt = await link(byTag);
    let times = 0;
    const meddling = ((input: string, init?: RequestInit) => {
      if (init?.method === 'PUT' && (times += 1) === 1) {
        standIn.update(Number(id), { tags: [...record().tags, 'vip'] });
      }
      return standInFetch(input, init);
    }) as typeof fetch;
    unwrap(await unlink(receipt, pageOf(meddling)));
    expect(record().tags).toEqual(['printing', 'vip']);
    expect(notes()).toHaveLength(3);
  });
});
