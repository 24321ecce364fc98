// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHelpscoutAdapter } from '@/lib/helpdesks/helpscout/adapter';
import { ok } from '@/lib/core/result';
import type { HelpdeskAdapter } from '@/lib/helpdesks/contract';
import { createApiWorld, type ApiWorld } from '@/tests/lib/helpdesks/helpscout/api-world';
import { createTestPage, showPage } from '@/tests/lib/helpdesks/test-page';
import {
  exportConversation,
  longConversation,
  printerConversation,
} from '@/tests/support/helpscout/test-conversations';

const { id, number } = exportConversation;

let world: ApiWorld;
let adapter: HelpdeskAdapter;
beforeEach(async () => {
  showPage('<!doctype html><title>x</title>');
  world = await createApiWorld([exportConversation, longConversation, printerConversation]);
  const access = world.createMailbox();
  adapter = createHelpscoutAdapter(access, () => world.time.now, { threads: 0, composer: 0 });
});
afterEach(() => world.standIn.close());

async function read(conversation = exportConversation) {
  const page = createTestPage(
    `https://secure.helpscout.net/conversation/${conversation.id}/${conversation.number}`,
  );
  const { signal } = new AbortController();
  return adapter.readTicket(page, String(conversation.id), signal);
}

const messagesOf = (reading: Awaited<ReturnType<typeof read>>) =>
  reading.ok ? reading.value.ticket.messages : [];

describe('reading by the API', () => {
  it('has subject, people, tags, fields, mailbox, and what was said, oldest first', async () => {
    expect(await read()).toEqual({
      ok: true,
      value: {
        readBy: 'api',
        degraded: null,
        ticket: {
          helpdesk: 'helpscout',
          origin: 'https://secure.helpscout.net',
          id: String(id),
          number: String(number),
          url: `https://secure.helpscout.net/conversation/${id}/${number}`,
          subject: 'CSV export stops at 10,000 rows',
          requester: { name: 'Dana Ruiz' },
          tags: ['export', 'vip'],
          fields: [
            { name: 'Mailbox', value: 'Fernway Support' },
            { name: 'Plan', value: 'Team' },
          ],
          messages: [
            {
              author: 'customer',
              visibility: 'public',
              text: 'When I export orders to CSV the file stops at 10,000 rows.\nError EXPORT_LIMIT',
              at: '2026-11-20T09:12:00Z',
            },
            {
              author: 'agent',
              visibility: 'public',
              text: 'Which plan are you on?',
              at: '2026-11-20T09:40:00Z',
            },
            {
              author: 'agent',
              visibility: 'internal',
              text: 'Looks like EXP-214.',
              at: '2026-11-20T10:05:00Z',
            },
          ],
        },
      },
    });
    expect(world.calls()).toEqual([`GET /conversations/${id}?embed=threads`, 'GET /mailboxes/85']);
  });

  it('asks for the mailbox once', async () => {
    await read();
    await read(printerConversation);
    expect(world.calls().filter((call) => call.includes('mailboxes'))).toHaveLength(1);
  });

  it('follows the pages of long conversations', async () => {
    const messages = messagesOf(await read(longConversation));
    expect(messages).toHaveLength(60);
    expect([messages[0]?.text, messages[59]?.text]).toEqual(['Message 1', 'Message 60']);
  });

  it('keeps what it has when a later page fails', async () => {
    world.standIn.failNext({ path: /threads\?page=2/, status: 500 });
    const reading = await read(longConversation);
    expect(reading).toMatchObject({ value: { degraded: { kind: 'server-error' } } });
    expect(messagesOf(reading)).toHaveLength(25);
  });

  it('reads a merged conversation under the number of the page', async () => {
    world.standIn.world.merge(exportConversation.id, printerConversation.id);
    const reading = await read();
    expect(reading).toMatchObject({ value: { readBy: 'api', ticket: { id: String(id) } } });
    const text = JSON.stringify(messagesOf(reading));
    expect(text).toContain('SYNC-4031 <spooler>');
    expect(text).toContain('EXPORT_LIMIT');
  });

  it('runs nothing of a hostile body and leaves quoted mail out', async () => {
    world.standIn.world.addThread(id, {
      from: 'customer',
      html:
        '<img src=x onerror="window.hacked = 1"><script>window.hacked = 1</script>' +
        `Still broken<blockquote>old mail</blockquote>${'<div>'.repeat(3000)}deep`,
    });
    const last = messagesOf(await read()).at(-1);
    expect(last?.text).toContain('Still broken');
    expect(last?.text).not.toContain('old mail');
    expect(last?.text).not.toContain('hacked');
    expect('hacked' in window).toBe(false);
  });

  it('an odd record costs itself only', async () => {
    const access = world.createMailbox();
    const odd = [null, 7, {}, { id: 'x', body: 8 }];
    const strange = createHelpscoutAdapter({
      async ask(request) {
        const answer = await access.ask(request);
        if (!answer.ok || request.op !== 'conversation.read') return answer;
        const value = answer.value as { tags: unknown[]; _embedded: { threads: unknown[] } };
        value.tags.push(...odd);
        value['_embedded'].threads.unshift(...odd);
        return ok({ ...value, primaryCustomer: null, customFields: odd });
      },
    });
    adapter = strange;
    const reading = await read();
    expect(reading).toMatchObject({
      value: { readBy: 'api', ticket: { tags: ['export', 'vip'] } },
    });
    expect(messagesOf(reading)).toHaveLength(3);
  });

  it.each([[null], ['text'], [{}], [{ id: {} }], [[]]])('%j is no conversation', async (value) => {
    adapter = createHelpscoutAdapter(
      { ask: () => Promise.resolve(ok(value)) },
      () => world.time.now,
      { threads: 0, composer: 0 },
    );
    expect(await read()).toMatchObject({ ok: false, fault: { kind: 'page-changed' } });
  });
});

describe('when the API does not answer', () => {
  it('the page is read, and it is said why', async () => {
    world.standIn.failNext({ path: /conversations/, status: 500 });
    showPage(
      '<title>#44477 CSV export - Dana Ruiz</title><ol data-testid="ThreadContainer">' +
        '<li class="ThreadListItem"><div id="thread-1" class="is-customer">' +
        '<div class="is-ignoring-table">From the page</div></div></li></ol>',
    );
    expect(await read()).toMatchObject({
      value: {
        readBy: 'dom',
        degraded: { kind: 'server-error' },
        ticket: { subject: 'CSV export', messages: [{ text: 'From the page' }] },
      },
    });
  });

  it('without an API the page is not a worse way', async () => {
    world.stored.app = null;
    showPage(
      '<title>#44477 CSV export - Dana Ruiz</title><div data-cy="EditableTextarea">CSV export</div>' +
        '<ol data-testid="ThreadContainer"><li class="ThreadListItem"><div id="thread-1" ' +
        'class="is-customer"><div class="is-ignoring-table">From the page</div></div></li></ol>',
    );
    expect(await read()).toMatchObject({ value: { readBy: 'dom', degraded: null } });
  });
});
