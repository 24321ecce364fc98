// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { systemClock } from '@/lib/core/clock';
import { fault } from '@/lib/core/fault';
import { fail } from '@/lib/core/result';
import { createHelpscoutAdapter } from '@/lib/helpdesks/helpscout/adapter';
import * as places from '@/lib/helpdesks/helpscout/selectors';
import { describeHelpdeskContract, type RecordedPage } from '@/tests/lib/helpdesks/contract-suite';
import { createTestPage, showPage } from '@/tests/lib/helpdesks/test-page';
import type { Selector } from '@/lib/helpdesks/dom';
import { recordedPage } from '@/tests/support/pages/recorded-page';

const ORIGIN = 'https://secure.helpscout.net';
const CONVERSATION_URL = `${ORIGIN}/conversation/3100000001/44477`;
const TICKET = {
  id: '3100000001',
  subject: 'CSV export stops at 10,000 rows',
  channel: 'public',
  words: ['EXPORT_LIMIT', 'EXP-214', 'Which plan', 'Dana Ruiz', 'export', '44477'],
} as const;
const same = { ...TICKET, words: [...TICKET.words] };

const page = (
  name: string,
  ticket: RecordedPage['ticket'],
  url = CONVERSATION_URL,
): RecordedPage => ({ name: `helpscout/${name}`, url, ticket });

const isSelector = (value: unknown): value is Selector =>
  typeof value === 'object' && value !== null && 'css' in value;

const offline = { ask: () => Promise.resolve(fail(fault('offline'))) };
// Nothing mounts late here.
const createAdapter = () =>
  createHelpscoutAdapter(offline, systemClock, { threads: 0, composer: 30 });

describeHelpdeskContract({
  createAdapter,
  pages: [
    { ...page('reply', same), mutate: true },
    { ...page('note', { ...same, channel: 'internal' }), mutate: true },
    { ...page('plain-bodies', same), mutate: true },
    page('unlabelled', { ...same, channel: 'unknown' }),
    ...['german', 'french', 'japanese', 'arabic'].map((language) =>
      page(language, { ...same, channel: 'unknown' }),
    ),
    page('closed-composer', { ...same, channel: 'none' }),
    page('oldest-first', same),
    page('marks-on-items', same),
    page('dark', same),
    page('right-to-left', same),
    page('reply', same, `${CONVERSATION_URL}/?viewId=99451#thread-9000000001`),
    page('before-2024', {
      ...same,
      channel: 'none',
      words: ['EXPORT_LIMIT', 'EXP-214', 'Dana Ruiz'],
    }),
    page('new-conversation', null, `${ORIGIN}/inboxes/83ebc5d87292a795/conversation/new/`),
    page('list', null, `${ORIGIN}/inboxes/83ebc5d87292a795/views/99451`),
    page('list', null, `${ORIGIN}/search/?query=export`),
  ],
  hiddenWords: ['Login loop', 'draft of 41002', 'Import fails', 'dana.ruiz@', 'quoted history'],
  ownUrls: [
    CONVERSATION_URL,
    `${CONVERSATION_URL}/`,
    `${CONVERSATION_URL}?viewId=99451`,
    `${CONVERSATION_URL}/?folderId=8500#thread-9000000001`,
    `${ORIGIN}/conversation/3100000001`,
    `${ORIGIN}/inboxes/83ebc5d87292a795/views/99451`,
    `${ORIGIN}/inboxes/83ebc5d87292a795/conversation/new/`,
    `${ORIGIN}/views/all`,
    `${ORIGIN}/mailbox/83ebc5d87292a795/8500`,
    `${ORIGIN}/search/?query=export`,
    `${ORIGIN}/customer/749000001/`,
  ],
  foreignUrls: [
    'http://secure.helpscout.net/conversation/3100000001/44477',
    'https://app.helpscout.com/conversation/3100000001/44477',
    'https://secure.helpscout.net.evil.example/conversation/3100000001/44477',
    'https://evil-secure.helpscout.net/conversation/3100000001/44477',
    'https://secure.helpscout.net:8443/conversation/3100000001/44477',
    'https://secure.helpscout.net/members/login/',
    'https://secure.helpscout.net/authentication/authorizeClientApplication?client_id=x',
    'https://acme.zendesk.com/agent/tickets/4712',
    'https://example.org/',
    'about:blank',
  ],
  paneSelectors: [],
  selectors: Object.values(places).filter(isSelector),
});

describe('when nothing on the page is known any more', () => {
  it('address and title are left', async () => {
    const { title } = new DOMParser().parseFromString(recordedPage('helpscout/reply'), 'text/html');
    showPage(`<!doctype html><title>${title}</title><main>Something new</main>`);
    const adapter = createAdapter();
    const { signal } = new AbortController();
    const reading = await adapter.readTicket(createTestPage(CONVERSATION_URL), TICKET.id, signal);
    expect(reading).toMatchObject({
      ok: true,
      value: {
        readBy: 'dom',
        degraded: { kind: 'page-changed', detail: { selector: 'thread-list' } },
        ticket: {
          number: '44477',
          subject: TICKET.subject,
          requester: { name: 'Dana Ruiz' },
          messages: [],
        },
      },
    });
  });
});
