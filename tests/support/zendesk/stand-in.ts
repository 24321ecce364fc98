/** The stand-in Zendesk: an HTTPS server with Zendesk's API and agent page, and a proxy that leads Firefox to it. */
import { createServer } from 'node:https';
import { createConnectProxy } from '../connect-proxy';
import { listenOnLoopback } from '../loopback';
import { createSelfSignedCertificate } from '../self-signed';
import { createFailurePlan, type PlannedFailure } from './failures';
import { createPageHost, type PageOptions } from './page-host';
import { createRateMeter } from './replies';
import {
  createRequestHandler,
  csrfToken,
  sessionCookie,
  type StandInState,
} from './request-handler';
import { createRequestLog, type LoggedRequest, type Submission } from './request-log';
import type { NewComment, SampleTicket, TicketPatch } from './sample-ticket';
import { createClient, type StandInFetch } from './stand-in-client';
import { createWorld, type World } from './world';

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
  /** TLS port on 127.0.0.1, for Chromium's host mapping. */
  readonly port: number;
  /** CONNECT proxy on 127.0.0.1, for Firefox. */
  readonly proxyPort: number;
  readonly origin: string;
  readonly csrfToken: string;
  /** API calls in order of arrival. The page draws itself over another channel, so these are the extension's. */
  readonly requests: readonly LoggedRequest[];
  /** Everything else: documents, files, page state. */
  readonly pageRequests: readonly LoggedRequest[];
  /** Empty unless a reply or note was really sent. */
  readonly submissions: readonly Submission[];
  readonly world: World;
  /** `fetch` for Node with the agent's cookie, against any path of the origin. */
  readonly fetch: StandInFetch;
  /** The next matching API calls go wrong. */
  failNext(failure: PlannedFailure): void;
  clearFailures(): void;
  /** Somebody writes while the ticket is open; the page shows it by itself. */
  addComment(ticketId: number, comment: NewComment): void;
  /** Somebody changes the ticket, which also outdates every `updated_stamp`. */
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

const defaultPage: PageOptions = {
  seed: 1,
  theme: 'light',
  lang: 'en-US',
  dir: 'ltr',
  layout: 'standard',
  arrangement: 'usual',
  sender: 'div',
  propertyBox: true,
};

/** Starts a stand-in on free loopback ports. Reach it as `https://acme.zendesk.com` by host mapping or proxy. */
export async function createStandIn(options: StandInOptions): Promise<StandIn> {
  const world = createWorld(origin, options.tickets);
  const state: StandInState = {
    world,
    host: createPageHost(world, {
      ...defaultPage,
      ...options.page,
      seed: options.seed ?? defaultPage.seed,
    }),
    failures: createFailurePlan(),
    rate: createRateMeter(options.rateLimit ?? 700),
    log: createRequestLog(),
    hasLogin: options.signedIn ?? true,
    delay: 0,
  };
  const certificate = createSelfSignedCertificate(['*.zendesk.com', 'localhost']);
  const server = createServer(certificate, createRequestHandler(state));
  const port = await listenOnLoopback(server);
  const proxy = await createConnectProxy({ '*.zendesk.com': port });
  return {
    port,
    proxyPort: proxy.port,
    fetch: createClient({ origin, port, ca: certificate.cert, cookie: sessionCookie }),
    ...controls(state),
    async close() {
      server.closeAllConnections();
      await Promise.all([proxy.close(), new Promise((resolve) => server.close(resolve))]);
    },
  };
}

type Controls = Omit<StandIn, 'port' | 'proxyPort' | 'fetch' | 'close'>;

function controls(state: StandInState): Controls {
  const { world, host, failures, rate, log } = state;
  return {
    origin,
    csrfToken,
    world,
    requests: log.api,
    pageRequests: log.page,
    submissions: log.submissions,
    failNext: (failure) => failures.add(failure),
    clearFailures: () => failures.clear(),
    addComment: (ticketId, comment) => void world.addComment(ticketId, comment),
    update: (ticketId, patch) => void world.update(ticketId, patch),
    setRateLimit: (requestsPerMinute) => rate.setLimit(requestsPerMinute),
    setPage(options) {
      host.options = { ...host.options, ...options };
    },
    logout() {
      state.hasLogin = false;
    },
    login() {
      state.hasLogin = true;
    },
    setDelay(milliseconds) {
      state.delay = milliseconds;
    },
    forgetRequests() {
      log.api.length = 0;
      log.page.length = 0;
    },
  };
}
