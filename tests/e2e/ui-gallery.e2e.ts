/**
 * Every state of the sidebar and the options page in real Chromium: no axe violation, nothing wider
 * than the sidebar, nothing that the security policy refuses. TRIVET_SCREENSHOTS=folder keeps pictures.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type axeModule from 'axe-core';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '@/tests/support/ui-gallery/messages';
import { optionsStates } from '@/tests/support/ui-gallery/options-states';
import { openGallery, type Gallery } from '@/tests/support/ui-gallery/serve-gallery';
import { faultStates, sidebarStates } from '@/tests/support/ui-gallery/sidebar-states';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const screenshots = process.env['TRIVET_SCREENSHOTS'];
const SCHEMES = ['light', 'dark'] as const;
const SIDEBAR_WIDTHS = [320, 400, 560];
const OPTIONS_WIDTHS = [360, 900];
const HEIGHT = 860;

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

/** Elements that stick out of the page or cut their own label; what scrolls by itself may. */
function findOverflow(): string[] {
  const seen = (element: Element) => {
    const style = getComputedStyle(element);
    return style.visibility !== 'hidden' && element.getClientRects().length > 0;
  };
  const found: string[] = [];
  for (const element of document.querySelectorAll('#root *')) {
    if (!seen(element) || element.closest('.sr-only, .table-scroll table, .hint-bar')) continue;
    const box = element.getBoundingClientRect();
    const isOut = box.right > innerWidth + 0.5 || box.left < -0.5;
    const isCut =
      element.matches('button, .badge, .chip') && element.scrollWidth > element.clientWidth + 1;
    if (isOut || isCut)
      found.push(`${element.tagName}.${element.getAttribute('class')} ${box.left}–${box.right}`);
  }
  if ((document.scrollingElement?.scrollWidth ?? 0) > innerWidth) found.push('document');
  return found;
}

async function findViolations(): Promise<string[]> {
  await gallery.page.evaluate(axeSource);
  const results = await gallery.page.evaluate(async (): Promise<AxeResults> => {
    const { axe } = globalThis as unknown as { axe: typeof axeModule };
    return axe.run(document, { rules: { 'target-size': { enabled: true } } });
  });
  return results.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 300)} ${failureSummary}`).join('\n')}`,
  );
}

async function keepScreenshot(kind: string, parts: (string | number)[]): Promise<void> {
  if (screenshots === undefined) return;
  mkdirSync(screenshots, { recursive: true });
  await gallery.page.screenshot({
    path: join(screenshots, `${kind}-${parts.join('-')}.png`),
    fullPage: kind === 'options',
  });
}

/** Everything that is wrong with a state, in any language, colour scheme or width. */
async function problemsOf(
  kind: 'sidebar' | 'options',
  name: string,
  widths: number[],
): Promise<string[]> {
  const { page, complaints } = gallery;
  complaints.length = 0;
  const problems: string[] = [];
  for (const language of LANGUAGES) {
    for (const colorScheme of SCHEMES) {
      // Without motion nothing is half faded in when contrast is measured.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await gallery.show(kind, name, language);
      const where = `${language} ${colorScheme}`;
      for (const width of widths) {
        await page.setViewportSize({ width, height: HEIGHT });
        const overflow = await page.evaluate(findOverflow);
        problems.push(...overflow.map((what) => `${where} ${width}: too wide: ${what}`));
        await keepScreenshot(kind, [name, language, colorScheme, width]);
      }
      // A language has its words and a scheme its colours: two runs see all of both.
      const isSeen = (language === 'en') === (colorScheme === 'light');
      if (isSeen || screenshots !== undefined) {
        problems.push(...(await findViolations()).map((what) => `${where}: ${what}`));
      }
    }
  }
  return [...problems, ...complaints];
}

describe('sidebar', () => {
  it.each(Object.keys(sidebarStates))('%s', async (name) => {
    expect(await problemsOf('sidebar', name, SIDEBAR_WIDTHS)).toEqual([]);
  });

  it('never runs what a source wrote', async () => {
    for (const name of ['answer-hostile', 'preview-hostile']) {
      await gallery.show('sidebar', name, 'en');
      const hacked = await gallery.page.evaluate(() => 'hacked' in window);
      const links = await gallery.page.$$eval('a', (all) => all.map(({ protocol }) => protocol));
      expect(hacked).toBe(false);
      expect(links.length).toBeGreaterThan(0);
      expect(links.every((protocol) => /^https?:$/.test(protocol))).toBe(true);
    }
  });

  it.each(['loading', 'answer-busy', 'toast-inserted'])('%s: nothing moves', async (name) => {
    await gallery.page.emulateMedia({ reducedMotion: 'reduce' });
    await gallery.show('sidebar', name, 'en');
    await gallery.page.waitForTimeout(400);
    const running = await gallery.page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    );
    expect(running).toBe(0);
  });
});

describe('faults', () => {
  it.each(Object.keys(faultStates))('%s', async (name) => {
    expect(await problemsOf('sidebar', name, [320])).toEqual([]);
  });
});

describe('options', () => {
  it.each(Object.keys(optionsStates))('%s', async (name) => {
    expect(await problemsOf('options', name, OPTIONS_WIDTHS)).toEqual([]);
  });
});
