// @vitest-environment jsdom
/** What the sidebar makes of real pages, whole and changed: counted on them as the page script does. */
import { describe, expect, it } from 'vitest';
import { checkHealth } from '@/lib/app/page-health';
import { looksOf, troubleOf, type ReadState } from '@/lib/app/sidebar/page-trouble';
import { fault, type Fault } from '@/lib/core/fault';
import { fail } from '@/lib/core/result';
import type { HelpdeskAdapter } from '@/lib/helpdesks/contract';
import { createHelpscoutAdapter } from '@/lib/helpdesks/helpscout/adapter';
import { ANATOMIES } from '@/lib/helpdesks/registry';
import { createZendeskAdapter } from '@/lib/helpdesks/zendesk/adapter';
import * as helpscoutPlaces from '@/lib/helpdesks/helpscout/selectors';
import * as zendeskPlaces from '@/lib/helpdesks/zendesk/selectors';
import { pageHealthSchema, type PageHealth } from '@/lib/model/page-health';
import { createTestPage, showPage } from '@/tests/lib/helpdesks/test-page';
import { RECORDED_PAGES, recordedPage } from '@/tests/support/pages/recorded-page';
import { baseState } from '@/tests/support/ui-gallery/sidebar-states';

const DESKS = {
  zendesk: {
    url: 'https://acme.zendesk.com/agent/tickets/4712',
    id: '4712',
    create: (): HelpdeskAdapter => createZendeskAdapter(),
  },
  helpscout: {
    url: 'https://secure.helpscout.net/conversation/3100000001/44477',
    id: '3100000001',
    create: (): HelpdeskAdapter =>
      createHelpscoutAdapter({ ask: () => Promise.resolve(fail(fault('not-ready'))) }),
  },
};
type Desk = keyof typeof DESKS;

function countOn(desk: Desk): PageHealth {
  const { url, id, create } = DESKS[desk];
  const looks = looksOf(ANATOMIES[desk], id);
  return pageHealthSchema.parse(checkHealth(createTestPage(url), create(), looks));
}

function readBy(readBy: 'api' | 'dom', degraded: Fault | null = null): ReadState {
  if (baseState.page.kind !== 'ticket') throw new Error('The gallery has no ticket');
  return { ...baseState.page, readBy, degraded };
}

const trouble = (desk: Desk, page = readBy('api')) =>
  troubleOf(page, countOn(desk), ANATOMIES[desk], desk);

const remove = (css: readonly string[]) =>
  document.querySelectorAll(css.join(',')).forEach((element) => element.remove());

/** Without a ticket, or of a page that is not supported. */
const OTHER = /new-|\/list|before-2024/;

describe('a page as we know it', () => {
  it.each(RECORDED_PAGES.filter((name) => !OTHER.test(name)))('%s has no trouble', (name) => {
    showPage(recordedPage(name));
    const desk = name.split('/')[0] as Desk;
    expect(countOn(desk).isInFront).toBe(true);
    expect(trouble(desk)).toBeNull();
  });
  it('lists every selector of the adapter', () => {
    for (const [desk, places] of [
      ['zendesk', zendeskPlaces],
      ['helpscout', helpscoutPlaces],
    ] as const) {
      const known = [...ANATOMIES[desk].onPage, ...ANATOMIES[desk].inPane];
      const all = Object.values(places)
        .flatMap((value): unknown[] => (Array.isArray(value) ? value : [value]))
        .filter((value) => typeof value === 'object' && value !== null && 'css' in value);
      expect(all.filter((selector) => !known.some((one) => one === selector))).toEqual([]);
    }
  });
});

describe('a changed page', () => {
  it.each([
    ['zendesk', zendeskPlaces.subject, ['subject']],
    ['zendesk', zendeskPlaces.logItem, ['messages']],
    ['zendesk', zendeskPlaces.logItemBody, ['messages']],
    ['zendesk', zendeskPlaces.composer, ['composer']],
    ['zendesk', zendeskPlaces.channelSwitcher, ['channel']],
    ['helpscout', helpscoutPlaces.thread, ['messages']],
    ['helpscout', helpscoutPlaces.subject, ['subject']],
  ] as const)('%s without $1.name lacks %s', (desk, { css }, parts) => {
    showPage(recordedPage(`${desk}/reply`));
    remove(css);
    expect(trouble(desk)).toEqual({ helpdesk: desk, parts, way: 'api' });
    expect(trouble(desk, readBy('dom', fault('offline')))?.way).toBe('dom');
  });
  it('lacks the ticket itself when there is no pane', () => {
    showPage('<!doctype html><title>x</title>');
    const changed = fault('page-changed', { selector: 'ticket-pane' });
    const failed: ReadState = { kind: 'failed', id: '4712', fault: changed };
    expect(trouble('zendesk', failed)).toEqual({
      helpdesk: 'zendesk',
      parts: ['ticket'],
      way: 'none',
    });
    // While tickets switch there is none, either, and nothing has changed.
    expect(trouble('zendesk', readBy('api'))).toBeNull();
  });
  it('answers its API in another way', () => {
    showPage(recordedPage('zendesk/reply'));
    const odd = fault('bad-response', { why: 'other shape' });
    expect(trouble('zendesk', readBy('dom', odd))?.parts).toEqual(['data']);
    const huge = fault('bad-response', { why: 'too large' });
    expect(trouble('zendesk', readBy('api', huge))).toBeNull();
  });
  it.each(['offline', 'forbidden', 'rate-limited', 'server-error', 'timeout'] as const)(
    'is none when it is %s',
    (kind) => {
      showPage(recordedPage('zendesk/reply'));
      expect(trouble('zendesk', readBy('dom', fault(kind)))).toBeNull();
    },
  );
  it('is none of our business while signed out', () => {
    showPage('<!doctype html><title>Sign in</title>');
    expect(trouble('zendesk', readBy('dom', fault('signed-out')))).toBeNull();
  });
});
