// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createZendeskAdapter } from '@/lib/helpdesks/zendesk/adapter';
import {
  byProblem,
  byTag,
  createAgent,
  createLinkWorld,
  otherProblem,
  signal,
} from '@/tests/lib/helpdesks/zendesk/link-world';
import { unwrap } from '@/tests/support/unwrap';
import { archivedTicket, mailTicket, problemTicket } from '@/tests/support/zendesk/test-tickets';

const world = createLinkWorld();
const { link, notes, pageOf, preview, record, writes } = createAgent(world);

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
        { field: 'problem', to: String(problemTicket.id), title: problemTicket.subject },
      ],
      problem: { id: String(problemTicket.id), title: problemTicket.subject, status: 'open' },
    });
  });

  it('leaves the type out where it is an incident already', async () => {
    world.standIn.update(Number(world.id), { type: 'incident' });
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
    world.standIn.update(Number(world.id), { type: 'problem' });
    const view = await preview(byProblem);
    expect([view.way, view.refused]).toEqual(['tag', 'is-a-problem']);
  });

  it('of the problem ticket itself is a link that stands', async () => {
    world.standIn.update(Number(world.id), { type: 'problem' });
    const view = await preview({ ...byTag, problemId: world.id });
    expect([view.state, view.existing, view.changes]).toEqual(['linked', world.id, []]);
  });

  it('refuses a closed ticket', async () => {
    world.id = String(archivedTicket.id);
    const view = await createZendeskAdapter().linking.preview(pageOf(), world.id, byTag, signal());
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
    world.standIn.failNext({ path: new RegExp(`/tickets/${world.id}`), kind });
    const view = await createZendeskAdapter().linking.preview(
      pageOf(),
      world.id,
      byProblem,
      signal(),
    );
    expect(view).toMatchObject({ ok: false, fault: { kind: expected } });
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
    world.standIn.update(Number(world.id), { type: 'incident', problem_id: otherProblem.id });
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
    const seen = unwrap(await linking.preview(pageOf(), world.id, byTag, signal()));
    unwrap(await linking.link(pageOf(), world.id, byTag, seen));
    const again = await linking.link(pageOf(), world.id, byTag, seen);
    expect(again).toMatchObject({ ok: false, fault: { kind: 'already-linked' } });
    expect(writes()).toHaveLength(1);
  });

  it('makes one of two at the same moment', async () => {
    const { linking } = createZendeskAdapter();
    const seen = unwrap(await linking.preview(pageOf(), world.id, byTag, signal()));
    const both = await Promise.all([
      linking.link(pageOf(), world.id, byTag, seen),
      linking.link(pageOf(), world.id, { ...byTag, tag: 'known-issue-x-1' }, seen),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(record().tags).toHaveLength(2);
    expect(notes()).toHaveLength(2);
  });
});
