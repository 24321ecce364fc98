/** The stand-in Help Scout: one HTTPS server for its pages and its Mailbox API, told apart by the host. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { listenOnLoopback } from '../loopback';
import { createSelfSignedCertificate } from '../self-signed';
import { readJsonBody } from '../zendesk/http-exchange';
import { createClient, type StandInFetch } from '../zendesk/stand-in-client';
import { answerMailbox, vndError } from './mailbox-api';
import { createMailboxAuth, createRateMeter, type MailboxAuth, type Reply } from './mailbox-auth';
import { createPageHost, type PageOptions, type Submission } from './page-host';
import { API_ORIGIN, PAGE_ORIGIN, type SampleConversation } from './records';
import { createWorld, type World } from './world';

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  status: number;
}

/** The next matching calls go wrong. */
export interface PlannedFailure {
  readonly path: RegExp;
  readonly method?: string;
  /** `lost`: done, but the answer never arrives. */
  readonly status: number | 'lost';
  readonly headers?: Readonly<Record<string, string>>;
  times?: number;
}

export interface HelpscoutStandIn {
  /** Host names and the port that answers for them, for either browser. */
  readonly hosts: Readonly<Record<string, number>>;
  readonly origin: string;
  readonly world: World;
  readonly auth: MailboxAuth;
  /** Calls of the API, in order. The pages draw themselves without it. */
  readonly requests: readonly ApiRequest[];
  /** Empty unless Send was pressed. */
  readonly submissions: readonly Submission[];
  /** `fetch` for Node that reaches the API under its own name. */
  readonly fetch: StandInFetch;
  failNext(failure: PlannedFailure): void;
  clearFailures(): void;
  setRateLimit(requestsPerMinute: number): void;
  setPage(options: Partial<PageOptions>): void;
  forgetRequests(): void;
  close(): Promise<void>;
}

interface StandInOptions {
  readonly conversations: readonly SampleConversation[];
  readonly page?: Partial<PageOptions>;
}

/** Starts one on a free loopback port. */
export async function createHelpscoutStandIn(options: StandInOptions): Promise<HelpscoutStandIn> {
  const world = createWorld(options.conversations);
  const auth = createMailboxAuth();
  const rate = createRateMeter();
  const host = createPageHost(world, options.page ?? {});
  const requests: ApiRequest[] = [];
  let failures: PlannedFailure[] = [];

  function takeFailure({ method, path }: ApiRequest): PlannedFailure | null {
    const found = failures.find(
      (one) => one.path.test(path) && (one.method ?? method) === method && (one.times ?? 1) > 0,
    );
    if (found) found.times = (found.times ?? 1) - 1;
    failures = failures.filter(({ times }) => times !== 0);
    return found ?? null;
  }

  function answer(request: ApiRequest, url: URL): Reply {
    const { method, headers, body } = request;
    const wait = rate.count(method !== 'GET', Date.now());
    if (wait !== null) return tooMany(wait);
    if (url.pathname === '/v2/oauth2/token') {
      return method === 'POST' ? auth.exchange(body as never) : { status: 405 };
    }
    if (!auth.accepts(headers['authorization']))
      return { status: 401, body: { error: 'invalid_token' } };
    return answerMailbox(world, { method, url, body });
  }

  async function serveApi(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '/', API_ORIGIN);
    const request: ApiRequest = {
      method: incoming.method ?? 'GET',
      path: url.pathname + url.search,
      headers: incoming.headers as Record<string, string>,
      body: await readJsonBody(incoming),
      status: 0,
    };
    requests.push(request);
    const failure = takeFailure(request);
    const planned = failure?.status ?? 'lost';
    const reply: Reply =
      planned === 'lost'
        ? answer(request, url)
        : { status: planned, headers: failure?.headers ?? {}, body: vndError('Planned') };
    request.status = reply.status;
    if (failure?.status === 'lost') return void response.destroy();
    // No CORS headers: only an extension's own pages may read this.
    response.writeHead(reply.status, {
      'content-type': 'application/hal+json',
      ...rate.headers(),
      ...reply.headers,
    });
    response.end(reply.body === undefined ? '' : JSON.stringify(reply.body));
  }

  const certificate = createSelfSignedCertificate(['secure.helpscout.net', 'api.helpscout.net']);
  const server = createServer(certificate, (incoming, response) => {
    const isApi = incoming.headers.host === new URL(API_ORIGIN).host;
    const served = isApi ? serveApi(incoming, response) : host.serve(incoming, response);
    served.catch((error: unknown) => {
      process.stderr.write(`The stand-in failed: ${String(error)}\n`);
      response.destroy();
    });
  });
  const port = await listenOnLoopback(server);
  return {
    hosts: { 'secure.helpscout.net': port, 'api.helpscout.net': port },
    origin: PAGE_ORIGIN,
    world,
    auth,
    requests,
    submissions: host.submissions,
    fetch: createClient({ origin: API_ORIGIN, port, ca: certificate.cert, cookie: '' }),
    failNext: (failure) => void failures.push({ ...failure }),
    clearFailures() {
      failures = [];
    },
    setRateLimit: (limit) => rate.setLimit(limit),
    setPage: (page) => host.setOptions(page),
    forgetRequests() {
      requests.length = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const tooMany = (seconds: number): Reply => ({
  status: 429,
  headers: { 'x-ratelimit-retry-after': String(seconds) },
  body: { message: 'API rate limit exceeded' },
});
