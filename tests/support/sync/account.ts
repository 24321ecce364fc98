/** An account at Zendesk with agents' pages and a help centre under one address, as accounts are. */
import { createServer, request as ask } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenOnLoopback } from '@/tests/support/loopback';
import { createSelfSignedCertificate } from '@/tests/support/self-signed';
import { createHelpCentre, type HelpCentre } from '@/tests/support/sync/help-centre';
import { sessionCookie } from '@/tests/support/zendesk/request-handler';
import type { SampleTicket } from '@/tests/support/zendesk/sample-ticket';
import { createStandIn, type StandIn } from '@/tests/support/zendesk/stand-in';

export interface Account {
  port: number;
  standIn: StandIn;
  centre: HelpCentre;
  /** Requests to the help centre, as `status path`. */
  asked: string[];
  close(): Promise<void>;
}

export async function createAccount(
  tickets: readonly SampleTicket[],
  size: { articles: number; posts: number },
): Promise<Account> {
  const standIn = await createStandIn({ tickets, rateLimit: 700 });
  const centre = createHelpCentre(standIn.origin, size.articles, size.posts);
  const asked: string[] = [];
  const server = createServer(
    createSelfSignedCertificate(['*.zendesk.com']),
    (request, response) => {
      const url = new URL(request.url ?? '/', standIn.origin);
      const answer = answerAgent(centre, request, url);
      if (answer === null) return passOn(standIn.port, request, response);
      asked.push(`${answer.status} ${url.pathname}`);
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(answer.body);
    },
  );
  const port = await listenOnLoopback(server);
  return {
    port,
    standIn,
    centre,
    asked,
    async close() {
      server.closeAllConnections();
      await Promise.all([standIn.close(), new Promise((resolve) => server.close(resolve))]);
    },
  };
}

/** The help centre's own answer: this one opens itself to agents alone. */
function answerAgent(centre: HelpCentre, request: IncomingMessage, url: URL) {
  const answer = centre.answer(url);
  if (answer === null) return null;
  const isAgent = (request.headers.cookie ?? '').split(/;\s*/).includes(sessionCookie);
  return isAgent ? answer : { status: 401, body: '{"error":"Couldn\'t authenticate you"}' };
}

function passOn(port: number, request: IncomingMessage, response: ServerResponse): void {
  const { method, headers, url: path } = request;
  const passed = ask(
    // The stand-in signed its own certificate a moment ago.
    { host: '127.0.0.1', port, path, method, headers, rejectUnauthorized: false },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  passed.on('error', () => response.destroy());
  request.pipe(passed);
}
