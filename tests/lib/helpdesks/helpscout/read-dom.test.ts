// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { createHelpscoutAdapter } from '@/lib/helpdesks/helpscout/adapter';
import { noAccess } from '@/lib/helpdesks/helpscout/api';
import { createTestPage, showPage, type TestPage } from '@/tests/lib/helpdesks/test-page';
import { recordedPage } from '@/tests/support/pages/recorded-page';

const ID = '3100000001';
let page: TestPage;

beforeEach(() => show('reply'));

function show(name: string): void {
  showPage(recordedPage(`helpscout/${name}`));
  page = createTestPage(`https://secure.helpscout.net/conversation/${ID}/44477`);
}

async function read() {
  const adapter = createHelpscoutAdapter(noAccess, () => 0, { threads: 0, composer: 0 });
  const reading = await adapter.readTicket(page, ID, new AbortController().signal);
  if (!reading.ok) throw new Error(reading.fault.kind);
  return reading.value;
}

const shownThread = (number: number) => document.querySelector(`#thread-900000000${number}`)!;

describe('threads', () => {
  it.each(['reply', 'oldest-first', 'marks-on-items', 'plain-bodies', 'german'])(
    'in order of time, whatever their order on the page: %s',
    async (name) => {
      show(name);
      expect((await read()).ticket.messages).toEqual([
        {
          author: 'customer',
          visibility: 'public',
          text: 'When I export orders to CSV the file stops at 10,000 rows.\n\nError EXPORT_LIMIT.',
          at: '',
        },
        { author: 'agent', visibility: 'public', text: 'Which plan are you on?', at: '' },
        {
          author: 'agent',
          visibility: 'internal',
          text: 'Looks like EXP-214. Not told to the customer.',
          at: '2026-11-20T10:05:00Z',
        },
      ]);
    },
  );

  it('a note stays one, whatever else it is marked as', async () => {
    shownThread(3).classList.add('is-customer');
    const note = (await read()).ticket.messages.at(-1);
    expect(note).toMatchObject({ author: 'agent', visibility: 'internal' });
  });

  it('without any mark are the customer’s: better to search with too much', async () => {
    for (const thread of document.querySelectorAll('.ThreadListItem, [id^="thread-"]')) {
      thread.classList.remove('is-customer', 'is-note');
      thread.removeAttribute('aria-label');
    }
    const { messages } = (await read()).ticket;
    expect(messages.map(({ author }) => author)).toEqual(['customer', 'customer', 'customer']);
  });

  it('without text are left out', async () => {
    shownThread(2).querySelector('.is-wide-layout')!.innerHTML = '<script>x()</script><br>';
    expect((await read()).ticket.messages).toHaveLength(2);
  });

  it('of any depth and size are read within the limit', async () => {
    const body = shownThread(1).querySelector('.is-wide-layout')!;
    let deepest: Element = body;
    for (let depth = 0; depth < 500; depth++) {
      deepest = deepest.appendChild(document.createElement('div'));
    }
    deepest.textContent = 'word '.repeat(100_000);
    const [first] = (await read()).ticket.messages;
    expect(first?.text.length).toBeLessThanOrEqual(20_000);
  });
});

describe('what is missing', () => {
  it('is named while the title tells the rest', async () => {
    document.querySelectorAll('ol').forEach((list) => list.remove());
    expect(await read()).toMatchObject({
      readBy: 'dom',
      degraded: { kind: 'page-changed', detail: { selector: 'thread-list' } },
      ticket: { subject: 'CSV export stops at 10,000 rows', messages: [] },
    });
  });

  it.each([
    ['thread', (list: Element) => list.replaceChildren()],
    [
      'thread-body',
      (list: Element) => {
        for (const thread of list.querySelectorAll('[id^="thread-"]')) thread.replaceChildren();
      },
    ],
  ])('%s', async (selector, harm) => {
    harm(document.querySelectorAll('ol')[1]!);
    expect(await read()).toMatchObject({
      degraded: { kind: 'page-changed', detail: { selector } },
    });
  });

  it('of the header comes from the title', async () => {
    document.querySelector('header')!.remove();
    document.querySelector('aside')!.remove();
    expect(await read()).toMatchObject({
      degraded: null,
      ticket: { subject: 'CSV export stops at 10,000 rows', requester: { name: 'Dana Ruiz' } },
    });
    document.title = 'Help Scout';
    expect(await read()).toMatchObject({
      degraded: { kind: 'page-changed', detail: { selector: 'subject' } },
    });
  });

  it('is made good by what the agent has marked', async () => {
    const [, list] = document.querySelectorAll('ol');
    document.getSelection()?.selectAllChildren(shownThread(1).querySelector('.is-wide-layout')!);
    list!.removeAttribute('data-testid');
    list!.removeAttribute('aria-label');
    const { readBy, ticket } = await read();
    expect(readBy).toBe('selection');
    expect(ticket.messages[0]?.text).toContain('EXPORT_LIMIT');
    expect(ticket.subject).toBe('CSV export stops at 10,000 rows');
  });
});
