import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createGate, type Gate } from '@/tests/support/gate';
import { listenOnLoopback } from '@/tests/support/loopback';

const server = createServer((_, response) => response.end('here'));
let gate: Gate;
const ask = async () => (await fetch(`http://127.0.0.1:${gate.port}/`)).text();

beforeAll(async () => {
  gate = await createGate(await listenOnLoopback(server));
});
afterAll(async () => {
  await gate.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

it('lets everything through until it is shut, and again afterwards', async () => {
  expect(await ask()).toBe('here');
  gate.shut();
  await expect(ask()).rejects.toBeInstanceOf(TypeError);
  gate.open();
  expect(await ask()).toBe('here');
});

it('cuts what is under way', async () => {
  server.once('request', () => gate.shut());
  server.prependOnceListener('request', (_, response) => response.write('half'));
  await expect(ask()).rejects.toBeInstanceOf(TypeError);
  gate.open();
});
