/** Opens the gallery in real Chromium, under the security policy that the extension's pages have. */
import type { Page } from 'playwright-core';
import { launchChromium, type ChromiumSession } from '@/tests/support/browsers/chromium';
import { buildGallery, type GalleryFiles } from '@/tests/support/ui-gallery/build-gallery';

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

/** A page of its own, loaded once, that shows one state after the other. */
export interface GalleryView {
  page: Page;
  /** What the page complained about: errors, refused resources, warnings of React. */
  complaints: string[];
  show(kind: 'sidebar' | 'options', state: string, language: string): Promise<void>;
}

export interface Gallery {
  openView(): Promise<GalleryView>;
  close(): Promise<void>;
}

export async function openGallery(): Promise<Gallery> {
  const files = await buildGallery();
  const sessions: ChromiumSession[] = [];
  return {
    // A browser for each view: of two tabs in a window the one behind gets no frames.
    async openView() {
      const session = await launchChromium({ hosts: {} });
      sessions.push(session);
      await serve(session, files);
      return openView(await session.context.newPage());
    },
    async close() {
      await Promise.all(sessions.map((session) => session.close()));
    },
  };
}

function serve({ context }: ChromiumSession, files: GalleryFiles): Promise<unknown> {
  return context.route('**/*', async (route) => {
    const path = new URL(route.request().url()).pathname.slice(1);
    const body = files.get(path === '' ? 'index.html' : path);
    if (body === undefined) return route.fulfill({ status: path === 'favicon.ico' ? 204 : 404 });
    const contentType = TYPES[path.split('.').at(-1) ?? ''] ?? 'text/html';
    const headers = { 'content-security-policy': POLICY };
    return route.fulfill({ body: Buffer.from(body), contentType, headers });
  });
}

async function openView(page: Page): Promise<GalleryView> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.goto(`${ORIGIN}/`);
  await page.waitForSelector('#root > *');
  return {
    page,
    complaints,
    async show(kind, state, language) {
      await page.evaluate(
        async (args) => {
          const { showState } = globalThis as unknown as {
            showState: (...parts: string[]) => void;
          };
          showState(...args);
          // Effects that measure and move have run when two frames are painted.
          for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
        },
        [kind, state, language],
      );
      await page.waitForSelector('#root > *');
    },
  };
}
