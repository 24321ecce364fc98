import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importFile, sourceOf, type ImportProgress } from '@/lib/app/options/import-file';
import { ok } from '@/lib/core/result';
import type { MessageRequest } from '@/lib/messaging/contract';
import { messages } from '@/lib/messaging/contract';
import type { Source } from '@/lib/model/source';
import { failing, fakeBackground, type FakeBackground } from '@/tests/lib/app/sidebar/fake-sidebar';

type Batch = MessageRequest<'source.importItems'>;

function storing(existing: Source[] = []): FakeBackground & { batches: Batch[] } {
  const batches: Batch[] = [];
  const background = fakeBackground({
    'source.list': () => ok(existing),
    'source.remove': () => ok(null),
    'source.importItems': (request) => {
      messages['source.importItems'].request.parse(request);
      batches.push(request);
      const items = batches.reduce((sum, batch) => sum + batch.items.length, 0);
      return ok({ ...request.source, kind: 'file', addedAt: request.syncedAt, items });
    },
  });
  return Object.assign(background, { batches });
}

const lines = (count: number) =>
  Array.from({ length: count }, (_, at) => JSON.stringify({ id: at, title: `Title ${at}` })).join(
    '\n',
  );

interface Job {
  isForCustomers?: boolean;
  signal?: AbortSignal;
  onProgress?: (progress: ImportProgress) => void;
}

function run(background: FakeBackground, file: File, job: Job = {}) {
  return importFile(
    { background, clock: () => Date.parse('2026-11-22T12:00:00Z') },
    {
      file,
      isForCustomers: false,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      ...job,
    },
  );
}

describe('a file becomes a source', () => {
  test('in batches of 200, the last one said to be the last', async () => {
    const background = storing();
    const end = await run(background, new File([lines(450)], 'Help articles.jsonl'));
    expect(end).toMatchObject({ kind: 'imported', source: { items: 450, name: 'Help articles' } });
    expect(background.batches.map(({ items, isLast }) => [items.length, isLast])).toEqual([
      [200, false],
      [200, false],
      [50, true],
    ]);
    const { source, syncedAt } = background.batches[0]!;
    expect(syncedAt).toBe('2026-11-22T12:00:00.000Z');
    for (const batch of background.batches) {
      expect(batch.source).toEqual(source);
      for (const item of batch.items) {
        expect(item).toMatchObject({ sourceId: source.id, syncedAt, visibility: 'unknown' });
        expect(item.id.startsWith(`${source.id}:article:`)).toBe(true);
      }
    }
  });

  test('exactly one batch is the last one', async () => {
    const background = storing();
    await run(background, new File([lines(200)], 'a.jsonl'));
    expect(background.batches.map(({ isLast }) => isLast)).toEqual([true]);
  });

  test('batches never overtake each other', async () => {
    const background = storing();
    let running = 0;
    let most = 0;
    const works = background.handlers['source.importItems']!;
    background.handlers['source.importItems'] = async (request) => {
      most = Math.max(most, (running += 1));
      await sleep(5);
      running -= 1;
      return works(request);
    };
    await run(background, new File([lines(900)], 'a.jsonl'));
    expect(most).toBe(1);
    expect(background.batches.map(({ isLast }) => isLast)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  test('packed files are unpacked', async () => {
    const background = storing();
    const end = await run(background, new File([gzipSync(lines(3))], 'a.jsonl.gz'));
    expect(end).toMatchObject({ kind: 'imported', source: { items: 3, name: 'a' } });
  });

  test('big documents travel in smaller batches', async () => {
    const background = storing();
    const big = JSON.stringify({ id: 1, title: 'a', body: 'word '.repeat(300_000) });
    const records = Array.from({ length: 5 }, (_, at) => big.replace('"id":1', `"id":${at}`));
    await run(background, new File([records.join('\n')], 'a.jsonl'));
    expect(background.batches.length).toBeGreaterThan(1);
    for (const { items } of background.batches) expect(items.length).toBeLessThanOrEqual(2);
  });

  test('documents that do not say who may see them, by the agent’s word', async () => {
    const background = storing();
    const text = '{"id":1,"title":"a"}\n{"id":2,"title":"b","visibility":"internal"}';
    await run(background, new File([text], 'a.jsonl'), { isForCustomers: true });
    expect(background.batches[0]?.items.map(({ visibility }) => visibility)).toEqual([
      'public',
      'internal',
    ]);
  });

  test('lines that are no documents are counted and named, the first twenty', async () => {
    const background = storing();
    const text = `{"id":1,"title":"a"}\nnonsense\n\n{"id":2}\n${'{\n'.repeat(30)}{"id":3,"title":"c"}`;
    const end = await run(background, new File([text], 'a.jsonl'));
    expect(end).toMatchObject({ kind: 'imported', source: { items: 2 }, skipped: { count: 32 } });
    if (end.kind !== 'imported') return;
    expect(end.skipped.first).toHaveLength(20);
    expect(end.skipped.first.slice(0, 3)).toEqual([
      { line: 2, why: 'not-json' },
      { line: 4, why: 'no-text' },
      { line: 5, why: 'not-json' },
    ]);
  });

  test('tells how far it is, in bytes of the file', async () => {
    const background = storing();
    const file = new File([lines(450)], 'a.jsonl');
    const progress: ImportProgress[] = [];
    await run(background, file, { onProgress: (now) => progress.push(now) });
    expect(progress.map(({ items }) => items)).toEqual([200, 400, 450]);
    expect(progress.at(-1)?.bytes).toBe(file.size);
  });
});

describe('files of other kinds', () => {
  const titles = (background: ReturnType<typeof storing>) =>
    background.batches.flatMap(({ items }) => items.map(({ title }) => title));

  test('a table', async () => {
    const background = storing();
    const text = 'Question,Answer,Audience\nHow?,"<p>So, <b>so</b>.</p>",internal\n,,\nWhy?,,\n';
    const end = await run(background, new File([text], 'FAQ.csv'));
    expect(end).toMatchObject({ kind: 'imported', source: { name: 'FAQ' }, skipped: { count: 0 } });
    expect(background.batches[0]?.items).toMatchObject([
      {
        title: 'How?',
        visibility: 'internal',
        blocks: [
          {
            type: 'paragraph',
            text: [{ text: 'So, ' }, { text: 'so', strong: true }, { text: '.' }],
          },
        ],
      },
      { title: 'Why?', visibility: 'unknown' },
    ]);
  });

  test.each([
    ['UTF-8', new TextEncoder().encode('Titel;Text\nGrüße;Für alle')],
    ['Windows-1252', Buffer.from('Titel;Text\nGr\xfc\xdfe;F\xfcr alle', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffTitel;Text\nGrüße;Für alle', 'utf16le')],
  ])('a table in %s', async (_, bytes) => {
    const background = storing();
    await run(background, new File([new Uint8Array(bytes)], 'x.csv'));
    expect(background.batches[0]?.items).toMatchObject([
      { title: 'Grüße', blocks: [{ text: [{ text: 'Für alle' }] }] },
    ]);
  });

  test('a table that names no column we know', async () => {
    const end = await run(storing(), new File(['a,b\n1,2\n'], 'x.csv'));
    expect(end).toMatchObject({
      kind: 'no-documents',
      skipped: { first: [{ why: 'no-columns' }] },
    });
  });

  test('a list as JSON, bare or in an object, or lines that are called so', async () => {
    const list = [{ id: 1, title: 'a' }, null, { id: 2, title: 'b' }];
    for (const text of [
      JSON.stringify(list),
      JSON.stringify({ count: 2, next: null, articles: list }, null, 2),
      list.map((record) => JSON.stringify(record)).join('\n'),
    ]) {
      const background = storing();
      const end = await run(background, new File([text], 'a.json'));
      expect(end).toMatchObject({
        skipped: { count: 1, first: [{ line: 2, why: 'not-a-record' }] },
      });
      expect(titles(background)).toEqual(['a', 'b']);
    }
  });

  test('an archive of Markdown and HTML, whatever it is called', async () => {
    const packed = zipSync({
      'kb/de/one.md': strToU8('---\ntitle: Eins\nupdated: 2026-03-01\n---\nText.'),
      'kb/two.html': strToU8('<html lang="en"><main><h1>Two</h1><p>Text.</p></main></html>'),
      'kb/logo.png': strToU8('x'),
      'kb/empty.md': strToU8(''),
    });
    const background = storing();
    const file = new File([packed.slice()], 'kb.bin');
    const progress: ImportProgress[] = [];
    const end = await run(background, file, { onProgress: (now) => progress.push(now) });
    expect(end.kind).toBe('imported');
    expect(titles(background)).toEqual(['Eins', 'Two', 'empty']);
    expect(background.batches[0]?.items[0]).toMatchObject({
      id: expect.stringMatching(/:article:kb\/de\/one\.md:de$/),
      locale: 'de',
      labels: ['kb'],
      updatedAt: '2026-03-01',
    });
    expect(progress.at(-1)?.bytes).toBe(file.size);
  });

  test('a damaged archive is unreadable', async () => {
    const packed = zipSync({ 'a.md': strToU8('Text '.repeat(9_000)) });
    const half = packed.slice(0, packed.length / 2);
    expect(await run(storing(), new File([half], 'a.zip'))).toEqual({ kind: 'unreadable' });
  });

  test('one document', async () => {
    const background = storing();
    await run(background, new File(['# Offline\n\nWorks.'], 'offline.md'));
    expect(titles(background)).toEqual(['Offline']);
  });
});

describe('an import that does not come to its end', () => {
  const known = async (name: string): Promise<Source> => ({
    ...(await sourceOf({ name })),
    kind: 'file',
    addedAt: '',
    items: 7,
  });

  test('nothing in it: what was there stays', async () => {
    const background = storing([await known('a.jsonl')]);
    const end = await run(background, new File(['no JSON\nnone either\n'], 'a.jsonl'));
    expect(end).toMatchObject({ kind: 'no-documents', skipped: { count: 2 } });
    expect(background.batches).toEqual([]);
    expect(background.requests('source.remove')).toEqual([]);
  });

  test('cancelled: a new source is taken back', async () => {
    const background = storing();
    const stop = new AbortController();
    const end = await run(background, new File([lines(900)], 'a.jsonl'), {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(end).toEqual({ kind: 'cancelled' });
    expect(background.batches.some(({ isLast }) => isLast)).toBe(false);
    expect(background.requests('source.remove')).toEqual([
      { id: background.batches[0]?.source.id },
    ]);
  });

  test('cancelled: a source that was there before stays', async () => {
    const background = storing([await known('a.jsonl')]);
    const stop = new AbortController();
    await run(background, new File([lines(900)], 'a.jsonl'), {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(background.requests('source.remove')).toEqual([]);
  });

  test('cancelled before anything was sent: nothing to take back', async () => {
    const background = storing();
    const end = await run(background, new File([lines(9)], 'a.jsonl'), {
      signal: AbortSignal.abort(),
    });
    expect(end).toEqual({ kind: 'cancelled' });
    expect(background.sent.map(({ name }) => name)).toEqual(['source.list']);
  });

  test('a file cut off in the middle is unreadable, and taken back', async () => {
    const background = storing();
    const packed = gzipSync(lines(50_000));
    const end = await run(
      background,
      new File([packed.subarray(0, packed.length / 2)], 'a.jsonl.gz'),
    );
    expect(end).toEqual({ kind: 'unreadable' });
    expect(background.requests('source.remove')).toHaveLength(1);
  });

  test('a full disk ends it at once', async () => {
    const background = storing();
    background.handlers['source.importItems'] = () => failing('storage-full');
    const end = await run(background, new File([lines(900)], 'a.jsonl'));
    expect(end).toMatchObject({ kind: 'fault', fault: { kind: 'storage-full' } });
    expect(background.requests('source.importItems')).toHaveLength(1);
    expect(background.requests('source.remove')).toHaveLength(1);
  });

  test('nothing starts when the sources are not known', async () => {
    const background = storing();
    background.handlers['source.list'] = () => failing('disconnected');
    expect(await run(background, new File([lines(1)], 'a.jsonl'))).toMatchObject({ kind: 'fault' });
    expect(background.batches).toEqual([]);
  });
});

describe('the source of a file', () => {
  test('is named after it, packed or not', async () => {
    const one = await sourceOf({ name: 'Help articles (DE).jsonl' });
    expect(one.name).toBe('Help articles (DE)');
    expect(one.id).toMatch(/^file-help-articles-de-[0-9a-f]{8}$/);
    expect(await sourceOf({ name: 'Help articles (DE).jsonl.gz' })).toEqual(one);
  });

  test('is another one for another name, however alike', async () => {
    const names = ['a b.jsonl', 'a-b.jsonl', 'A b.jsonl', '記事.jsonl', '文章.jsonl', '.jsonl'];
    const ids = await Promise.all(names.map(async (name) => (await sourceOf({ name })).id));
    expect(new Set(ids).size).toBe(names.length);
    for (const id of ids) expect(id).toMatch(/^file-[a-z0-9-]+$/);
  });
});
