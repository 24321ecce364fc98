import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ok, type Result } from '@/lib/core/result';
import type { ItemHead } from '@/lib/model/item';
import type { ReadyReply } from '@/lib/model/ready-reply';
import {
  failing,
  headOf,
  listFor,
  OTHER_TICKET,
  settle,
  startBeside,
  startSidebar,
  suggestionOf,
  TICKET,
  TICKET_KEY,
  ticketState,
  type FakeSidebar,
} from '@/tests/lib/app/sidebar/fake-sidebar';
import { makeArticle, makeIssue, paragraph } from '@/tests/support/items';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const { blocks: _blocks, contentHash: _hash, ...ISSUE } = makeIssue('FERN-1042');
const replyOf = (item: Pick<ItemHead, 'id'>): ReadyReply => ({
  itemId: item.id,
  locale: 'de',
  blocks: [paragraph('Das ist ein bekannter Fehler.')],
  notes: [],
});

async function besideIssue(answer: () => Result<ReadyReply | null> = () => ok(replyOf(ISSUE))) {
  const sidebar = await startSidebar({
    'suggest.forTicket': ({ ticket }) =>
      ok(listFor(ticket, [headOf('article')], { knownIssue: suggestionOf(ISSUE) })),
    'reply.make': answer,
    'item.read': ({ id }) => ok(makeArticle(id)),
  });
  sidebar.page.port.show(ticketState(TICKET));
  await settle();
  return sidebar;
}
const asked = (sidebar: FakeSidebar) =>
  sidebar.background.requests('reply.make').map(({ itemId, ticket }) => [itemId, ticket?.id]);

describe('reading it first', () => {
  it('is there with the known issue, made for this ticket', async () => {
    const sidebar = await besideIssue();
    expect(asked(sidebar)).toEqual([[ISSUE.id, TICKET.id]]);
    expect(sidebar.store.getState().readyReplies).toEqual({ [ISSUE.id]: replyOf(ISSUE) });
  });

  it('comes with a previewed item, and goes with the ticket', async () => {
    const sidebar = await besideIssue();
    await sidebar.actions.openPreview(headOf('article'));
    await settle();
    expect(asked(sidebar)).toHaveLength(2);
    sidebar.page.port.show(ticketState(OTHER_TICKET));
    expect(sidebar.store.getState().readyReplies).toEqual({});
  });

  it('is not there when it cannot be made', async () => {
    const sidebar = await besideIssue(() => failing('storage-broken'));
    expect(sidebar.store.getState().readyReplies).toEqual({});
  });
});

describe('inserting it', () => {
  it('goes into a public reply, though the issue is internal', async () => {
    const sidebar = await besideIssue();
    void sidebar.actions.insertReply(ISSUE.id);
    await settle();
    const sent = sidebar.page.port.last('insert');
    expect(sent).toMatchObject({
      ticketKey: TICKET_KEY,
      form: 'passage',
      visibility: 'public',
      html: '<p>Das ist ein bekannter Fehler.</p>',
      hrefs: [],
    });
    sidebar.page.port.answer();
    await settle();
    expect(sidebar.store.getState().toast).toMatchObject({ kind: 'inserted', form: 'reply' });
    expect(sidebar.signals()).toContainEqual(['inserted', TICKET_KEY, ISSUE.id]);
  });

  it('is made anew with the article’s passage', async () => {
    const article = headOf('article');
    const sidebar = await startBeside([article], 'public', {
      'reply.make': () => ok(replyOf(article)),
    });
    void sidebar.actions.insertReply(article.id);
    await settle();
    const [request] = sidebar.background.requests('reply.make');
    expect(request?.passage).toEqual([paragraph('Do this.')]);
  });

  it('is refused where there is nothing that a customer may be told', async () => {
    const internal = headOf('runbook', { visibility: 'internal' });
    const sidebar = await startBeside([internal]);
    await sidebar.actions.insertReply(internal.id);
    expect(sidebar.store.getState().toast).toMatchObject({ fault: { kind: 'not-public' } });
    expect(sidebar.page.port.sent.some(({ type }) => type === 'insert')).toBe(false);
  });
});
