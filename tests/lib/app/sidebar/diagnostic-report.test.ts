// @vitest-environment jsdom
/** The report says what is wrong with the page, and nothing of whose page it is. */
import { expect, it } from 'vitest';
import { checkHealth } from '@/lib/app/page-health';
import { diagnosticReport, type ReportContext } from '@/lib/app/sidebar/diagnostic-report';
import { looksOf, type ReadState } from '@/lib/app/sidebar/page-trouble';
import { fault } from '@/lib/core/fault';
import { addForms } from '@/lib/helpdesks/dom';
import { ANATOMIES } from '@/lib/helpdesks/registry';
import { createZendeskAdapter } from '@/lib/helpdesks/zendesk/adapter';
import type { PageHealth, PageTrouble } from '@/lib/model/page-health';
import { createTestPage, showPage } from '@/tests/lib/helpdesks/test-page';
import { recordedPage } from '@/tests/support/pages/recorded-page';

const { zendesk } = ANATOMIES;
const SECRETS = [
  'acme',
  '4712',
  'SECRET-7741',
  'dana.ruiz@customer.example',
  'Export fails',
  'Ana Perez',
  'javascript:',
];
const SECRET = SECRETS.join(' ');

const context: ReportContext = {
  version: '1.2.3',
  userAgent: 'Mozilla/5.0 (X11; SECRET-7741) Chrome/156.0.1 Safari/537.36',
  now: Date.parse('2026-11-22T15:00:00Z'),
  helpdesk: 'zendesk',
};
const page: ReadState = {
  kind: 'ticket',
  ticket: {
    helpdesk: 'zendesk',
    origin: 'https://acme.zendesk.com',
    id: '4712',
    url: 'https://acme.zendesk.com/agent/tickets/4712',
    subject: SECRET,
    messages: [{ author: 'customer', visibility: 'public', text: SECRET, at: SECRET }],
    requester: { name: SECRET, organisation: SECRET },
    tags: [SECRET],
    fields: [{ name: SECRET, value: SECRET }],
  },
  channel: 'public',
  readBy: 'dom',
  degraded: fault('bad-response', { why: SECRET, status: SECRET }),
};
const leaks = (report: string) => SECRETS.filter((secret) => report.includes(secret));

/** Puts the customer's words wherever a page can hold some. */
function fillWithSecrets(): void {
  for (const element of document.querySelectorAll('body *')) {
    if (element.childElementCount === 0) element.textContent = SECRET;
    element.setAttribute('data-secret', SECRET);
    for (const name of ['title', 'value', 'aria-label', 'datetime', 'data-channel']) {
      if (element.hasAttribute(name)) element.setAttribute(name, SECRET);
    }
  }
  document.title = SECRET;
}

it('holds no word, number, address or account of the page', async () => {
  showPage(recordedPage('zendesk/reply'));
  fillWithSecrets();
  addForms(document, { subject: ['[data-secret*="dana.ruiz@customer.example"]'] });
  const answer = () => Promise.resolve(new Response(SECRET, { status: 200 }));
  const testPage = createTestPage('https://acme.zendesk.com/agent/tickets/4712', answer);
  const adapter = createZendeskAdapter();
  await adapter.readTicket(testPage, '4712', new AbortController().signal);
  const health = checkHealth(testPage, adapter, looksOf(zendesk, '4712'));
  expect(JSON.stringify(health)).not.toContain('SECRET');
  const report = diagnosticReport(page, health, zendesk, null, context);
  addForms(document, undefined);
  expect(leaks(report)).toEqual([]);
  expect(report).toContain('ticket: bad-response');
});

it('repeats nothing that a page could have made up', () => {
  const invented: PageHealth = {
    helpdesk: 'zendesk',
    isInFront: true,
    selectors: [{ name: SECRET, found: [1] }],
    endpoints: { [SECRET]: SECRET, '/api/v2/tickets/{id}.json': SECRET, session: SECRET },
    added: { [SECRET]: 1 },
  };
  const report = diagnosticReport(page, invented, zendesk, null, context);
  expect(leaks(report)).toEqual([]);
  expect(report).toContain('  ticket: unknown');
});

it('says what is to be known', () => {
  showPage(recordedPage('zendesk/reply'));
  document.querySelectorAll('[data-test-id="omni-header-subject"]').forEach((element) => {
    element.removeAttribute('data-test-id');
    element.setAttribute('name', 'subject');
    element.setAttribute('data-now', 'subject');
  });
  addForms(document, { tag: ['.nothing'], requester: ['[data-now="subject"]'] });
  const testPage = createTestPage('https://acme.zendesk.com/agent/tickets/4712');
  const health = checkHealth(testPage, createZendeskAdapter(), looksOf(zendesk, '4712'));
  const trouble: PageTrouble = { helpdesk: 'zendesk', parts: ['composer'], way: 'dom' };
  const report = diagnosticReport(page, health, zendesk, trouble, context);
  addForms(document, undefined);
  for (const line of [
    'time: 2026-11-22T15:00:00.000Z',
    'trivet: 1.2.3',
    'browser: Chrome/156.0.1',
    'layout: standard',
    'ticket: in front, read by dom, reply box public, fault bad-response',
    'told the agent: composer',
    '  subject: form 3 [0 0 1] (seen ticket page, Agent Workspace, 2025-08)',
    'added forms in force',
    '  ticket: not asked (/api/v2/tickets/{id}.json; developer.zendesk.com, 2026-08)',
  ]) {
    expect(report).toContain(line);
  }
});
