// @vitest-environment jsdom
/** Links of the ticket in front, on a recorded page with the stand-in's API behind it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageLinks, type PageLinks } from '@/lib/app/page-links';
import { createZendeskAdapter } from '@/lib/helpdesks/zendesk/adapter';
import type { LinkTarget } from '@/lib/model/link';
import { createTestPage, showPage } from '@/tests/lib/helpdesks/test-page';
import { unwrap } from '@/tests/support/unwrap';
import { createStandIn, type StandIn } from '@/tests/support/zendesk/stand-in';
import { mailTicket } from '@/tests/support/zendesk/test-tickets';
import { recordedPage } from '@/tests/support/pages/recorded-page';

const KEY = 'https://acme.zendesk.com#4712';
const TARGET: LinkTarget = {
  tag: 'known-issue-fern-1042',
  note: 'Known issue: FERN-1042',
  undoNote: 'No longer linked to FERN-1042.',
  problemId: null,
};

let standIn: StandIn;
let links: PageLinks;
const onChange = vi.fn<() => void>();
beforeAll(async () => {
  standIn = await createStandIn({ tickets: [{ ...mailTicket, id: 4712 }] });
});
afterAll(() => standIn.close());
beforeEach(() => {
  standIn.update(4712, { tags: [] });
  onChange.mockClear();
  showPage(recordedPage('zendesk/reply'));
  const fetch = ((input: URL, init?: RequestInit) =>
    standIn.fetch(input, init as never)) as typeof globalThis.fetch;
  const page = createTestPage('https://acme.zendesk.com/agent/tickets/4712', fetch);
  links = createPageLinks(page, createZendeskAdapter(), onChange);
});
const tags = () => standIn.world.tickets.get(4712)!.record.tags;
const view = async (target = TARGET) => unwrap(await links.preview(KEY, target));

describe('links of a page', () => {
  it('are about the ticket in front only', async () => {
    const seen = await view();
    for (const key of ['https://acme.zendesk.com#4711', 'https://other.zendesk.com#4712']) {
      expect(await links.preview(key, TARGET)).toMatchObject({ fault: { kind: 'switching' } });
      expect(await links.make(key, TARGET, seen)).toMatchObject({ fault: { kind: 'switching' } });
      expect(await links.undo(key)).toMatchObject({ fault: { kind: 'switching' } });
    }
    expect(tags()).toEqual([]);
  });

  it('are made once, however often the key is pressed', async () => {
    const seen = await view();
    const both = await Promise.all([links.make(KEY, TARGET, seen), links.make(KEY, TARGET, seen)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, false]);
    expect(both[1]).toMatchObject({ fault: { kind: 'already-linked' } });
    expect(tags()).toEqual([TARGET.tag]);
  });

  it('can be taken back here and nowhere else, and the ticket is read anew', async () => {
    unwrap(await links.make(KEY, TARGET, await view()));
    expect(onChange).toHaveBeenCalledOnce();
    expect(await view()).toMatchObject({ state: 'linked', canUndo: true });
    expect(await view({ ...TARGET, tag: 'known-issue-x' })).toMatchObject({
      state: 'elsewhere',
      canUndo: false,
    });
    unwrap(await links.undo(KEY));
    expect(tags()).toEqual([]);
    expect(onChange).toHaveBeenCalledTimes(2);
    expect(await links.undo(KEY)).toMatchObject({ fault: { kind: 'link-changed' } });
  });

  it('are not made with a tag or number that is none', async () => {
    const seen = await view();
    for (const odd of [{ tag: 'printing' }, { tag: 'known-issue-Ä' }, { problemId: '1/../2' }]) {
      const target = { ...TARGET, ...odd };
      expect(await links.preview(KEY, target)).toMatchObject({ fault: { kind: 'bad-message' } });
      expect(await links.make(KEY, target, seen)).toMatchObject({ fault: { kind: 'bad-message' } });
    }
    expect(tags()).toEqual([]);
  });

  it('that somebody else made cannot be taken back here', async () => {
    standIn.update(4712, { tags: [TARGET.tag] });
    expect(await view()).toMatchObject({ state: 'linked', canUndo: false });
    expect(await links.undo(KEY)).toMatchObject({ fault: { kind: 'link-changed' } });
    expect(tags()).toEqual([TARGET.tag]);
  });
});
