// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createZendeskAdapter } from '@/lib/helpdesks/zendesk/adapter';
import type { TicketReading } from '@/lib/helpdesks/contract';
import { createTestPage, showPage } from '@/tests/lib/helpdesks/test-page';
import { recordedPage } from '@/tests/support/pages/recorded-page';
import { unwrap } from '@/tests/support/unwrap';

const element = (css: string) =>
  document.querySelector<HTMLElement>(`[data-test-id^="ticket-4712-"] ${css}`)!;

/** Without a network, so that the page is all there is. */
async function read(name: string, change = () => {}): Promise<TicketReading> {
  showPage(recordedPage(`zendesk/${name}`));
  change();
  const page = createTestPage('https://acme.zendesk.com/agent/tickets/4712');
  const { signal } = new AbortController();
  return unwrap(await createZendeskAdapter().readTicket(page, '4712', signal));
}

const SAID = [
  ['customer', 'public', 'The CSV export stops with error EX-4012.', '2026-08-30T08:00:00Z'],
  ['agent', 'internal', 'Looks like the known export bug.', '2026-08-30T09:00:00Z'],
  ['customer', 'public', 'any news?', '2026-08-30T09:05:00Z'],
];
const said = ({ ticket }: TicketReading) =>
  ticket.messages.map(({ author, visibility, text, at }) => [author, visibility, text, at]);

describe('messages', () => {
  it.each(['reply', 'messaging', 'ar', 'ja', 'context-left', 'no-fields', 'span-sender'])(
    'whole and in order: %s',
    async (name) => {
      expect(said(await read(name))).toEqual(SAID);
    },
  );

  it.each(['side-conversation', 'archived-side-conversation'])(
    'nothing of a side conversation, its subject neither: %s',
    async (name) => {
      const reading = await read(name);
      expect(said(reading)).toEqual(SAID);
      expect(reading.ticket.subject).toBe('Export fails');
    },
  );

  it('nothing of one that stands inside the log, by its editor or by its name', async () => {
    const intoLog = () => {
      const thread = element('.side-thread');
      element('.conversation-polaris [data-test-id="omni-log-container"]').append(thread);
      return thread;
    };
    expect(said(await read('side-conversation', () => void intoLog()))).toEqual(SAID);
    const closed = await read('side-conversation', () => {
      const thread = intoLog();
      thread.querySelector('.side-editor')!.remove();
      thread.setAttribute('data-test-id', 'side-conversation-thread');
    });
    expect(said(closed)).toEqual(SAID);
  });

  it('no subject of a side conversation where the ticket’s own is gone', async () => {
    const reading = await read('side-conversation', () =>
      element('[data-test-id="omni-header-subject"]').remove(),
    );
    expect(reading).toMatchObject({
      ticket: { subject: '' },
      degraded: { kind: 'page-changed', detail: { selector: 'subject' } },
    });
  });
});

describe('what the page has not loaded', () => {
  it.each([
    ['reply', true],
    ['archived', true],
    ['all-loaded', false],
  ])('%s: partial is %s', async (name, isPartial) => {
    expect((await read(name)).isPartial).toBe(isPartial);
  });

  it('is no matter of a side conversation', async () => {
    const { isPartial } = await read('all-loaded', () => {
      const more = document.createElement('button');
      more.dataset['testId'] = 'convolog-show-more-button';
      element('[data-test-id="column-3"]').append(more);
    });
    expect(isPartial).toBe(false);
  });
});

it.each(['-', '–', '—', ''])('a field that shows "%s" has no value', async (empty) => {
  const { ticket } = await read('reply', () => {
    element('[data-test-id^="ticket-form-field-"] [data-garden-id]').textContent = empty;
  });
  expect(ticket.fields).toEqual([]);
});
