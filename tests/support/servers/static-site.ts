/** A static web server over files in memory, with real conditional GETs, redirects and refusals. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenOnLoopback } from '@/tests/support/loopback';

export interface StaticFile {
  body: string;
  type?: string;
  /** 403, 404, 500: instead of the file. */
  status?: number;
  /** To another path. */
  redirect?: string;
  headers?: Record<string, string>;
}

export interface StaticSite {
  origin: string;
  /** By path; changed at will. */
  files: Map<string, StaticFile>;
  /** Paths asked for, with the status they got. */
  log: string[];
  stop(): Promise<void>;
}

export async function startStaticSite(): Promise<StaticSite> {
  const files = new Map<string, StaticFile>();
  const log: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const status = serve(files.get(pathname), request, response);
    log.push(`${status} ${pathname}`);
  });
  const port = await listenOnLoopback(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    files,
    log,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function serve(
  file: StaticFile | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): number {
  if (file?.redirect !== undefined) {
    response.writeHead(302, { location: file.redirect }).end();
    return 302;
  }
  if (file === undefined || (file.status ?? 200) !== 200) {
    const status = file?.status ?? 404;
    response.writeHead(status, { 'content-type': 'text/html' }).end(file?.body ?? 'Not found');
    return status;
  }
  const etag = `"${createHash('sha256').update(file.body).digest('hex').slice(0, 16)}"`;
  const headers = { etag, 'content-type': file.type ?? 'text/html', ...file.headers };
  const isKnown = request.headers['if-none-match'] === etag;
  response.writeHead(isKnown ? 304 : 200, headers).end(isKnown ? undefined : file.body);
  return isKnown ? 304 : 200;
}
