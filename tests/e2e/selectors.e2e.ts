// @vitest-environment jsdom
/** Real browsers find with every selector what jsdom finds, on every recorded page: unit tests can be believed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withId, type Selector } from '@/lib/helpdesks/dom';
import * as places from '@/lib/helpdesks/zendesk/selectors';
import {
  openBrowserPage,
  type BrowserName,
  type PageDriver,
} from '@/tests/support/browsers/page-driver';

const FOLDER = join(import.meta.dirname, '../fixtures/zendesk/pages');
const isSelector = (value: unknown): value is Selector =>
  typeof value === 'object' && value !== null && 'css' in value;
const ALL_CSS = Object.values(places)
  .flatMap((value): unknown[] => (Array.isArray(value) ? value : [value]))
  .filter(isSelector)
  .flatMap((selector) => withId(selector, '4712').css);

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

  it.each(readdirSync(FOLDER))('%s', async (file) => {
    const html = readFileSync(join(FOLDER, file), 'utf8');
    const expected = countMatches(html, ALL_CSS);
    expect(Object.values(expected).some((count) => count > 0)).toBe(true);
    expect(await page.evaluate(countMatches, html, ALL_CSS)).toEqual(expected);
  });
});
