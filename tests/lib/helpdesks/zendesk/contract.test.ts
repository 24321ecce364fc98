// @vitest-environment jsdom
import { withId, type Selector } from '@/lib/helpdesks/dom';
import { createZendeskAdapter } from '@/lib/helpdesks/zendesk/adapter';
import * as places from '@/lib/helpdesks/zendesk/selectors';
import { describeHelpdeskContract, type RecordedPage } from '@/tests/lib/helpdesks/contract-suite';

const ORIGIN = 'https://acme.zendesk.com';
const TICKET_URL = `${ORIGIN}/agent/tickets/4712`;
const TICKET = {
  id: '4712',
  subject: 'Export fails',
  channel: 'public',
  words: [
    'EX-4012',
    'known export bug',
    'any news?',
    'Ana Perez',
    'Product version',
    '9.2',
    'export',
  ],
} as const;

const page = (name: string, ticket: RecordedPage['ticket'], url = TICKET_URL): RecordedPage => ({
  file: `zendesk/pages/${name}.html`,
  url,
  ticket,
});
const same = { ...TICKET, words: [...TICKET.words] };

const isSelector = (value: unknown): value is Selector =>
  typeof value === 'object' && value !== null && 'css' in value;

describeHelpdeskContract({
  createAdapter: createZendeskAdapter,
  pages: [
    { ...page('light', same), mutate: true },
    { ...page('internal-note', { ...same, channel: 'internal' }), mutate: true },
    page('dark', same),
    page('german', same),
    page('right-to-left', same),
    page('custom-layout', same),
    page('no-property-box', same),
    page('span-sender', same),
    page('archived', { ...same, channel: 'none' }),
    page('messaging', { ...same, channel: 'chat' }),
    page('new-ticket', null, `${ORIGIN}/agent/tickets/new/1`),
  ],
  hiddenWords: ['Login loop', 'draft of 4711'],
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
  selectors: Object.values(places)
    .flatMap((value): unknown[] => (Array.isArray(value) ? value : [value]))
    .filter(isSelector)
    .map((selector) => withId(selector, '4712')),
});
