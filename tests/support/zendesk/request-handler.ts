/** Decides who answers a request: the API, the agent page, or the sign-in document. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerApi } from './api';
import type { FailurePlan } from './failures';
import { isSignedIn, writeFailure, writeReply } from './http-exchange';
import type { PageHost } from './page-host';
import { tooManyRequests, type RateMeter } from './replies';
import { describeRequest, type LoggedRequest, type RequestLog } from './request-log';
import type { World } from './world';

export const csrfToken = 'fixture-csrf';
export const sessionCookie = '_zendesk_session=stand-in';

/** Everything that the answers depend on; tests change it while the server runs. */
export interface StandInState {
  readonly world: World;
  readonly host: PageHost;
  readonly failures: FailurePlan;
  readonly rate: RateMeter;
  readonly log: RequestLog;
  /** Whether the account's agent is signed in; a browser's cookie is worth nothing otherwise. */
  hasLogin: boolean;
  /** Milliseconds that every API reply waits. */
  delay: number;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly entry: LoggedRequest;
}

export function createRequestHandler(state: StandInState): RequestListener {
  return (request, response) => {
    handle(state, request, response).catch((error: unknown) => {
      // A fault of the stand-in itself must not look like one of Zendesk's.
      process.stderr.write(`The stand-in failed: ${String(error)}\n`);
      response.destroy();
    });
  };
}

async function handle(state: StandInState, request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '/', state.world.origin);
  const entry = await describeRequest(request, url);
  const exchange = { request, response, url, entry };
  if (url.pathname.startsWith('/api/')) {
    state.log.api.push(entry);
    if (state.delay > 0) await sleep(state.delay);
    serveApi(state, exchange);
  } else {
    // The page asks for changes several times a second, which would bury everything else.
    if (!url.pathname.startsWith('/stand-in/changes/')) state.log.page.push(entry);
    servePages(state, exchange);
  }
}

function serveApi(state: StandInState, { request, response, url, entry }: Exchange): void {
  const now = Date.now();
  const wait = state.rate.count(now);
  const rateHeaders = state.rate.headers(now);
  const failure = state.failures.take(entry.method, url.pathname + url.search);
  if (failure && failure.how !== 'lost') return writeFailure(response, failure, rateHeaders, entry);
  if (wait !== null) return writeReply(response, tooManyRequests(wait), rateHeaders, entry);
  const reply = answerApi({
    world: state.world,
    method: entry.method,
    url,
    body: isFields(entry.body) ? entry.body : {},
    hasSession: state.hasLogin && isSignedIn(request, sessionCookie),
    csrfToken,
    givenCsrfToken: entry.headers['x-csrf-token'],
    recordSubmission: (submission) => state.log.submissions.push({ ...submission, via: 'api' }),
  });
  if (failure) {
    entry.status = reply.status;
    response.destroy();
    return;
  }
  writeReply(response, reply, rateHeaders, entry);
}

function servePages(state: StandInState, exchange: Exchange): void {
  const { request, response, url, entry } = exchange;
  const { pathname } = url;
  const isDocument = pathname.startsWith('/agent');
  if (pathname.startsWith('/access/')) return signInDocument(exchange);
  if (!state.hasLogin || !(isDocument || isSignedIn(request, sessionCookie))) {
    entry.status = 302;
    response.writeHead(302, { location: '/access/unauthenticated' }).end();
    return;
  }
  const submit = /^\/stand-in\/submit\/(\d+)$/.exec(pathname);
  if (submit && entry.method === 'POST') submitFromPage(state, Number(submit[1]), exchange);
  else if (isDocument) {
    entry.status = 200;
    const cookie = `${sessionCookie}; Path=/; Secure; HttpOnly; SameSite=Lax`;
    state.host.servePage(request, response, url, { csrfToken, cookie });
  } else entry.status = state.host.serveInternal(response, pathname);
}

function submitFromPage(state: StandInState, ticketId: number, { response, entry }: Exchange) {
  const { channel, html, text } = isFields(entry.body) ? entry.body : {};
  const submission = { ticketId, channel: String(channel), html: String(html) };
  state.log.submissions.push({ ...submission, via: 'page' });
  state.world.addComment(ticketId, {
    author: 'agent',
    visibility: channel === 'internal' ? 'internal' : 'public',
    body: String(text),
    html: String(html),
  });
  entry.status = 204;
  response.writeHead(204).end();
}

function signInDocument({ response, entry }: Exchange): void {
  entry.status = 200;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    '<!doctype html><html lang="en"><title>Sign in</title><h1>Sign in to Acme</h1></html>',
  );
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
