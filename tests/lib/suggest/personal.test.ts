import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutPersonal } from '@/lib/suggest/personal';

const left = (text: string, requester = 'Ana Maria Pérez') =>
  withoutPersonal(text, requester).replaceAll(/\s+/g, ' ').trim();

describe('withoutPersonal', () => {
  it.each([
    ['write to ana.perez+till@bakery.example now', 'write to now'],
    ['from 192.168.10.44 or 2001:db8:0:1:1:1:1:1', 'from or'],
    ['call +49 (0)170 123 45 67 please', 'call please'],
    ['call 0170/1234567', 'call'],
    ['call 555 123 4567, thanks', 'call , thanks'],
    ['call 06.12.34.56.78', 'call'],
    ['call 555.123.4567', 'call'],
    ['card 4111 1111 1111 1111 refused', 'card refused'],
    ['account DE89 3704 0044 0532 0130 00 debited', 'account debited'],
    ['order ORD20261122 and 48151623', 'order and'],
    ['Regards, Ana Pérez', 'Regards,'],
    ['ANA here', 'here'],
  ])('takes what tells who wrote: %s', (text, expected) => {
    expect(left(text)).toBe(expected);
  });

  it.each([
    'SYNC-4012 after update to 6.3.2',
    'Windows 10.0.19045.3570 shows 0x80070005',
    'HTTP 503 at 12:30, till 4 of 12',
    'TypeError in ReceiptPrinter.kt:212',
    'Analysis of the mariachi report',
    'レシートが印刷されません。',
  ])('leaves what tells what is wrong: %s', (text) => {
    expect(left(text)).toBe(text);
  });

  it('leaves short parts of a name, which are words of their own', () => {
    expect(left('Al wants no tax', 'Al No')).toBe('Al wants no tax');
    expect(left('till', '')).toBe('till');
  });

  it('takes any text, in time that grows with it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, name) => {
        expect(withoutPersonal(text, name)).not.toMatch(/\w@\w/);
      }),
    );
    for (const piece of ['1 ', '1.', 'a:', '@', '(1', 'DE12 3456 ']) {
      const started = performance.now();
      withoutPersonal(piece.repeat(40_000 / piece.length), 'Ana');
      expect({ piece, isFast: performance.now() - started < 2_000 }).toEqual({
        piece,
        isFast: true,
      });
    }
  });
});
