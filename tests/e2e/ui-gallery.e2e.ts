/**
 * Every state of the sidebar and the options page in real Chromium: no axe violation, nothing wider
 * than the sidebar, nothing that the security policy refuses. TRIVET_SCREENSHOTS=folder keeps pictures.
 *
 * There are many states, so each is only asked what can differ: width and language decide what fits,
 * a colour scheme changes colours alone, and a page is loaded once, not once for each look.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type axeModule from 'axe-core';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '@/tests/support/ui-gallery/messages';
import { optionsStates } from '@/tests/support/ui-gallery/options-states';
import {
  openGallery,
  type Gallery,
  type GalleryView,
} from '@/tests/support/ui-gallery/serve-gallery';
import { faultStates, sidebarStates } from '@/tests/support/ui-gallery/sidebar-states';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const screenshots = process.env['TRIVET_SCREENSHOTS'];
type Kind = 'sidebar' | 'options';

const SCHEMES = ['light', 'dark'] as const;
/** Each language is looked at in one scheme: together they show all words and all colours. */
const SCHEME_OF: Record<Language, (typeof SCHEMES)[number]> = { en: 'light', de: 'dark' };
const SIDEBAR_WIDTHS = [320, 400, 560];
const OPTIONS_WIDTHS = [360, 900];
const HEIGHT = 860;

let gallery: Gallery;
/** A page for each language, at work at the same time. */
const views = {} as Record<Language, GalleryView>;
beforeAll(async () => {
  gallery = await openGallery();
  for (const language of LANGUAGES) {
    views[language] = await gallery.openView();
    // Without motion nothing is half faded in when contrast is measured.
    const colorScheme = SCHEME_OF[language];
    await views[language].page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  }
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

async function findViolations({ page }: GalleryView): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const results = await page.evaluate(async (): Promise<AxeResults> => {
    const { axe } = globalThis as unknown as { axe: typeof axeModule };
    return axe.run(document, {
      resultTypes: ['violations'],
      rules: { 'target-size': { enabled: true } },
    });
  });
  return results.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 300)} ${failureSummary}`).join('\n')}`,
  );
}

async function keepScreenshot({ page }: GalleryView, kind: Kind, name: string): Promise<void> {
  if (screenshots === undefined) return;
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({
    path: join(screenshots, `${kind}-${name}.png`),
    fullPage: kind === 'options',
  });
}

/** Everything that is wrong with a state in a language, in any width. */
async function problemsIn(
  language: Language,
  kind: Kind,
  name: string,
  widths: number[],
): Promise<string[]> {
  const view = views[language];
  view.complaints.length = 0;
  await view.show(kind, name, language);
  const where = `${language} ${SCHEME_OF[language]}`;
  const problems: string[] = [];
  // The other way round each time: axe, which comes last, sees the widest and the narrowest.
  for (const width of language === 'en' ? widths : widths.toReversed()) {
    await view.page.setViewportSize({ width, height: HEIGHT });
    const overflow = await view.page.evaluate(findOverflow);
    problems.push(...overflow.map((what) => `${where} ${width}: too wide: ${what}`));
    await keepScreenshot(view, kind, `${name}-${where.replace(' ', '-')}-${width}`);
  }
  const violations = await findViolations(view);
  problems.push(...violations.map((what) => `${where}: ${what}`));
  return [...problems, ...view.complaints];
}

async function problemsOf(kind: Kind, name: string, widths: number[]): Promise<string[]> {
  const found = LANGUAGES.map((language) => problemsIn(language, kind, name, widths));
  return (await Promise.all(found)).flat();
}

describe('sidebar', () => {
  it.each(Object.keys(sidebarStates))('%s', async (name) => {
    expect(await problemsOf('sidebar', name, SIDEBAR_WIDTHS)).toEqual([]);
  });

  it('never runs what a source wrote', async () => {
    const { page, show } = views.en;
    for (const name of ['answer-hostile', 'preview-hostile']) {
      await show('sidebar', name, 'en');
      const hacked = await page.evaluate(() => 'hacked' in window);
      const links = await page.$$eval('a', (all) => all.map(({ protocol }) => protocol));
      expect(hacked).toBe(false);
      expect(links.length).toBeGreaterThan(0);
      expect(links.every((protocol) => /^https?:$/.test(protocol))).toBe(true);
    }
  });

  it.each(['loading', 'answer-busy', 'toast-inserted'])('%s: nothing moves', async (name) => {
    const { page, show } = views.en;
    await show('sidebar', name, 'en');
    await page.waitForTimeout(400);
    const running = await page.evaluate(
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
