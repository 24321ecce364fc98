// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail } from '@/lib/core/result';
import type { Insertion } from '@/lib/helpdesks/contract';
import { createZendeskComposer } from '@/lib/helpdesks/zendesk/composer';
import { createTestPage, showPage, type TestPage } from '@/tests/lib/helpdesks/test-page';
import { recordedPage } from '@/tests/support/pages/recorded-page';

const HREF = 'https://help.fernway.example/a';
const insertion: Insertion = {
  ticketId: '4712',
  form: 'link',
  html: `<a href="${HREF}">Fix &lt;it&gt;</a>`,
  text: 'Fix <it>',
  hrefs: [HREF],
  visibility: 'public',
};

let page: TestPage;
let time = 0;
const composer = () => createZendeskComposer(() => time);
const setChannel = (value: string) => {
  const button = document.querySelector<HTMLElement>(
    '[data-test-id="ticket-4712-standard-layout"] [data-channel]',
  );
  button!.dataset['channel'] = value;
};
beforeEach(() => {
  showPage(recordedPage('zendesk/reply'));
  page = createTestPage('https://acme.zendesk.com/agent/tickets/4712');
  time = 0;
});

describe('insert', () => {
  it('goes to the visible ticket’s reply box', async () => {
    const receipt = await composer().insert(page, insertion);
    expect(receipt).toMatchObject({ ok: true, value: { ticketId: '4712', channel: 'public' } });
    const [target] = page.editors.targets;
    expect(target?.closest('[data-is-active="true"]')).not.toBeNull();
    const { form, html, text, hrefs } = insertion;
    expect(page.editors.contents).toEqual([{ form, html, text, hrefs }]);
  });

  it.each(['web', 'native_messaging', 'hologram'])('nothing internal into %s', async (channel) => {
    setChannel(channel);
    for (const visibility of ['internal', 'restricted', 'unknown'] as const) {
      const result = await composer().insert(page, { ...insertion, visibility });
      expect(result).toMatchObject({ ok: false, fault: { kind: 'not-public' } });
    }
    expect(page.editors.targets).toEqual([]);
  });

  it('anything into a note', async () => {
    setChannel('internal');
    for (const visibility of ['public', 'internal', 'restricted', 'unknown'] as const) {
      const result = await composer().insert(page, { ...insertion, visibility });
      expect(result).toMatchObject({ ok: true, value: { channel: 'internal' } });
    }
  });

  it.each([
    ['another ticket', '/agent/tickets/4711', 'switching'],
    ['a page without ticket', '/agent/dashboard', 'no-ticket'],
    ['a new ticket', '/agent/tickets/new/1', 'no-ticket'],
  ])('not into %s', async (_, path, kind) => {
    page.address = `https://acme.zendesk.com${path}`;
    expect(await composer().insert(page, insertion)).toMatchObject({ ok: false, fault: { kind } });
    expect(page.editors.targets).toEqual([]);
  });

  it('not where there is no reply box', async () => {
    showPage(recordedPage('zendesk/archived'));
    expect(await composer().insert(page, insertion)).toMatchObject({
      fault: { kind: 'no-composer' },
    });
  });

  it('writes text and addresses out for a chat', async () => {
    setChannel('native_messaging');
    await composer().insert(page, { ...insertion, text: 'Fix <it>\nnow' });
    expect(page.editors.contents).toEqual([
      {
        form: 'link',
        html: `<p>Fix &lt;it&gt;</p><p>now</p><p>${HREF}</p>`,
        text: `Fix <it>\nnow\n${HREF}`,
        hrefs: [],
      },
    ]);
  });
});

describe('while an editor makes the insert wait', () => {
  /** What the editor is told when it asks whether the insert is still meant, after `change`. */
  async function isStillMeantAfter(change: () => void): Promise<boolean | undefined> {
    let told: boolean | undefined;
    page.editors.insert = (_composer, _content, isStillMeant) => {
      change();
      told = isStillMeant?.();
      return Promise.resolve(fail(fault('insert-failed')));
    };
    await composer().insert(page, insertion);
    return told;
  }
  const otherTab = () => document.querySelector('[data-entity-id="4711"]')!;
  const reply = () =>
    document.querySelector('[data-test-id="ticket-4712-standard-layout"] [contenteditable]')!;

  it('is meant as long as nothing changes', async () => {
    expect(await isStillMeantAfter(() => {})).toBe(true);
  });

  it.each([
    ['the address', () => (page.address = 'https://acme.zendesk.com/agent/tickets/4711')],
    ['the tab', () => otherTab().setAttribute('data-selected', 'true')],
    ['the channel', () => setChannel('internal')],
    ['the editor', () => reply().replaceWith(reply().cloneNode(true))],
    ['the pane', () => reply().closest('.workspace')!.setAttribute('style', 'display:none')],
  ])('is not meant once another is there: %s', async (_, change) => {
    expect(await isStillMeantAfter(change)).toBe(false);
  });
});

it.each([
  ['another ticket', '/agent/tickets/4711', 'switching'],
  ['a new ticket', '/agent/tickets/new/1', 'no-ticket'],
  ['the same ticket', '/agent/tickets/4712/events', 'insert-failed'],
])('says why nothing was inserted when the agent is at %s by then', async (_, path, kind) => {
  page.editors.insert = () => {
    page.address = `https://acme.zendesk.com${path}`;
    return Promise.resolve(fail(fault('insert-failed')));
  };
  expect(await composer().insert(page, insertion)).toMatchObject({ ok: false, fault: { kind } });
});

describe('the same twice', () => {
  it('within two seconds is once, also while the first is under way', async () => {
    const one = composer();
    const both = await Promise.all([one.insert(page, insertion), one.insert(page, insertion)]);
    expect(both.map((result) => (result.ok ? 'in' : result.fault.kind))).toEqual([
      'in',
      'already-inserted',
    ]);
    time = 1999;
    expect(await one.insert(page, insertion)).toMatchObject({
      fault: { kind: 'already-inserted' },
    });
    time = 2000;
    expect((await one.insert(page, insertion)).ok).toBe(true);
  });

  it('is twice for other content, another channel, after a failure and after an undo', async () => {
    const one = composer();
    const first = await one.insert(page, insertion);
    expect((await one.insert(page, { ...insertion, html: '<p>other</p>' })).ok).toBe(true);
    setChannel('internal');
    expect((await one.insert(page, insertion)).ok).toBe(true);
    setChannel('web');
    if (!first.ok) throw new Error('not inserted');
    expect((await one.undo(page, first.value)).ok).toBe(true);
    expect((await one.insert(page, insertion)).ok).toBe(true);
    const failing = composer();
    page.editors.answer = fault('insert-failed');
    expect((await failing.insert(page, insertion)).ok).toBe(false);
    page.editors.answer = null;
    expect((await failing.insert(page, insertion)).ok).toBe(true);
  });
});

describe('undo', () => {
  const receipt = { ticketId: '4712', channel: 'public', before: '', after: 'x' } as const;
  it('only on the same ticket and channel', async () => {
    setChannel('internal');
    expect(await composer().undo(page, receipt)).toMatchObject({
      fault: { kind: 'draft-changed' },
    });
    page.address = 'https://acme.zendesk.com/agent/tickets/4711';
    expect(await composer().undo(page, receipt)).toMatchObject({ fault: { kind: 'switching' } });
    expect(page.editors.targets).toEqual([]);
  });
});
