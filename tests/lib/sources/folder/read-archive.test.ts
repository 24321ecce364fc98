import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { HostileArchive, isArchive, readArchive } from '@/lib/sources/folder/read-archive';

async function read(
  bytes: Uint8Array,
  { wants = () => true, limit, size = 1_000 }: { wants?: (path: string) => boolean; limit?: number; size?: number } = {}, // prettier-ignore
): Promise<[string, string | null][]> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const found: [string, string | null][] = [];
  for await (const file of readArchive(chunks(), wants, limit)) {
    found.push([file.path, file.bytes === null ? null : new TextDecoder().decode(file.bytes)]);
  }
  return found;
}

const archive = zipSync({
  'a/one.md': strToU8('One '.repeat(1_000)),
  'a/stored.md': [strToU8('Stored'), { level: 0 }],
  'pic.png': strToU8('x'),
  'ü/zwei.md': strToU8('Zwei'),
  'empty.md': new Uint8Array(0),
});

describe('readArchive', () => {
  it.each([1, 7, 100_000])('reads files, packed and stored, in pieces of %d', async (size) => {
    expect(await read(archive, { size, wants: (path) => path.endsWith('.md') })).toEqual([
      ['a/one.md', 'One '.repeat(1_000)],
      ['a/stored.md', 'Stored'],
      ['ü/zwei.md', 'Zwei'],
      ['empty.md', ''],
    ]);
  });

  it('leaves out what says that it is too big', async () => {
    const found = await read(archive, { limit: 100, wants: (path) => path.startsWith('a/') });
    expect(found).toEqual([
      ['a/one.md', null],
      ['a/stored.md', 'Stored'],
    ]);
  });

  it('stops at one that lies about its size', async () => {
    const bomb = zipSync({ 'bomb.md': new Uint8Array(5_000_000) });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    // The unpacked size in the file's own head: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.3.7.
    expect(view.getUint32(22, true)).toBe(5_000_000);
    view.setUint32(22, 10, true);
    await expect(read(bomb, { limit: 100_000 })).rejects.toThrow(HostileArchive);
  });

  it('refuses one that breaks off within a file', async () => {
    const whole = zipSync({ 'a.md': strToU8('Text '.repeat(9_000)), 'b.md': strToU8('B') });
    for (let end = 40; end < 100; end += 7) {
      await expect(read(whole.subarray(0, end))).rejects.toThrow(/breaks off|invalid zip data/);
    }
  });

  it('is told by its first bytes', async () => {
    expect(await isArchive(new Blob([archive.slice()]))).toBe(true);
    expect(await isArchive(new Blob(['{"id":1}']))).toBe(false);
    expect(await isArchive(new Blob([]))).toBe(false);
  });
});
