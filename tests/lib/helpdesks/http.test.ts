import { describe, expect, it } from 'vitest';
import { faultOfStatus, parseJson, readBody } from '@/lib/helpdesks/http';

describe('a refusal', () => {
  it.each([
    [401, 'signed-out'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [410, 'not-found'],
    [409, 'conflict'],
    [412, 'conflict'],
    [500, 'server-error'],
    [503, 'server-error'],
    [400, 'bad-response'],
    [302, 'bad-response'],
  ])('%i is %s', (status, kind) => {
    expect(faultOfStatus(status, null).kind).toBe(kind);
  });

  it.each([
    ['37', 37],
    ['0.2', 1],
    ['-5', 1],
    ['999999', 3600],
    [' ', 60],
    ['soon', 60],
    [null, 60],
  ])('429 with "%s" asks for %s seconds of peace', (header, seconds) => {
    expect(faultOfStatus(429, header)).toMatchObject({ kind: 'rate-limited', detail: { seconds } });
  });
});

describe('a body', () => {
  it('is read whole, also when a letter comes in two pieces', async () => {
    const bytes = new TextEncoder().encode('{"a":"é"}');
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(bytes.slice(0, 7));
        controller.enqueue(bytes.slice(7));
        controller.close();
      },
    });
    expect(await readBody(new Response(stream))).toEqual({ ok: true, value: '{"a":"é"}' });
    expect(await readBody(new Response(null))).toEqual({ ok: true, value: '' });
  });

  it('without end is left at the limit', async () => {
    let pieces = 0;
    const stream = new ReadableStream({
      pull(controller) {
        pieces += 1;
        controller.enqueue(new Uint8Array(100_000));
      },
    });
    expect(await readBody(new Response(stream))).toMatchObject({
      fault: { kind: 'bad-response', detail: { why: 'too large' } },
    });
    expect(pieces).toBeLessThan(45);
  });

  it('that is no JSON is told from one that is', () => {
    expect(parseJson('[1]')).toEqual({ ok: true, value: [1] });
    expect(parseJson('<html>')).toMatchObject({ fault: { detail: { why: 'not JSON' } } });
  });
});
