import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import { readBody } from '@/lib/sources/http-body';

const LIMITS = { bytes: 100_000, unpackedBytes: 1_000_000 };

/** A body that comes in pieces of `size` bytes; `breaksAfter` pieces, the connection is lost. */
function answer(bytes: Uint8Array, size = 700, breaksAfter = Infinity): Response {
  let at = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at / size >= breaksAfter) controller.error(new TypeError('lost'));
      else if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
  return new Response(stream, { headers: { 'content-type': 'application/gzip' } });
}

const tooLarge = (limit: number) => fail(fault('bad-response', { why: 'too large', limit }));

describe('a packed file', () => {
  const text = Array.from({ length: 9_000 }, (_, at) => `<url>Größe ${at * 7919}</url>`).join('');
  const packed = gzipSync(text);

  it('is unpacked where that was asked for, whatever pieces it comes in', async () => {
    expect(packed.length).toBeGreaterThan(10_000);
    for (const size of [7, 700, 1_000_000]) {
      // oxlint-disable-next-line no-await-in-loop
      const body = await readBody(answer(packed, size), LIMITS);
      expect(body).toEqual(ok({ text, bytes: packed.length }));
    }
  });

  it('is left as it is elsewhere', async () => {
    const body = await readBody(answer(packed), { bytes: LIMITS.bytes });
    expect(body).toMatchObject({ ok: true, value: { bytes: packed.length } });
    expect(JSON.stringify(body)).not.toContain('<url>');
  });

  it('is text when it is none, though its name says so', async () => {
    const plain = new TextEncoder().encode('<urlset/>');
    expect(await readBody(answer(plain), LIMITS)).toEqual(ok({ text: '<urlset/>', bytes: 9 }));
    expect(await readBody(new Response(null), LIMITS)).toEqual(ok({ text: '', bytes: 0 }));
  });

  it('may be a bomb, and is dropped while it unpacks', async () => {
    const bomb = gzipSync(Buffer.alloc(60_000_000));
    expect(bomb.length).toBeLessThan(LIMITS.bytes);
    expect(await readBody(answer(bomb), LIMITS)).toEqual(tooLarge(LIMITS.unpackedBytes));
  });

  it('may be too large as it comes', async () => {
    const body = await readBody(answer(packed), { bytes: 5_000, unpackedBytes: 1_000_000 });
    expect(body).toEqual(tooLarge(5_000));
  });

  it('may be broken: that is no lost connection', async () => {
    const broken = Uint8Array.from(packed, (byte, at) => (at > 400 && at < 500 ? 255 : byte));
    const badFile = fail(fault('bad-response', { why: 'broken file' }));
    for (const size of [300, 1_000_000]) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await readBody(answer(broken, size), LIMITS)).toEqual(badFile);
    }
    expect(await readBody(answer(packed.subarray(0, 8_000)), LIMITS)).toEqual(badFile);
  });

  it('rejects when the connection is lost', async () => {
    await expect(readBody(answer(packed, 700, 3), LIMITS)).rejects.toThrow('lost');
  });
});
