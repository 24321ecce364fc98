/** What arrived at the stand-in and what really went out to customers: the evidence tests look at. */
import type { IncomingMessage } from 'node:http';
import { readJsonBody } from './http-exchange';

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

export interface RequestLog {
  /** API calls. The page draws itself over another channel, so these are the extension's. */
  readonly api: LoggedRequest[];
  /** Everything else: documents, files, page state. */
  readonly page: LoggedRequest[];
  readonly submissions: Submission[];
}

export const createRequestLog = (): RequestLog => ({ api: [], page: [], submissions: [] });

export async function describeRequest(request: IncomingMessage, url: URL): Promise<LoggedRequest> {
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
