/** What every helpdesk adapter must do on every recorded page of its helpdesk, whatever became of the page. */
import { beforeEach, describe, expect, it } from 'vitest';
import { FAULT_KINDS } from '@/lib/core/fault';
import type { HelpdeskAdapter, Insertion } from '@/lib/helpdesks/contract';
import type { Selector } from '@/lib/helpdesks/dom';
import { createAdapters } from '@/lib/helpdesks/registry';
import type { Channel } from '@/lib/model/page-state';
import { ticketSchema } from '@/lib/model/ticket';
import { createTestPage, readFixture, showPage } from '@/tests/lib/helpdesks/test-page';

export interface RecordedPage {
  /** Below tests/fixtures. */
  file: string;
  url: string;
  /** Take every selector away from it in turn, which takes a while. */
  mutate?: boolean;
  /** Null where no numbered ticket is in front. */
  ticket: {
    id: string;
    subject: string;
    channel: Channel;
    /** Words of the ticket that a reading must have. */
    words: string[];
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
}

const MUTATIONS = ['removed', 'renamed', 'duplicated'] as const;
type Mutation = (typeof MUTATIONS)[number];

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
  describe.each(parts.pages)('$file', (recorded) => describePage(parts, recorded));
  describe('foreign pages', () => describeForeign(parts));
}

function describePage(parts: ContractParts, recorded: RecordedPage): void {
  const { ticket } = recorded;
  beforeEach(() => showPage(readFixture(recorded.file)));

  it('finds what is in front, each time the same, and touches nothing', async () => {
    const adapter = parts.createAdapter();
    const page = createTestPage(recorded.url);
    const before = document.documentElement.outerHTML;
    const first = adapter.locate(page);
    expect(adapter.locate(page)).toEqual(first);
    if (ticket) {
      const { id, channel } = ticket;
      expect(first).toMatchObject({ state: 'ticket', id, channel });
    } else expect(['none', 'new']).toContain(first.state);
    await adapter.readTicket(page, ticket?.id ?? '1', signal());
    const stop = adapter.observe(page, () => {});
    stop();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('reads the page itself when the helpdesk does not answer', async () => {
    const reading = await parts
      .createAdapter()
      .readTicket(createTestPage(recorded.url), ticket?.id ?? '1', signal());
    if (!ticket) {
      expect(reading.ok).toBe(false);
      return;
    }
    if (!reading.ok) throw new Error(`Not read: ${reading.fault.kind}`);
    const { value } = reading;
    expect(value).toMatchObject({ readBy: 'dom', degraded: { kind: 'offline' } });
    expect(ticketSchema.parse(value.ticket)).toMatchObject({
      id: ticket.id,
      subject: ticket.subject,
    });
    const text = JSON.stringify(value.ticket);
    for (const word of ticket.words) expect(text).toContain(word);
    for (const word of parts.hiddenWords) expect(text).not.toContain(word);
  });

  if (!ticket || !recorded.mutate) return;
  describe.each(MUTATIONS)('with a selector %s', (mutation) => {
    it.each(parts.selectors)('$name', async (selector) => {
      mutate(selector, mutation);
      await expectOwnFaults(parts, recorded, ticket.id);
    });
  });
}

/** Whatever became of the page: answers, never exceptions, and no write outside the visible ticket. */
async function expectOwnFaults(
  parts: ContractParts,
  recorded: RecordedPage,
  id: string,
): Promise<void> {
  const adapter = parts.createAdapter();
  const page = createTestPage(recorded.url);
  const location = adapter.locate(page);
  expect(['ticket', 'switching', 'new', 'none']).toContain(location.state);
  const reading = await adapter.readTicket(page, id, signal());
  if (reading.ok) {
    const text = JSON.stringify(reading.value.ticket);
    for (const word of parts.hiddenWords) expect(text).not.toContain(word);
  } else {
    expect(FAULT_KINDS.filter((kind) => kind !== 'unexpected')).toContain(reading.fault.kind);
    if (reading.fault.kind === 'page-changed') {
      expect(reading.fault.detail?.['selector']).toEqual(expect.any(String));
    }
  }
  const insertion: Insertion = {
    ticketId: id,
    form: 'link',
    html: '<p>x</p>',
    text: 'x',
    hrefs: [],
    visibility: 'internal',
  };
  const inserted = await adapter.insert(page, insertion);
  if (inserted.ok) {
    // Internal text went somewhere: that must have been a note, and the only reply box in sight.
    expect(inserted.value.channel).toBe('internal');
    const again = adapter.locate(page);
    expect(again).toMatchObject({ state: 'ticket', id, composer: page.editors.targets[0] });
  } else expect(inserted.fault.kind).not.toBe('unexpected');
}

function mutate({ css }: Selector, mutation: Mutation): void {
  const found = new Set(css.flatMap((one) => [...document.querySelectorAll(one)]));
  for (const element of found) {
    if (mutation === 'removed') element.remove();
    if (mutation === 'duplicated') element.after(element.cloneNode(true));
    if (mutation !== 'renamed') continue;
    for (const { name } of [...element.attributes]) {
      if (name === 'style') continue;
      element.setAttribute(`x-${name}`, element.getAttribute(name) ?? '');
      element.removeAttribute(name);
    }
  }
}

function describeForeign(parts: ContractParts): void {
  it.each(parts.foreignUrls)('%s: nothing in front, nothing read, nothing written', async (url) => {
    showPage(readFixture(parts.pages[0]!.file));
    const adapter = parts.createAdapter();
    const page = createTestPage(url);
    expect(adapter.locate(page)).toEqual({ state: 'none' });
    expect((await adapter.readTicket(page, '1', signal())).ok).toBe(false);
    expect(page.editors.targets).toEqual([]);
  });

  it('an empty document at its own address is a page that changed, not an exception', async () => {
    showPage('<!doctype html><title>x</title>');
    const recorded = parts.pages.find(({ ticket }) => ticket !== null)!;
    await expectOwnFaults(parts, recorded, recorded.ticket!.id);
    const page = createTestPage(recorded.url);
    const reading = await parts.createAdapter().readTicket(page, recorded.ticket!.id, signal());
    expect(reading).toMatchObject({ ok: false, fault: { kind: 'page-changed' } });
  });
}
