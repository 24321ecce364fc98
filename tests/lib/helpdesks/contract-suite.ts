/** What every helpdesk adapter must do on every recorded page of its helpdesk, whatever became of the page. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '@/lib/core/fault';
import type { HelpdeskAdapter } from '@/lib/helpdesks/contract';
import type { Selector } from '@/lib/helpdesks/dom';
import { createAdapters } from '@/lib/helpdesks/registry';
import { linkViewSchema, type LinkTarget } from '@/lib/model/link';
import type { Channel } from '@/lib/model/page-state';
import { ticketSchema } from '@/lib/model/ticket';
import { describeMutations } from '@/tests/lib/helpdesks/mutations';
import { createTestPage, showPage } from '@/tests/lib/helpdesks/test-page';
import { recordedPage } from '@/tests/support/pages/recorded-page';

export interface RecordedPage {
  /** What `recordedPage` knows it by. */
  name: string;
  url: string;
  /** Break every selector on it in turn in the usual run, which takes a while. */
  mutate?: boolean;
  /** Null where no numbered ticket is in front. */
  ticket: {
    id: string;
    subject: string;
    channel: Channel;
    /** Words of the ticket that a reading must have. */
    words: readonly string[];
  } | null;
}

export interface ContractParts {
  createAdapter: () => HelpdeskAdapter;
  pages: RecordedPage[];
  /** Words of tickets that stand hidden in the recorded pages. */
  hiddenWords: string[];
  ownUrls: string[];
  foreignUrls: string[];
  /** Everything the adapter looks for, with a recorded ticket's number filled in. */
  selectors: Selector[];
  /** Names of those that find a ticket's pane: any of them will do. */
  paneSelectors: readonly string[];
}

const TARGET: LinkTarget = {
  tag: 'known-issue-fern-1042',
  note: 'Known issue: FERN-1042',
  undoNote: 'No longer linked to the known issue FERN-1042.',
  problemId: null,
};

const signal = () => new AbortController().signal;

/** Runs the suite; call it at the top level of the adapter's own contract test. */
export function describeHelpdeskContract(parts: ContractParts): void {
  describe('addresses', () => {
    it.each(parts.ownUrls)('%s is its own, and nobody else’s', (url) => {
      const matching = createAdapters().filter((adapter) => adapter.matches(new URL(url)));
      expect(matching.map(({ name }) => name)).toEqual([parts.createAdapter().name]);
    });
    it.each(parts.foreignUrls)('%s is not its own', (url) => {
      expect(parts.createAdapter().matches(new URL(url))).toBe(false);
    });
  });
  describe.each(parts.pages)('$name', (recorded) => {
    beforeEach(() => showPage(recordedPage(recorded.name)));
    describePage(parts, recorded);
    const { ticket } = recorded;
    if (ticket) describeTicket(parts, recorded, ticket);
  });
  describe('foreign pages', () => {
    describeForeign(parts);
  });
  describe('broken pages', () => {
    describeMutations(parts, complaintsAbout);
  });
}

function describePage(parts: ContractParts, { url, ticket }: RecordedPage): void {
  it('answers each time the same, and touches nothing', async () => {
    const adapter = parts.createAdapter();
    const page = createTestPage(url);
    const before = document.documentElement.outerHTML;
    const first = adapter.locate(page);
    const expected = ticket ? ['ticket'] : ['none', 'new'];
    expect(expected).toContain(first.state);
    await adapter.readTicket(page, ticket?.id ?? '1', signal());
    adapter.observe(page, () => {})();
    expect(adapter.locate(page)).toEqual(first);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('has no exceptions, whatever is asked of it', async () => {
    expect(await complaintsAbout(parts, url, ticket?.id ?? '1')).toEqual([]);
  });
}

function describeTicket(
  parts: ContractParts,
  { url }: RecordedPage,
  { id, subject, channel, words }: NonNullable<RecordedPage['ticket']>,
): void {
  it('finds the ticket, and where text would go', () => {
    const location = parts.createAdapter().locate(createTestPage(url));
    expect(location).toMatchObject({ state: 'ticket', id, channel });
  });

  it('reads the page itself when the helpdesk does not answer', async () => {
    const reading = await parts.createAdapter().readTicket(createTestPage(url), id, signal());
    expect(reading).toMatchObject({
      ok: true,
      value: { readBy: 'dom', degraded: { kind: 'offline' }, ticket: { id, subject } },
    });
    const ticket = reading.ok ? ticketSchema.parse(reading.value.ticket) : null;
    const text = JSON.stringify(ticket);
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
    expect(parts.hiddenWords.filter((word) => text.includes(word))).toEqual([]);
  });

  it('says how it would link, or why it cannot, and touches nothing', async () => {
    const page = createTestPage(url);
    const before = document.documentElement.outerHTML;
    const view = await parts.createAdapter().linking.preview(page, id, TARGET, signal());
    expect(document.documentElement.outerHTML).toBe(before);
    expect(page.editors.targets).toEqual([]);
    const complaints = view.ok ? [] : complaintsAboutFault(view.fault);
    expect(complaints).toEqual([]);
    // What is shown is all that will change, so an unlinked ticket has something to show.
    const shown = view.ok ? linkViewSchema.parse(view.value) : null;
    expect(shown === null || (shown.state === 'unlinked') === shown.changes.length > 0).toBe(true);
  });

  it('has an address that leads to the ticket and to nothing else', () => {
    const adapter = parts.createAdapter();
    const address = adapter.ticketUrl(new URL(url).origin, id);
    expect(adapter.matches(new URL(address))).toBe(true);
    expect(adapter.locate(createTestPage(address))).toMatchObject({ state: 'ticket', id });
  });
}

/** What is wrong with how the adapter takes this page, whatever became of it. */
async function complaintsAbout(parts: ContractParts, url: string, id: string): Promise<string[]> {
  const adapter = parts.createAdapter();
  const page = createTestPage(url);
  adapter.locate(page);
  const reading = await adapter.readTicket(page, id, signal());
  const text = reading.ok ? JSON.stringify(reading.value.ticket) : '';
  const complaints = parts.hiddenWords
    .filter((word) => text.includes(word))
    .map((word) => `read from a hidden ticket: ${word}`);
  if (!reading.ok) complaints.push(...complaintsAboutFault(reading.fault));
  const view = await adapter.linking.preview(page, id, TARGET, signal());
  if (!view.ok) complaints.push(...complaintsAboutFault(view.fault));
  const content = { form: 'link', html: '<p>x</p>', text: 'x', hrefs: [] as string[] } as const;
  const inserted = await adapter.insert(page, {
    ticketId: id,
    visibility: 'internal',
    ...content,
  });
  if (!inserted.ok) return [...complaints, ...complaintsAboutFault(inserted.fault)];
  // Internal text went somewhere: that must have been a note, in the only reply box in sight.
  if (inserted.value.channel !== 'internal') complaints.push('internal text to a customer');
  const again = adapter.locate(page);
  const isThere = again.state === 'ticket' && again.id === id;
  if (!isThere || again.composer !== page.editors.targets[0]) complaints.push('another reply box');
  return complaints;
}

function complaintsAboutFault({ kind, detail }: Fault): string[] {
  if (kind === 'unexpected') return ['a fault that says nothing'];
  const isNamed = typeof detail?.['selector'] === 'string';
  return kind === 'page-changed' && !isNamed ? ['page-changed without a selector’s name'] : [];
}

function describeForeign(parts: ContractParts): void {
  const [recorded] = parts.pages;
  it.each(parts.foreignUrls)('%s: nothing in front, nothing read, nothing written', async (url) => {
    showPage(recordedPage(recorded!.name));
    const adapter = parts.createAdapter();
    const page = createTestPage(url);
    expect(adapter.locate(page)).toEqual({ state: 'none' });
    expect((await adapter.readTicket(page, '1', signal())).ok).toBe(false);
    expect(page.editors.targets).toEqual([]);
  });

  it('an empty document at its own address is a page that changed, not an exception', async () => {
    showPage('<!doctype html><title>x</title>');
    const { url, ticket } = parts.pages.find((page) => page.ticket !== null)!;
    expect(await complaintsAbout(parts, url, ticket!.id)).toEqual([]);
    const page = createTestPage(url);
    const reading = await parts.createAdapter().readTicket(page, ticket!.id, signal());
    expect(reading).toMatchObject({ ok: false, fault: { kind: 'page-changed' } });
  });
}
