import { expect, it } from 'vitest';
import { isOwnNetwork } from '@/lib/sources/tracker/hosts';

it.each([
  ['http://127.0.0.1:8080/redmine', true],
  ['http://localhost', true],
  ['https://redmine', true],
  ['https://bugs.fernway.internal', true],
  ['http://192.168.0.4', true],
  ['http://172.20.1.1', true],
  ['http://[::1]:3000', true],
  ['http://[fd00::1]', true],
  ['https://bugs.fernway.example', false],
  ['https://172.32.0.1', false],
  ['https://[2001:db8::1]', false],
  ['https://local.example', false],
])('%s is of one’s own network: %s', (address, isOwn) => {
  expect(isOwnNetwork(address)).toBe(isOwn);
});
