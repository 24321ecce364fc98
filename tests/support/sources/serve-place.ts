/** Serves a stand-in over HTTPS on loopback, for browsers. */
import { createServer } from 'node:https';
import type { Place, PlaceClock, PlaceRequest } from '@/tests/support/sources/place';
import { listenOnLoopback } from '@/tests/support/loopback';
import { createSelfSignedCertificate } from '@/tests/support/self-signed';

export interface ServedPlace {
  port: number;
  /** Every request that arrived, oldest first. */
  asked: PlaceRequest[];
  close(): Promise<void>;
}

/** Answers carry the place's own time. `delayMs`: how long each takes, so that a reading can be watched. */
export async function servePlace(
  place: Pick<Place, 'answer'>,
  clock: PlaceClock,
  host: string,
  delayMs = 0,
): Promise<ServedPlace> {
  const asked: PlaceRequest[] = [];
  const server = createServer(createSelfSignedCertificate([host]), (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const request = {
        method: incoming.method ?? 'GET',
        url: new URL(incoming.url ?? '/', `https://${host}`),
        headers: new Headers(incoming.headers as Record<string, string>),
        body: Buffer.concat(chunks).toString(),
      };
      asked.push(request);
      const { status, headers, body } = place.answer(request);
      const date = new Date(clock.now()).toUTCString();
      setTimeout(() => outgoing.writeHead(status, { date, ...headers }).end(body), delayMs);
    });
  });
  const port = await listenOnLoopback(server);
  return {
    port,
    asked,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
