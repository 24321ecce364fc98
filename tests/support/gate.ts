/** A door in front of a local server: while it is shut, the server is as far away as without a network. */
import { connect, createServer, type Socket } from 'node:net';
import { listenOnLoopback } from './loopback';

export interface Gate {
  /** On 127.0.0.1, in the place of the server's own. */
  readonly port: number;
  /** Cuts every connection and takes no new one. */
  shut(): void;
  open(): void;
  close(): Promise<void>;
}

/** Leads to the server on `target` until it is shut; what passes is not looked at. */
export async function createGate(target: number): Promise<Gate> {
  const sockets = new Set<Socket>();
  let isOpen = true;
  const server = createServer((client) => {
    if (!isOpen) return void client.destroy();
    const upstream = connect(target, '127.0.0.1');
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.end();
      });
      one.pipe(other);
    }
  });
  const port = await listenOnLoopback(server);
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port,
    shut() {
      isOpen = false;
      cut();
    },
    open() {
      isOpen = true;
    },
    close() {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
