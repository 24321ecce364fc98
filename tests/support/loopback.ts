/** Starts servers on a free port of 127.0.0.1 and nowhere else. */
import { createServer, type Server } from 'node:net';

/** Listens on a port the system chooses and returns it. */
export function listenOnLoopback(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string')
        reject(new Error('The server has no port'));
      else resolve(address.port);
    });
  });
}

/** A port that was free a moment ago, for programs that must be told theirs. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOnLoopback(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
