/** Serves the agent's pages: one document for every address, its bundle, and the conversations it draws. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { build } from 'vite';
import { readJsonBody } from '../zendesk/http-exchange';
import type { Conversation } from './records';
import type { World } from './world';

/** How the page behaves, where that is not established or differs. */
export interface PageOptions {
  /** Whether the editor's label says Reply or Note, as on English pages. */
  readonly labels: boolean;
  /** Whether the editor reads pasted HTML; without it links arrive as text. */
  readonly readsHtml: boolean;
  /** Milliseconds from the address to the title, to the threads, and from Reply to its editor. */
  readonly titleDelay: number;
  readonly threadsDelay: number;
  readonly composerDelay: number;
}

/** A reply or note that really went out. */
export interface Submission {
  readonly conversationId: number;
  readonly channel: string;
  readonly html: string;
}

export interface PageHost {
  readonly submissions: Submission[];
  setOptions(options: Partial<PageOptions>): void;
  serve(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** As strict as a real host's: only the site's own scripts, frames and connections. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
].join('; ');

const DEFAULTS: PageOptions = {
  labels: true,
  readsHtml: true,
  titleDelay: 40,
  threadsDelay: 90,
  composerDelay: 60,
};

export function createPageHost(world: World, initial: Partial<PageOptions>): PageHost {
  const submissions: Submission[] = [];
  let options = { ...DEFAULTS, ...initial };
  return {
    submissions,
    setOptions(next) {
      options = { ...options, ...next };
    },
    async serve(request, response) {
      const { pathname } = new URL(request.url ?? '/', 'https://secure.helpscout.net');
      switch (pathname) {
        case '/stand-in/page.js':
          return send(response, 'text/javascript; charset=utf-8', await pageBundle());
        case '/stand-in/conversations': {
          const shown = [...world.conversations.values()].map(shownConversation);
          return send(response, 'application/json', JSON.stringify({ options, shown }));
        }
        case '/stand-in/submit':
          submissions.push((await readJsonBody(request)) as Submission);
          return send(response, 'application/json', '{}');
        default:
          return send(response, 'text/html; charset=utf-8', DOCUMENT);
      }
    },
  };
}

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, {
    'content-type': type,
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'cache-control': 'no-store',
  });
  response.end(body);
}

const DOCUMENT = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Help Scout</title>
<script type="module" src="/stand-in/page.js"></script></head>
<body><div id="root"></div></body></html>`;

function shownConversation({ sample, subject, tags, threads }: Conversation) {
  const { id, number, customer } = sample;
  const name = [customer.first, customer.last].filter(Boolean).join(' ');
  const shown = threads.filter(({ state = 'published' }) => state === 'published');
  return { id, number, subject, customer: name, tags, threads: shown };
}

let bundle: Promise<string> | null = null;

/** Slate 0.47 is older than React 17, so the page has the React of its time. */
function pageBundle(): Promise<string> {
  bundle ??= build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    resolve: {
      alias: [
        { find: /^react$/, replacement: 'react-16' },
        { find: /^react-dom$/, replacement: 'react-dom-16' },
        { find: /^react-dom\/server$/, replacement: 'react-dom-16/server' },
      ],
    },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, 'page/main.js'), formats: ['es'] },
    },
  }).then((built) => {
    const [output] = Array.isArray(built) ? built : [built];
    if (!output || !('output' in output)) throw new Error('The page was built to watch');
    return output.output[0].code;
  });
  return bundle;
}
