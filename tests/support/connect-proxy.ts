/** An HTTP CONNECT proxy for Firefox: each host name leads to a local port, any other host is refused. */
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { listenOnLoopback } from './loopback';

/** Host patterns (`*.zendesk.com`, `help.fernway.example`) and the loopback port that answers for each. */
export type HostMap = Readonly<Record<string, number>>;

export interface ConnectProxy {
  readonly port: number;
  /** Every `host:port` a client asked for, refused ones too: proof of what the browser tried to reach. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** The port for a host name; `*.` matches any depth of subdomain, as in Chromium's resolver rules. */
export function portFor(hosts: HostMap, host: string): number | undefined {
  const match = Object.entries(hosts).find(([pattern]) =>
    pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern,
  );
  return match?.[1];
}

export async function createConnectProxy(hosts: HostMap): Promise<ConnectProxy> {
  const asked: string[] = [];
  const server: Server = createServer((_request, response) => {
    response.writeHead(502);
    response.end();
  });
  const open = new Set<() => void>();
  server.on('connect', (request, client, head) => {
    const target = request.url ?? '';
    asked.push(target);
    const port = portFor(hosts, target.split(':')[0] ?? '');
    client.on('error', () => client.destroy());
    if (port === undefined) {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    const drop = () => {
      upstream.destroy();
      client.destroy();
      open.delete(drop);
    };
    open.add(drop);
    upstream.on('error', drop);
    // Not `destroy`: the last bytes may still be on their way to the client.
    upstream.on('close', () => client.end());
    client.on('close', drop);
  });
  const port = await listenOnLoopback(server);
  return {
    port,
    asked,
    close() {
      // Tunnels are no longer the HTTP server's connections, so it would wait for them for ever.
      for (const drop of open) drop();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
