import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBytes, readLines, UnreadableFile, type Line } from '@/lib/sources/jsonl/read-lines';

const encoder = new TextEncoder();

async function* chunked(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function linesOf(text: string | Uint8Array, size = 7, limit?: number): Promise<Line[]> {
  const bytes = typeof text === 'string' ? encoder.encode(text) : text;
  return collect(readLines(chunked(bytes, size), limit));
}

const read = (number: number, text: string): Line => ({ number, status: 'read', text });

describe('lines', () => {
  test('with either end of line, with and without a last one', async () => {
    expect(await linesOf('a\nb\r\nc')).toEqual([read(1, 'a'), read(2, 'b'), read(3, 'c')]);
    expect(await linesOf('a\n')).toEqual([read(1, 'a')]);
  });

  test('empty ones are counted and left out', async () => {
    expect(await linesOf('\n\r\na\n\n  \nb\n')).toEqual([read(3, 'a'), read(6, 'b')]);
    expect(await linesOf('')).toEqual([]);
  });

  test('a byte order mark is no text', async () => {
    expect(await linesOf('\uFEFF{"id":1}\n')).toEqual([read(1, '{"id":1}')]);
  });

  test('broken UTF-8 costs a letter, not the file', async () => {
    const bytes = new Uint8Array([0x61, 0xff, 0x62, 0x0a, 0x63]);
    expect(await linesOf(bytes)).toEqual([read(1, 'a\uFFFDb'), read(2, 'c')]);
  });

  test('one that is too long is left out, the next is read', async () => {
    expect(await linesOf(`a\n${'x'.repeat(101)}\nb\n${'y'.repeat(100)}`, 7, 100)).toEqual([
      read(1, 'a'),
      { number: 2, status: 'too-long' },
      read(3, 'b'),
      read(4, 'y'.repeat(100)),
    ]);
  });

  test('pieces of any size give the same lines', async () => {
    const text = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 50 }), async (parts, size) => {
        const whole = parts.map((part) => part.replaceAll('\uFEFF', '')).join('\n');
        const lines = await linesOf(whole, size);
        const wanted = whole
          .split('\n')
          .flatMap((line, at) => (line.trim() === '' ? [] : read(at + 1, line.replace(/\r$/, ''))));
        expect(lines).toEqual(wanted);
      }),
    );
  });

  test('memory that a stream uses again does no harm', async () => {
    async function* reusing() {
      const memory = new Uint8Array(2);
      for (const pair of ['ab', 'cd', '\ne']) {
        memory.set(encoder.encode(pair));
        yield memory;
      }
    }
    expect(await collect(readLines(reusing()))).toEqual([read(1, 'abcd'), read(2, 'e')]);
  });
});

describe('bytes', () => {
  const text = async (file: Blob, onRead?: (bytes: number) => void) =>
    new TextDecoder().decode(Buffer.concat(await collect(readBytes(file, onRead))));

  test('plain and packed files, told apart by their first bytes', async () => {
    expect(await text(new Blob(['{"id":1}\n']))).toBe('{"id":1}\n');
    expect(await text(new Blob([gzipSync('{"id":1}\n')]))).toBe('{"id":1}\n');
    expect(await text(new Blob([]))).toBe('');
    expect(await text(new Blob(['\u001f']))).toBe('\u001f');
  });

  test('counts the bytes of the file, not of what was packed', async () => {
    const packed = gzipSync('x'.repeat(100_000));
    let counted = 0;
    await text(new Blob([packed]), (bytes) => {
      counted += bytes;
    });
    expect(counted).toBe(packed.length);
  });

  test('damaged gzip is unreadable', async () => {
    const packed = gzipSync('hello '.repeat(1_000));
    const cutOff = new Blob([packed.subarray(0, packed.length - 12)]);
    await expect(text(cutOff)).rejects.toBeInstanceOf(UnreadableFile);
    const nonsense = new Blob([new Uint8Array([0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9])]);
    await expect(text(nonsense)).rejects.toBeInstanceOf(UnreadableFile);
  });
});
