import { describe, expect, it } from 'vitest';
import { cleanMessage, splitMessage } from '@/lib/suggest/ticket-text';
import { TRACES } from '@/tests/fixtures/traces';

const BEFORE = 'Since Monday our till stops when we print a receipt. This is what it shows:';
const AFTER = 'We restarted it twice, it did not help.';

describe.each(Object.entries(TRACES))('%s', (_, { text, keeps, loses }) => {
  const { own, logs } = splitMessage(`${BEFORE}\n\n${text}\n\n${AFTER}`);

  it('stands apart from what the customer wrote', () => {
    expect(own.split('\n').filter((line) => line.trim() !== '')).toEqual([BEFORE, AFTER]);
  });

  it('keeps what failed and where, and loses the rest', () => {
    for (const part of keeps) expect(logs).toContain(part);
    for (const part of loses) expect(logs).not.toContain(part);
  });
});

describe('what is no log', () => {
  it.each([
    'It says TypeError: cart is undefined when I pay',
    'TypeError: cart is undefined',
    'at the moment the till (the new one) is slow',
    'at 09:30 the shop (Berlin) opens',
    'From: monday the printer (Epson) is offline',
    'INFO: the printer is offline',
    "if (cart == null) {\n  throw new Error('empty');\n}\nreturn cart.total;",
    '#1 the printer is offline\n#2 the drawer is stuck',
    '1. Open the till\n2. Print a receipt\n3. Nothing happens',
    '[ERROR] Upload rejected\nWhat does it mean?',
  ])('%j', (text) => {
    expect(splitMessage(text)).toEqual({ own: text, logs: '' });
  });
});

it('a message of nothing but a log is its condensed log', () => {
  const { text } = TRACES['java']!;
  expect(splitMessage(text).own).toBe('');
  expect(cleanMessage(text)).toBe(splitMessage(text).logs);
});

it('a log below the signature is not lost', () => {
  const { text } = TRACES['logcat with numbers']!;
  const { own, logs } = splitMessage(`The till does not sync.\n\nRegards\nAna\n\n${text}`);
  expect(own).toBe('The till does not sync.');
  expect(logs).toContain('token expired');
});

it('a long log stays short', () => {
  const line = (at: number): string =>
    `2026-11-22 09:14:02 [ERROR] ${'abcdefghij'[at % 10]}${at} failed`;
  const words = Array.from(
    { length: 50_000 },
    (_, at) => `${line(at)} ${String.fromCodePoint(0x4e00 + (at % 9000))}`,
  );
  expect(splitMessage(words.join('\n')).logs.split('\n').length).toBeLessThanOrEqual(50);
});
