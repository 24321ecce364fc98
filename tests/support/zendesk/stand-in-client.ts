/** A `fetch` for Node tests that reaches the stand-in under its public origin, with the agent's cookie. */
import { request } from 'node:https';

export type StandInFetch = (input: string | URL, init?: StandInRequest) => Promise<Response>;

/** The part of `RequestInit` that API clients use. */
interface StandInRequest {
  readonly method?: string;
  readonly headers?: HeadersInit;
  readonly body?: string;
  readonly signal?: AbortSignal | null;
  /** `omit` leaves the session cookie away. */
  readonly credentials?: RequestCredentials;
}

interface Target {
  readonly origin: string;
  readonly port: number;
  readonly ca: string;
  readonly cookie: string;
}

/** Connects to the loopback port whatever the host name says, and checks the certificate like a browser. */
export function createClient({ origin, port, ca, cookie }: Target): StandInFetch {
  return (input, init = {}) => {
    const url = new URL(input, origin);
    const headers = Object.fromEntries(new Headers(init.headers));
    if (init.credentials !== 'omit') headers['cookie'] = cookie;
    headers['host'] = url.host;
    // Node frames a body by itself for some methods only, and DELETE is not one of them.
    if (init.body !== undefined) headers['content-length'] = String(Buffer.byteLength(init.body));
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          host: '127.0.0.1',
          port,
          ca,
          servername: url.hostname,
          method: init.method ?? 'GET',
          path: url.pathname + url.search,
          headers,
          agent: false,
          ...(init.signal ? { signal: init.signal } : {}),
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () => {
            const status = incoming.statusCode ?? 500;
            const replyHeaders = new Headers();
            for (const [name, value] of Object.entries(incoming.headers)) {
              for (const one of Array.isArray(value) ? value : [value ?? ''])
                replyHeaders.append(name, one);
            }
            const mayHaveBody = status !== 204 && status !== 304;
            resolve(
              new Response(mayHaveBody ? Buffer.concat(chunks) : null, {
                status,
                headers: replyHeaders,
              }),
            );
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(init.body);
    });
  };
}
