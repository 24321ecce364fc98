/** Opens the gallery in real Chromium, under the security policy that the extension's pages have. */
import type { Page } from 'playwright-core';
import { launchChromium } from '@/tests/support/browsers/chromium';
import { buildGallery } from '@/tests/support/ui-gallery/build-gallery';

const ORIGIN = 'http://gallery.example';

/** The same as in wxt.config.ts, but for who may frame the page. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "object-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const TYPES: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

export interface Gallery {
  page: Page;
  /** What the page complained about: errors, refused resources, warnings of React. */
  complaints: string[];
  show(kind: 'sidebar' | 'options', state: string, language: string): Promise<void>;
  close(): Promise<void>;
}

export async function openGallery(): Promise<Gallery> {
  const files = await buildGallery();
  const session = await launchChromium({ hosts: {} });
  const page = await session.context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await session.context.route('**/*', async (route) => {
    const path = new URL(route.request().url()).pathname.slice(1);
    const body = files.get(path === '' ? 'index.html' : path);
    if (body === undefined) return route.fulfill({ status: path === 'favicon.ico' ? 204 : 404 });
    const contentType = TYPES[path.split('.').at(-1) ?? ''] ?? 'text/html';
    const headers = { 'content-security-policy': POLICY };
    return route.fulfill({ body: Buffer.from(body), contentType, headers });
  });
  return {
    page,
    complaints,
    async show(kind, state, language) {
      await page.goto(`${ORIGIN}/?page=${kind}&state=${state}&lang=${language}`);
      await page.waitForSelector('#root > *');
    },
    close: () => session.close(),
  };
}
