import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { IndexBatch, SearchDocument, SegmentStore } from '@/lib/search/contract';
import { createEngine } from '@/lib/search/engine';
import { createMemorySegmentStore } from '@/tests/support/memory-segment-store';
import { soak } from '@/tests/support/soak';
import { rankNaively } from '@/tests/support/naive-ranking';

const WORDS = [
  'printer',
  'offline',
  'card',
  'refund',
  'SYNC-4031',
  '6.3.2',
  'error',
  'tax',
  'drawer',
];

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.kind);
  return result.value;
}

function page(id: string, title: string, body = '', group = 'article'): SearchDocument {
  return { id, group, locale: 'en', fields: { title, headings: '', labels: '', body } };
}

const question = (text: string, groups?: string[]) => ({
  parts: [{ text, weight: 1, locale: 'en' }],
  lists: [groups === undefined ? { limit: 10 } : { limit: 10, groups }],
});

async function ask(engine: ReturnType<typeof createEngine>, text: string): Promise<string[]> {
  const { lists } = value(await engine.search(question(text)));
  return (lists[0] ?? []).map(({ id }) => id);
}

const arbitraryText = fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((w) => w.join(' '));
const arbitraryDocument = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'ä', 'z:1'),
  title: arbitraryText,
  body: arbitraryText,
  group: fc.constantFrom('article', 'issue'),
});
const arbitraryBatch = fc.record({
  upserts: fc.array(
    arbitraryDocument.map(({ id, title, body, group }) => page(id, title, body, group)),
    { maxLength: 6 },
  ),
  deletes: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 3 }),
});

/** What should be searchable after the batches: later ones win. */
function replay(batches: readonly IndexBatch[]): SearchDocument[] {
  const live = new Map<string, SearchDocument>();
  for (const { upserts, deletes } of batches) {
    for (const id of deletes) live.delete(id);
    for (const document of upserts) live.set(document.id, document);
  }
  return [...live.values()];
}

describe('engine', () => {
  it('answers nothing from nothing', async () => {
    const engine = createEngine(createMemorySegmentStore());
    expect(value(await engine.search(question('printer')))).toEqual({ lists: [[]], documents: 0 });
    expect(value(await engine.size())).toBe(0);
  });

  it('puts the title before the body and the identifier before words', async () => {
    const engine = createEngine(createMemorySegmentStore());
    const upserts = [
      page('body', 'Receipts', 'the printer is offline'),
      page('title', 'Printer offline', 'what to do'),
      page('code', 'Spooler stops', 'SYNC-4031 printer'),
      ...Array.from({ length: 20 }, (_, n) => page(`filler-${n}`, 'Printer', 'other text')),
    ];
    value(await engine.apply({ upserts, deletes: [] }));
    expect((await ask(engine, 'printer offline')).slice(0, 2)).toEqual(['title', 'body']);
    expect((await ask(engine, 'printer shows SYNC-4031'))[0]).toBe('code');
  });

  it('gives the evidence for a hit', async () => {
    const engine = createEngine(createMemorySegmentStore());
    const upserts = [page('x', 'Printer offline', 'SYNC-4031 again'), page('y', 'Tax', 'rates')];
    value(await engine.apply({ upserts, deletes: [] }));
    const { lists } = value(await engine.search(question('My PRINTERS say SYNC-4031 unicorn')));
    const hit = lists[0]?.[0];
    expect(
      hit?.terms.map(({ term, surface, fields, identifier }) => ({
        term,
        surface,
        fields,
        identifier,
      })),
    ).toEqual(
      expect.arrayContaining([
        { term: 'printer', surface: 'PRINTERS', fields: ['title'], identifier: false },
        { term: 'sync-4031', surface: 'SYNC-4031', fields: ['body'], identifier: true },
      ]),
    );
    const sum = hit?.terms.reduce((total, { score }) => total + score, 0);
    expect(sum).toBeCloseTo(hit?.score ?? 0, 4);
    expect(hit?.titleCoverage).toBe(0.5);
    expect(hit?.queryCoverage).toBeGreaterThan(0.4);
    expect(hit?.queryCoverage).toBeLessThan(1);
  });

  it('fills several lists from one query and leaves excluded documents out', async () => {
    const engine = createEngine(createMemorySegmentStore());
    const upserts = [
      page('a1', 'Printer'),
      page('a2', 'Printer'),
      page('i1', 'Printer', '', 'issue'),
    ];
    value(await engine.apply({ upserts, deletes: [] }));
    const answer = value(
      await engine.search({
        ...question('printer'),
        lists: [
          { groups: ['issue'], limit: 5 },
          { groups: ['article'], limit: 5 },
        ],
        exclude: ['a1'],
      }),
    );
    expect(answer.lists.map((list) => list.map(({ id }) => id))).toEqual([['i1'], ['a2']]);
  });

  it('finds typed prefixes and near spellings', async () => {
    const engine = createEngine(createMemorySegmentStore());
    const upserts = [
      page('p', 'Printing receipts'),
      page('t', 'Terminal declined'),
      page('s', 'SYNC-4031'),
    ];
    value(await engine.apply({ upserts, deletes: [] }));
    const typed = async (text: string): Promise<string | undefined> =>
      value(await engine.lookup(text, 'en', 5)).lists[0]?.[0]?.id;
    expect(await typed('recei')).toBe('p');
    expect(await typed('terminl')).toBe('t');
    expect(await typed('sync-40')).toBe('s');
    expect(await typed('zzzz')).toBeUndefined();
  });

  it('ranks as the formula says, however the documents were committed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryBatch, { maxLength: 12 }),
        arbitraryText,
        async (batches, text) => {
          const store = createMemorySegmentStore();
          const engine = createEngine(store);
          for (const batch of batches) value(await engine.apply(batch));
          const live = replay(batches);
          expect(value(await engine.size())).toBe(live.length);
          const rebuilt = createEngine(createMemorySegmentStore());
          value(await rebuilt.apply({ upserts: live, deletes: [] }));
          expect((await ask(engine, text)).toSorted()).toEqual(
            (await ask(rebuilt, text)).toSorted(),
          );
          const { lists } = value(await rebuilt.search(question(text)));
          const expected = rankNaively(live, text);
          for (const { id, score } of lists[0] ?? [])
            expect(score).toBeCloseTo(expected.get(id) ?? 0, 3);
          expect(lists[0]).toHaveLength(Math.min(10, expected.size));
          expect(await ask(createEngine(store), text)).toEqual(await ask(engine, text));
        },
      ),
      { numRuns: soak(150, 5_000) },
    );
  });

  it('keeps the last commit when a commit fails, and goes on after it', async () => {
    const memory = createMemorySegmentStore();
    let broken = false;
    const store: SegmentStore = {
      ...memory,
      commit: (...all) =>
        broken ? Promise.resolve(fail(fault('storage-full'))) : memory.commit(...all),
    };
    const engine = createEngine(store);
    value(await engine.apply({ upserts: [page('a', 'Printer')], deletes: [] }));
    broken = true;
    expect(await engine.apply({ upserts: [page('b', 'Printer')], deletes: ['a'] })).toEqual(
      fail(fault('storage-full')),
    );
    expect(await ask(engine, 'printer')).toEqual(['a']);
    broken = false;
    value(await engine.apply({ upserts: [page('b', 'Printer')], deletes: ['a'] }));
    expect(await ask(engine, 'printer')).toEqual(['b']);
  });

  it('calls a damaged or missing file a fault, and starts anew after a reset', async () => {
    const memory = createMemorySegmentStore();
    value(await createEngine(memory).apply({ upserts: [page('a', 'Printer')], deletes: [] }));
    for (const file of [null, new Uint8Array(3), new Uint8Array(4096)]) {
      const engine = createEngine({ ...memory, readFile: () => Promise.resolve(ok(file)) });
      expect(await engine.search(question('printer'))).toMatchObject({
        fault: { kind: 'storage-broken' },
      });
      const files = value(await memory.readCommit());
      expect(files?.segments).toHaveLength(1);
    }
    const engine = createEngine(memory);
    value(await engine.reset());
    expect(await ask(engine, 'printer')).toEqual([]);
    expect(memory.bytes()).toBe(0);
    value(await engine.apply({ upserts: [page('a', 'Printer')], deletes: [] }));
    expect(await ask(engine, 'printer')).toEqual(['a']);
  });

  it('merges as it grows and removes what is no longer read', async () => {
    const store = createMemorySegmentStore();
    const engine = createEngine(store);
    for (let n = 0; n < 200; n++) {
      value(
        await engine.apply({ upserts: [page(`d${n}`, 'Printer', `number ${n}`)], deletes: [] }),
      );
    }
    const commit = value(await store.readCommit());
    expect(commit?.segments.length).toBeLessThan(8);
    for (let n = 0; n < 200; n++) value(await engine.apply({ upserts: [], deletes: [`d${n}`] }));
    expect(store.bytes()).toBe(0);
  });
});
