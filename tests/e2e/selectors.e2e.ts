// @vitest-environment jsdom
/** Real browsers find with every selector what jsdom finds, on every recorded page: unit tests can be believed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withId, type Selector } from '@/lib/helpdesks/dom';
import * as helpscout from '@/lib/helpdesks/helpscout/selectors';
import * as zendesk from '@/lib/helpdesks/zendesk/selectors';
import {
  openBrowserPage,
  type BrowserName,
  type PageDriver,
} from '@/tests/support/browsers/page-driver';
import { RECORDED_PAGES, recordedPage } from '@/tests/support/pages/recorded-page';

const isSelector = (value: unknown): value is Selector =>
  typeof value === 'object' && value !== null && 'css' in value;
const cssOf = (places: object, id: string): string[] =>
  Object.values(places)
    .flatMap((value): unknown[] => (Array.isArray(value) ? value : [value]))
    .filter(isSelector)
    .flatMap((selector) => withId(selector, id).css);
const CSS: Readonly<Record<string, string[]>> = {
  zendesk: cssOf(zendesk, '4712'),
  helpscout: cssOf(helpscout, '3100000001'),
};
/** Pages that show no ticket at all. */
const WITHOUT_TICKET = ['helpscout/list'];

/** Runs here and in the browsers. */
function countMatches(html: string, selectors: readonly string[]): Record<string, number> {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return Object.fromEntries(selectors.map((css) => [css, page.querySelectorAll(css).length]));
}

describe.each<BrowserName>(['chromium', 'firefox'])('selectors in %s', (browser) => {
  let page: PageDriver;
  beforeAll(async () => {
    page = await openBrowserPage(browser, { hosts: {} });
  });
  afterAll(() => page.close());

  it.each(RECORDED_PAGES)('%s', async (name) => {
    const css = CSS[name.split('/')[0] ?? ''] ?? [];
    const html = recordedPage(name);
    const expected = countMatches(html, css);
    const isFound = Object.values(expected).some((count) => count > 0);
    expect(isFound).toBe(!WITHOUT_TICKET.includes(name));
    expect(await page.evaluate(countMatches, html, css)).toEqual(expected);
  });
});
