/** Serves the agent page: its HTML, static files, ticket state for rendering, and live changes. */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { pageTicket, pageTicketList } from './page-state';
import { escapeHtml } from './world-records';
import type { World, WorldChange } from './world';

const require = createRequire(import.meta.url);
const pageFolder = join(import.meta.dirname, 'page');
const editorFolder = join(dirname(require.resolve('ckeditor5/package.json')), 'dist/browser');

/** As strict as a real host's: only the site's own scripts, frames and connections. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  // CKEditor and React-style widgets set inline styles; script stays strict.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "connect-src 'self'",
].join('; ');

const mediaTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** How the page renders; each variation mirrors one that was seen in the field. */
export interface PageOptions {
  /** Seeds the delays between URL, header tab and pane. */
  readonly seed: number;
  readonly theme: 'light' | 'dark';
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** `custom` is the layout of accounts with their own column order. */
  readonly layout: 'standard' | 'custom';
  /** Where the columns stand: the customer's on the left, or none with the ticket's fields. */
  readonly arrangement: 'usual' | 'context-left' | 'no-fields';
  /** The author's element: a span until August 2024, a div since. */
  readonly sender: 'div' | 'span';
  /** Whether sidebar boxes carry `.property_box`; both forms were live within one day in August 2025. */
  readonly propertyBox: boolean;
}

/** What a document tells the browser about the session. */
interface PageSession {
  readonly csrfToken: string;
  readonly cookie: string;
}

export interface PageHost {
  options: PageOptions;
  servePage(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    session: PageSession,
  ): void;
  /** Answers what is below `/stand-in/` and returns the status. */
  serveInternal(response: ServerResponse, path: string): number;
}

export function createPageHost(world: World, initial: PageOptions): PageHost {
  const changes: WorldChange[] = [];
  world.onChange((change) => changes.push(change));
  const host: PageHost = {
    options: initial,
    servePage(request, response, url, { csrfToken, cookie }) {
      const options = requestedOptions(host.options, request, url);
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': contentSecurityPolicy,
        'cache-control': 'no-store',
        'set-cookie': [cookie, `theme=${options.theme}; Path=/; Secure; SameSite=Lax`],
      });
      response.end(renderShell(options, csrfToken, changes.length));
    },
    serveInternal(response, path) {
      const [, , area, name = ''] = path.split('/');
      switch (area) {
        case 'assets':
          return sendFile(response, join(pageFolder, name));
        case 'editor':
          return sendFile(response, join(editorFolder, name));
        case 'app':
          return sendFile(response, join(pageFolder, 'app-frame.html'));
        case 'tickets':
          return sendJson(response, pageTicketList(world));
        case 'ticket':
          return sendJson(response, pageTicket(world, Number(name)));
        case 'changes':
          return sendJson(response, changes.slice(Number(name)));
        default:
          return sendJson(response, null);
      }
    },
  };
  return host;
}

function requestedOptions(options: PageOptions, request: IncomingMessage, url: URL): PageOptions {
  const stored = /(?:^|;\s*)theme=(light|dark)/.exec(request.headers.cookie ?? '')?.[1];
  const theme = url.searchParams.get('theme') ?? stored ?? options.theme;
  const dir = url.searchParams.get('dir') ?? options.dir;
  return {
    ...options,
    theme: theme === 'dark' ? 'dark' : 'light',
    lang: url.searchParams.get('lang') ?? options.lang,
    dir: dir === 'rtl' ? 'rtl' : 'ltr',
  };
}

function renderShell(options: PageOptions, csrfToken: string, changeCount: number): string {
  const values: Readonly<Record<string, string>> = {
    ...options,
    seed: String(options.seed),
    propertyBox: String(options.propertyBox),
    changeCount: String(changeCount),
    csrfToken,
  };
  const shell = readFileSync(join(pageFolder, 'index.html'), 'utf8');
  return shell.replace(/\{\{(\w+)\}\}/g, (_, name: string) => escapeHtml(values[name] ?? ''));
}

function sendFile(response: ServerResponse, path: string): number {
  const type = mediaTypes[extname(path)];
  if (type === undefined || !existsSync(path)) return sendJson(response, null);
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' });
  createReadStream(path).pipe(response);
  return 200;
}

function sendJson(response: ServerResponse, value: unknown): number {
  const status = value === null ? 404 : 200;
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
  return status;
}
