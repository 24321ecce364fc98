/** Reading requests and writing replies on the wire, the broken ones included. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Failure } from './failures';
import { json, type Reply } from './replies';

interface Logged {
  status: number | null;
}

/** The body parsed as JSON, the raw text when it is not JSON, null when there is none. */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

export function isSignedIn(request: IncomingMessage, sessionCookie: string): boolean {
  return (request.headers.cookie ?? '').split(/;\s*/).includes(sessionCookie);
}

export function writeReply(
  response: ServerResponse,
  reply: Reply,
  rateHeaders: Readonly<Record<string, string>>,
  entry: Logged,
): void {
  entry.status = reply.status;
  response.writeHead(reply.status, {
    'cache-control': 'no-store',
    ...rateHeaders,
    ...reply.headers,
  });
  response.end(reply.body);
}

/** `timeout` holds the connection without an answer; `truncated` promises more bytes than it sends. */
export function writeFailure(
  response: ServerResponse,
  failure: Exclude<Failure, { how: 'lost' }>,
  rateHeaders: Readonly<Record<string, string>>,
  entry: Logged,
): void {
  if (failure.how === 'reply') return writeReply(response, failure.reply, rateHeaders, entry);
  if (failure.how === 'timeout') return;
  entry.status = 200;
  const { headers, body } = json(200, { ticket: { id: 1, subject: 'This reply ends in the mid' } });
  response.writeHead(200, { ...rateHeaders, ...headers, 'content-length': String(body.length) });
  response.write(body.slice(0, body.length / 2), () => response.destroy());
}
