// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHelpscoutAdapter } from '@/lib/helpdesks/helpscout/adapter';
import type { HelpdeskAdapter, LinkReceipt } from '@/lib/helpdesks/contract';
import type { LinkTarget, LinkView } from '@/lib/model/link';
import { createApiWorld, type ApiWorld } from '@/tests/lib/helpdesks/helpscout/api-world';
import { createTestPage, showPage, type TestPage } from '@/tests/lib/helpdesks/test-page';
import {
  exportConversation,
  printerConversation,
} from '@/tests/support/helpscout/test-conversations';
import { unwrap } from '@/tests/support/unwrap';
import { recordedPage } from '@/tests/support/pages/recorded-page';

const target: LinkTarget = {
  tag: 'known-issue-fern-1042',
  note: 'Known issue FERN-1042: Spooler <crash>\nhttps://tracker.example/FERN-1042?a=1&b=2',
  undoNote: 'No longer linked to FERN-1042.',
  problemId: null,
};
const ID = String(exportConversation.id);

let world: ApiWorld;
let adapter: HelpdeskAdapter;
let page: TestPage;
beforeEach(async () => {
  world = await createApiWorld([exportConversation, printerConversation]);
  showPage(recordedPage('helpscout/note'));
  page = createTestPage(`https://secure.helpscout.net/conversation/${ID}/44477`);
  adapter = createHelpscoutAdapter(world.createMailbox(), () => world.time.now, {
    threads: 0,
    composer: 30,
  });
});
afterEach(() => world.standIn.close());

const preview = async (): Promise<LinkView> =>
  unwrap(await adapter.linking.preview(page, ID, target, new AbortController().signal));
const link = async (seen?: LinkView) =>
  adapter.linking.link(page, ID, target, seen ?? (await preview()));
const unlink = (receipt: LinkReceipt) => adapter.linking.unlink(page, receipt);
const conversation = () => world.standIn.world.get(exportConversation.id);
const notes = () =>
  conversation()
    .threads.filter(({ type }) => type === 'note')
    .map(({ html }) => html);
const before = { tags: ['export', 'vip'], notes: ['<p>Looks like EXP-214.</p>'] };
const now = () => ({ tags: conversation().tags, notes: notes() });

describe('a preview', () => {
  it('shows tag and note, and changes nothing', async () => {
    expect(await preview()).toMatchObject({
      state: 'unlinked',
      way: 'tag',
      refused: null,
      existing: null,
      problem: null,
      changes: [
        { field: 'tag', tag: target.tag },
        { field: 'note', text: target.note, isDraft: false },
      ],
    });
    expect(now()).toEqual(before);
    expect(world.calls()).toEqual([`GET /conversations/${ID}?embed=threads`]);
  });

  it('ignores problem tickets, which are another helpdesk’s', async () => {
    const view = await adapter.linking.preview(
      page,
      ID,
      { ...target, problemId: '4500' },
      new AbortController().signal,
    );
    expect(view).toMatchObject({ value: { way: 'tag', refused: null } });
  });

  it('knows the link that stands, and another one', async () => {
    world.standIn.world.setTags(exportConversation.id, ['Known-Issue-FERN-1042']);
    expect(await preview()).toMatchObject({ state: 'linked', existing: target.tag, changes: [] });
    world.standIn.world.setTags(exportConversation.id, ['known-issue-other']);
    expect(await preview()).toMatchObject({ state: 'elsewhere', existing: 'known-issue-other' });
  });

  it('takes a note for the link until another takes it back', async () => {
    const add = (html: string) =>
      world.standIn.world.addThread(exportConversation.id, { from: 'agent', type: 'note', html });
    add(
      'Known issue FERN-1042: Spooler &lt;crash&gt;<br>https://tracker.example/FERN-1042?a=1&amp;b=2',
    );
    expect(await preview()).toMatchObject({ state: 'linked', existing: target.tag });
    add(target.undoNote);
    expect(await preview()).toMatchObject({ state: 'unlinked' });
  });
});

describe('linking', () => {
  it('adds to the tags that are there, and one note', async () => {
    const receipt = unwrap(await link());
    expect(receipt).toEqual({ ticketId: ID, target, way: 'tag', before: {} });
    expect(now()).toEqual({
      tags: [...before.tags, target.tag],
      notes: [
        ...before.notes,
        'Known issue FERN-1042: Spooler &lt;crash&gt;<br>' +
          '<a href="https://tracker.example/FERN-1042?a=1&amp;b=2">' +
          'https://tracker.example/FERN-1042?a=1&amp;b=2</a>',
      ],
    });
  });

  it('twice is once', async () => {
    const seen = await preview();
    expect((await link(seen)).ok).toBe(true);
    expect(await link(seen)).toMatchObject({ fault: { kind: 'already-linked' } });
    expect(notes()).toHaveLength(2);
  });

  it('not after somebody changed the conversation', async () => {
    const seen = await preview();
    world.standIn.world.setTags(exportConversation.id, ['export', 'vip', 'urgent']);
    expect(await link(seen)).toMatchObject({ fault: { kind: 'conflict' } });
    expect(now()).toEqual({ ...before, tags: ['export', 'vip', 'urgent'] });
    expect((await link()).ok).toBe(true);
    expect(conversation().tags).toEqual(['export', 'vip', 'urgent', target.tag]);
  });

  it.each([
    [403, 'forbidden'],
    [429, 'rate-limited'],
    [500, 'server-error'],
  ] as const)('refused with %d leaves everything as it was', async (status, kind) => {
    const seen = await preview();
    world.standIn.failNext({ path: /\/tags/, method: 'PUT', status });
    expect(await link(seen)).toMatchObject({ fault: { kind } });
    expect(now()).toEqual(before);
  });

  it('takes the tag back when the note is refused', async () => {
    const seen = await preview();
    world.standIn.failNext({ path: /\/notes/, status: 403 });
    expect(await link(seen)).toMatchObject({ fault: { kind: 'forbidden' } });
    expect(now()).toEqual(before);
  });

  it('says that it is half done when even that fails', async () => {
    const seen = await preview();
    world.standIn.failNext({ path: /\/notes/, status: 429 });
    expect(await link(seen)).toMatchObject({ fault: { kind: 'half-linked' } });
    expect(now()).toEqual({ ...before, tags: [...before.tags, target.tag] });
  });

  it('believes what it reads when answers get lost', async () => {
    const seen = await preview();
    world.standIn.failNext({ path: /\/tags/, method: 'PUT', status: 'lost' });
    world.standIn.failNext({ path: /\/notes/, status: 'lost' });
    expect((await link(seen)).ok).toBe(true);
    expect(now()).toMatchObject({ tags: [...before.tags, target.tag] });
    expect(notes()).toHaveLength(2);
  });

  it('does not take the note of an earlier link for its own', async () => {
    expect((await unlink(unwrap(await link()))).ok).toBe(true);
    const earlier = now();
    const seen = await preview();
    world.standIn.failNext({ path: /\/notes/, status: 500 });
    expect(await link(seen)).toMatchObject({ fault: { kind: 'server-error' } });
    expect(now()).toEqual(earlier);
    const receipt = unwrap(await link());
    world.standIn.failNext({ path: /\/notes/, status: 500 });
    expect(await unlink(receipt)).toMatchObject({ fault: { kind: 'half-linked' } });
    expect((await unlink(receipt)).ok).toBe(true);
    expect(notes().filter((note) => note === target.undoNote)).toHaveLength(2);
  });

  it('goes to the conversation that a merged one is now', async () => {
    world.standIn.world.merge(exportConversation.id, printerConversation.id);
    expect((await link()).ok).toBe(true);
    const merged = world.standIn.world.get(printerConversation.id);
    expect(merged.tags).toEqual([target.tag]);
    expect(conversation().tags).toEqual(before.tags);
  });
});

describe('taking back', () => {
  it('takes the tag and says so', async () => {
    const receipt = unwrap(await link());
    world.standIn.world.setTags(exportConversation.id, [...conversation().tags, 'later']);
    expect((await unlink(receipt)).ok).toBe(true);
    expect(conversation().tags).toEqual([...before.tags, 'later']);
    expect(notes().at(-1)).toBe(target.undoNote);
    expect(await preview()).toMatchObject({ state: 'unlinked' });
  });

  it('of what somebody took back already does nothing', async () => {
    const receipt = unwrap(await link());
    world.standIn.world.setTags(exportConversation.id, before.tags);
    const { length } = notes();
    expect((await unlink(receipt)).ok).toBe(true);
    expect(notes()).toHaveLength(length);
  });

  it('goes on where it broke off', async () => {
    const receipt = unwrap(await link());
    world.standIn.failNext({ path: /\/notes/, status: 403 });
    expect(await unlink(receipt)).toMatchObject({ fault: { kind: 'half-linked' } });
    expect(conversation().tags).toEqual(before.tags);
    expect((await unlink(receipt)).ok).toBe(true);
    expect(notes().filter((note) => note === target.undoNote)).toHaveLength(1);
  });
});

describe('without an API', () => {
  beforeEach(() => {
    world.stored.app = null;
  });

  it('the note goes into its own box, to be added by the agent', async () => {
    const seen = await preview();
    expect(seen.changes).toEqual([{ field: 'note', text: target.note, isDraft: true }]);
    const receipt = unwrap(await link(seen));
    expect(page.editors.contents).toMatchObject([
      { text: target.note, hrefs: ['https://tracker.example/FERN-1042?a=1&b=2'] },
    ]);
    expect((await unlink(receipt)).ok).toBe(true);
    expect(page.editors.targets).toHaveLength(2);
    expect(world.calls()).toEqual([]);
  });

  it('never into a reply', async () => {
    const seen = await preview();
    showPage(recordedPage('helpscout/reply'));
    expect(await link(seen)).toMatchObject({ fault: { kind: 'not-public' } });
    expect(page.editors.targets).toEqual([]);
  });

  it('tags and notes on the page tell what is linked', async () => {
    const tag = document.querySelector('[data-cy="Tag"] .c-Truncate__content')!;
    tag.textContent = 'known-issue-other';
    expect(await preview()).toMatchObject({ state: 'elsewhere', existing: 'known-issue-other' });
    tag.textContent = 'export';
    const body = document.querySelector('.is-note .is-wide-layout')!;
    body.textContent = target.note;
    expect(await preview()).toMatchObject({ state: 'linked', existing: target.tag });
  });

  it('another conversation’s page tells nothing', async () => {
    page.address = 'https://secure.helpscout.net/conversation/3100000002/44478';
    const { signal } = new AbortController();
    const view = await adapter.linking.preview(page, ID, target, signal);
    expect(view).toMatchObject({ fault: { kind: 'switching' } });
  });
});
