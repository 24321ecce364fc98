/** The proxy leads known hosts to their port and lets no other host out. */
import { request } from 'node:http';
import { createServer } from 'node:net';
import type { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { createConnectProxy, portFor, type ConnectProxy } from './connect-proxy';
import { listenOnLoopback } from './loopback';

describe('portFor', () => {
  const hosts = { '*.zendesk.com': 1, 'help.fernway.example': 2 };

  it.each([
    ['acme.zendesk.com', 1],
    ['a.b.zendesk.com', 1],
    ['help.fernway.example', 2],
    ['zendesk.com', undefined],
    ['notzendesk.com', undefined],
    ['acme.zendesk.com.evil.example', undefined],
    ['x.help.fernway.example', undefined],
  ])('%s → %s', (host, port) => {
    expect(portFor(hosts, host)).toBe(port);
  });
});

describe('createConnectProxy', () => {
  let proxy: ConnectProxy | undefined;

  afterEach(() => proxy?.close());

  interface Tunnel {
    readonly status: number;
    readonly socket: Duplex;
  }

  function openTunnel(port: number, path: string): Promise<Tunnel> {
    return new Promise((resolve, reject) => {
      const outgoing = request({ host: '127.0.0.1', port, method: 'CONNECT', path });
      outgoing.on('error', reject);
      outgoing.on('connect', ({ statusCode = 0 }, socket, head: Buffer) => {
        // What came together with the reply line belongs to the tunnel.
        socket.unshift(head);
        resolve({ status: statusCode, socket });
      });
      outgoing.end();
    });
  }

  it('tunnels to the mapped port, to the last byte', async () => {
    const greeting = 'hello '.repeat(100_000);
    const greeter = createServer((socket) => socket.end(greeting));
    const port = await listenOnLoopback(greeter);
    proxy = await createConnectProxy({ '*.zendesk.com': port });
    const { status, socket } = await openTunnel(proxy.port, 'acme.zendesk.com:443');
    expect(status).toBe(200);
    expect((await text(socket)) === greeting).toBe(true);
    greeter.close();
  });

  it('refuses every other host, and remembers who asked', async () => {
    proxy = await createConnectProxy({});
    expect((await openTunnel(proxy.port, 'example.org:443')).status).toBe(403);
    expect(proxy.asked).toEqual(['example.org:443']);
  });

  it('closes while tunnels are open', async () => {
    const silent = createServer();
    const port = await listenOnLoopback(silent);
    const closing = await createConnectProxy({ 'a.example': port });
    const { socket } = await openTunnel(closing.port, 'a.example:443');
    const ended = new Promise((resolve) => socket.once('close', resolve));
    await closing.close();
    await ended;
    silent.close();
    expect(socket.destroyed).toBe(true);
  });
});
