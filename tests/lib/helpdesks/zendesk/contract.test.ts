// @vitest-environment jsdom
import { withId, type Selector } from '@/lib/helpdesks/dom';
import { createZendeskAdapter } from '@/lib/helpdesks/zendesk/adapter';
import * as places from '@/lib/helpdesks/zendesk/selectors';
import { describeHelpdeskContract, type RecordedPage } from '@/tests/lib/helpdesks/contract-suite';
import { zendeskPagesCrossed } from '@/tests/support/pages/zendesk-pages';
import type { Channel } from '@/lib/model/page-state';

const ORIGIN = 'https://acme.zendesk.com';
const TICKET_URL = `${ORIGIN}/agent/tickets/4712`;
const SAID = ['EX-4012', 'known export bug', 'any news?'];
const FIELDS = ['Ana Perez', 'Product version', '9.2', 'export'];
const same = {
  id: '4712',
  subject: 'Export fails',
  channel: 'public',
  words: [...SAID, ...FIELDS],
} as const;

/** What stands behind a page that is made of a state, a language, a layout and a theme. */
function crossed(name: string): RecordedPage['ticket'] {
  const channels: [string, Channel][] = [
    ['archived', 'none'],
    ['internal-note', 'internal'],
    ['messaging', 'chat'],
  ];
  const [, channel = 'public'] = channels.find(([state]) => name.startsWith(state)) ?? [];
  return { ...same, channel, words: name.includes('no-fields') ? SAID : [...same.words] };
}

const page = (name: string, ticket: RecordedPage['ticket'], url = TICKET_URL): RecordedPage => ({
  name: `zendesk/${name}`,
  url,
  ticket,
});
const isSelector = (value: unknown): value is Selector =>
  typeof value === 'object' && value !== null && 'css' in value;

describeHelpdeskContract({
  createAdapter: createZendeskAdapter,
  pages: [
    { ...page('reply', same), mutate: true },
    { ...page('internal-note', { ...same, channel: 'internal' }), mutate: true },
    { ...page('side-conversation', same), mutate: true },
    page('no-fields', { ...same, words: SAID }),
    page('context-left', same),
    ...zendeskPagesCrossed.map((name) => page(name, crossed(name))),
    page('new-ticket', null, `${ORIGIN}/agent/tickets/new/1`),
  ],
  hiddenWords: ['Login loop', 'draft of 4711', 'carrier'],
  ownUrls: [
    TICKET_URL,
    `${TICKET_URL}/events`,
    `${TICKET_URL}?comment=1`,
    `${ORIGIN}/agent/tickets/new/1`,
    `${ORIGIN}/agent/dashboard`,
    'https://acme1700000000.zendesk.com/agent/filters/1',
  ],
  foreignUrls: [
    'https://acme.zendesk.com/hc/en-us/articles/8001-Fix',
    'https://acme.zendesk.com/agents/tickets/4712',
    'http://acme.zendesk.com/agent/tickets/4712',
    'https://zendesk.com/agent/tickets/4712',
    'https://acme.zendesk.com.evil.example/agent/tickets/4712',
    'https://acmezendesk.com/agent/tickets/4712',
    'https://secure.helpscout.net/conversation/1/4712',
    'https://example.org/',
    'about:blank',
  ],
  paneSelectors: ['ticket-layout', 'ticket-anchor', 'ticket-conversation'],
  selectors: Object.values(places)
    .flatMap((value): unknown[] => (Array.isArray(value) ? value : [value]))
    .filter(isSelector)
    .map((selector) => withId(selector, '4712')),
});
