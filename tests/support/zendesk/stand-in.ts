/** The stand-in Zendesk: an HTTPS server with Zendesk's API and agent page, and a proxy that leads Firefox to it. */
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createConnectProxy, type ConnectProxy } from '../connect-proxy';
import { listenOnLoopback } from '../loopback';
import { createSelfSignedCertificate } from '../self-signed';
import { answerApi } from './api';
import { createFailurePlan, type PlannedFailure } from './failures';
import { isSignedIn, readJsonBody, writeFailure, writeReply } from './http-exchange';
import { createPageHost, type PageOptions } from './page-host';
import { createRateMeter, tooManyRequests } from './replies';
import type { NewComment, SampleTicket, TicketPatch } from './sample-ticket';
import { createClient, type StandInFetch } from './stand-in-client';
import { createWorld, type World } from './world';

/** A request as it arrived; `status` is filled in when the reply is decided. */
export interface LoggedRequest {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  status: number | null;
}

/** A reply or note that really went out, from the page's button or through the API. */
export interface Submission {
  readonly ticketId: number;
  readonly channel: string;
  readonly html: string;
  readonly via: 'page' | 'api';
}

export interface StandInOptions {
  readonly tickets: readonly SampleTicket[];
  /** Seeds the page's delays; 1 when left out. */
  readonly seed?: number;
  readonly page?: Partial<Omit<PageOptions, 'seed'>>;
  /** The account's requests per minute; 700 when left out. */
  readonly rateLimit?: number;
  /** False starts with nobody signed in. */
  readonly signedIn?: boolean;
}

export interface StandIn {
  readonly port: number;
  readonly proxyPort: number;
  readonly origin: string;
  readonly csrfToken: string;
  /** API calls in order of arrival. The page draws itself over another channel, so these are the extension's. */
  readonly requests: readonly LoggedRequest[];
  /** Everything else: documents, files, page state. */
  readonly pageRequests: readonly LoggedRequest[];
  readonly submissions: readonly Submission[];
  /** Hosts that Firefox asked the proxy for. */
  readonly proxyHosts: readonly string[];
  readonly world: World;
  /** `fetch` for Node with the agent's cookie, against any path of the origin. */
  readonly fetch: StandInFetch;
  failNext(failure: PlannedFailure): void;
  clearFailures(): void;
  addComment(ticketId: number, comment: NewComment): void;
  update(ticketId: number, patch: TicketPatch): void;
  logout(): void;
  login(): void;
  /** Delays every API reply. */
  setDelay(milliseconds: number): void;
  setRateLimit(requestsPerMinute: number): void;
  /** Changes how pages render from their next load on. */
  setPage(options: Partial<PageOptions>): void;
  forgetRequests(): void;
  close(): Promise<void>;
}

const origin = 'https://acme.zendesk.com';
const csrfToken = 'fixture-csrf';
const sessionCookie = '_zendesk_session=stand-in';
const defaultPage: Omit<PageOptions, 'seed'> = {
  theme: 'light',
  lang: 'en-US',
  dir: 'ltr',
  layout: 'standard',
  sender: 'div',
  propertyBox: true,
};

/** Starts a stand-in on free loopback ports. Reach it as `https://acme.zendesk.com` by host mapping or proxy. */
export async function createStandIn(options: StandInOptions): Promise<StandIn> {
  const world = createWorld(origin, options.tickets);
  const host = createPageHost(world, { ...defaultPage, seed: options.seed ?? 1, ...options.page });
  const failures = createFailurePlan();
  const rate = createRateMeter(options.rateLimit ?? 700);
  const requests: LoggedRequest[] = [];
  const pageRequests: LoggedRequest[] = [];
  const submissions: Submission[] = [];
  let hasLogin = options.signedIn ?? true;
  let delay = 0;

  const serveApi = (request: IncomingMessage, response: ServerResponse, url: URL, entry: LoggedRequest) => {
    const now = Date.now();
    const wait = rate.count(now);
    const failure = failures.take(url.pathname + url.search);
    if (failure) return writeFailure(response, failure, rate.headers(now), entry);
    const reply =
      wait === null
        ? answerApi({
            world,
            method: entry.method,
            url,
            body: isObject(entry.body) ? entry.body : {},
            hasSession: hasLogin && isSignedIn(request, sessionCookie),
            csrfToken,
            givenCsrfToken: entry.headers['x-csrf-token'],
            recordSubmission: (submission) => submissions.push({ ...submission, via: 'api' }),
          })
        : tooManyRequests(wait);
    writeReply(response, reply, rate.headers(now), entry);
  };

  const servePages = (request: IncomingMessage, response: ServerResponse, url: URL, entry: LoggedRequest) => {
    const signedIn = hasLogin && (url.pathname.startsWith('/agent') || isSignedIn(request, sessionCookie));
    if (!signedIn) return redirect(response, '/access/unauthenticated', entry);
    entry.status = 200;
    const submit = /^\/stand-in\/submit\/(\d+)$/.exec(url.pathname);
    if (submit && entry.method === 'POST') {
      submitFromPage(world, submissions, Number(submit[1]), entry.body);
      response.writeHead(204).end();
    } else if (url.pathname.startsWith('/stand-in/')) host.serveInternal(response, url);
    else if (url.pathname.startsWith('/agent')) {
      const cookie = `${sessionCookie}; Path=/; Secure; HttpOnly; SameSite=Lax`;
      host.servePage(request, response, url, csrfToken, cookie);
    } else response.writeHead((entry.status = 404)).end();
  };

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', origin);
    const entry = await logged(request, url);
    if (url.pathname.startsWith('/access/')) return signInDocument(response, entry);
    if (!url.pathname.startsWith('/api/')) {
      pageRequests.push(entry);
      return servePages(request, response, url, entry);
    }
    requests.push(entry);
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    return serveApi(request, response, url, entry);
  };

  const certificate = createSelfSignedCertificate(['*.zendesk.com', 'localhost']);
  const server = createServer(certificate, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A fault of the stand-in itself must not look like one of Zendesk's.
      console.error('The stand-in failed', error);
      response.destroy();
    });
  });
  const port = await listenOnLoopback(server);
  const proxy = await createConnectProxy({ '*.zendesk.com': port });

  return {
    port,
    proxyPort: proxy.port,
    proxyHosts: proxy.asked,
    origin,
    csrfToken,
    requests,
    pageRequests,
    submissions,
    world,
    fetch: createClient({ origin, port, ca: certificate.cert, cookie: sessionCookie }),
    failNext: (failure) => failures.add(failure),
    clearFailures: () => failures.clear(),
    addComment: (ticketId, comment) => void world.addComment(ticketId, comment),
    update: (ticketId, patch) => void world.update(ticketId, patch),
    logout: () => void (hasLogin = false),
    login: () => void (hasLogin = true),
    setDelay: (milliseconds) => void (delay = milliseconds),
    setRateLimit: (requestsPerMinute) => rate.setLimit(requestsPerMinute),
    setPage: (page) => void (host.options = { ...host.options, ...page }),
    forgetRequests() {
      requests.length = 0;
      pageRequests.length = 0;
    },
    async close() {
      host.close();
      await closeAll(server, proxy);
    },
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

async function logged(request: IncomingMessage, url: URL): Promise<LoggedRequest> {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  return {
    at: Date.now(),
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.search,
    headers,
    body: await readJsonBody(request),
    status: null,
  };
}

function submitFromPage(world: World, submissions: Submission[], ticketId: number, body: unknown): void {
  const { channel, html, text } = isObject(body) ? body : {};
  submissions.push({ ticketId, channel: String(channel), html: String(html), via: 'page' });
  world.addComment(ticketId, {
    author: 'agent',
    visibility: channel === 'internal' ? 'internal' : 'public',
    body: String(text),
    html: String(html),
  });
}

function redirect(response: ServerResponse, location: string, entry: LoggedRequest): void {
  entry.status = 302;
  response.writeHead(302, { location }).end();
}

function signInDocument(response: ServerResponse, entry: LoggedRequest): void {
  entry.status = 200;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end('<!doctype html><html lang="en"><title>Sign in</title><h1>Sign in to Acme</h1></html>');
}

async function closeAll(server: Server, proxy: ConnectProxy): Promise<void> {
  server.closeAllConnections();
  await Promise.all([proxy.close(), new Promise((resolve) => server.close(resolve))]);
}
