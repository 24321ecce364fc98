import { describe, expect, it, vi } from 'vitest';
import { createEngine } from '@/lib/search/engine';
import { termsOf } from '@/lib/search/evidence';
import { createMemorySegmentStore } from '@/tests/support/memory-segment-store';
import { ask, page, question } from '@/tests/lib/search/small-world';
import { unwrap } from '@/tests/support/unwrap';

describe('engine', () => {
  it('answers nothing from nothing', async () => {
    const engine = createEngine(createMemorySegmentStore());
    const answer = unwrap(await engine.search(question('printer')));
    expect(answer).toMatchObject({ lists: [[]], documents: 0, terms: [{ documents: 0 }] });
    expect(unwrap(await engine.size())).toBe(0);
    expect(unwrap(await engine.merge())).toBe(false);
    expect(unwrap(await engine.search({ parts: [], lists: [] })).lists).toEqual([]);
  });

  it('puts the title before the body and the identifier before words', async () => {
    const engine = createEngine(createMemorySegmentStore());
    const upserts = [
      page('body', 'Receipts', 'the printer is offline'),
      page('title', 'Printer offline', 'what to do'),
      page('code', 'Spooler stops', 'SYNC-4031 printer'),
      ...Array.from({ length: 20 }, (_, n) => page(`filler-${n}`, 'Printer', 'other text')),
    ];
    unwrap(await engine.apply({ upserts, deletes: [] }));
    expect((await ask(engine, 'printer offline')).slice(0, 2)).toEqual(['title', 'body']);
    expect((await ask(engine, 'printer shows SYNC-4031'))[0]).toBe('code');
  });

  it('gives the evidence for a hit', async () => {
    const engine = createEngine(createMemorySegmentStore());
    const upserts = [page('x', 'Printer offline', 'SYNC-4031 again'), page('y', 'Tax', 'rates')];
    unwrap(await engine.apply({ upserts, deletes: [] }));
    const { lists, terms } = unwrap(
      await engine.search(question('My PRINTERS say SYNC-4031 unicorn')),
    );
    const hit = lists[0]![0]!;
    const found = termsOf(hit, terms);
    expect(
      found.map(({ term, surface, fields, identifier }) => ({ term, surface, fields, identifier })),
    ).toEqual(
      expect.arrayContaining([
        { term: 'printer', surface: 'PRINTERS', fields: ['title'], identifier: false },
        { term: 'sync-4031', surface: 'SYNC-4031', fields: ['body'], identifier: true },
      ]),
    );
    const sum = found.reduce((total, { score }) => total + score, 0);
    expect(sum / hit.score).toBeCloseTo(1, 2);
    expect(found.map(({ score }) => score)).toEqual(
      found.map(({ score }) => score).toSorted((a, b) => b - a),
    );
    expect(hit.titleCoverage).toBe(0.5);
    expect(hit.queryCoverage).toBeGreaterThan(0.4);
    expect(hit.queryCoverage).toBeLessThan(1);
  });

  it('hands back what a document was given with, and the counts of what matched', async () => {
    const engine = createEngine(createMemorySegmentStore());
    const fields = { title: 'Card', headings: 'Card refund', labels: '', body: 'card '.repeat(40) };
    const facts = { time: 1_700_000_000_123, about: ['product:Till', 'version:6'], original: 'é' };
    unwrap(
      await engine.apply({
        upserts: [{ id: 'x', group: 'issue', locale: 'en', fields, ...facts }, page('y', 'Tax')],
        deletes: [],
      }),
    );
    const { lists, terms } = unwrap(await engine.search(question('tax on a card')));
    const hit = lists[0]?.find(({ id }) => id === 'x');
    expect(hit).toMatchObject({ ...facts, group: 'issue', lengths: [1, 2, 0, 40] });
    const at = terms.findIndex(({ term }) => term === 'card');
    expect([...hit!.matches]).toEqual([at, 1, 1, 0, 40]);
  });

  it('says what each part of the query asked', async () => {
    const engine = createEngine(createMemorySegmentStore());
    unwrap(await engine.apply({ upserts: [page('x', 'Printer')], deletes: [] }));
    const parts = [
      { text: 'printer', weight: 5, locale: 'en' },
      { text: 'the printer, a printer', weight: 1, locale: 'en' },
    ];
    const { terms } = unwrap(await engine.search({ parts, lists: [{ limit: 1 }] }));
    expect(terms).toMatchObject([{ term: 'printer', parts: [5, 2], documents: 1 }]);
  });

  it('fills several lists from one query', async () => {
    const engine = createEngine(createMemorySegmentStore());
    const upserts = [
      page('a1', 'Printer'),
      page('a2', 'Printer'),
      page('i1', 'Printer', '', 'issue'),
      { ...page('i2', 'Printer', 'printer', 'issue'), time: 2_000 },
    ];
    unwrap(await engine.apply({ upserts, deletes: [] }));
    const answer = unwrap(
      await engine.search({
        ...question('printer'),
        lists: [
          { groups: ['issue'], limit: 5 },
          { groups: ['article'], limit: 5 },
          { limit: 5, since: 2_000 },
          { limit: 5, since: 2_001 },
          { limit: 1 },
        ],
      }),
    );
    expect(answer.lists.map((list) => list.map(({ id }) => id))).toEqual([
      ['i2', 'i1'],
      ['a1', 'a2'],
      ['i2'],
      [],
      ['i2'],
    ]);
  });

  it('finds typed prefixes and near spellings', async () => {
    const engine = createEngine(createMemorySegmentStore());
    const upserts = [
      page('p', 'Printing receipts'),
      page('t', 'Terminal declined'),
      page('s', 'SYNC-4031'),
    ];
    unwrap(await engine.apply({ upserts, deletes: [] }));
    const typed = async (text: string): Promise<string | undefined> =>
      unwrap(await engine.lookup(text, 'en', 5)).lists[0]?.[0]?.id;
    expect(await typed('recei')).toBe('p');
    expect(await typed('terminl')).toBe('t');
    expect(await typed('sync-40')).toBe('s');
    expect(await typed('zzzz')).toBeUndefined();
    expect(await typed('')).toBeUndefined();
    const issues = unwrap(await engine.lookup('recei', 'en', 5, ['issue']));
    expect(issues.lists).toEqual([[]]);
  });

  it('counts the documents of each word, the living alone', async () => {
    const engine = createEngine(createMemorySegmentStore());
    unwrap(await engine.apply({ upserts: [page('a', 'Tax'), page('b', 'Tax')], deletes: [] }));
    unwrap(await engine.apply({ upserts: [page('c', 'Tax card')], deletes: ['a'] }));
    expect(
      unwrap(await engine.frequencies([{ text: 'card tax tax drawer', locale: 'en' }]))[0],
    ).toEqual([
      { term: 'card', documents: 1 },
      { term: 'tax', documents: 2 },
      { term: 'drawer', documents: 0 },
    ]);
  });

  it('merges as it grows and removes what is no longer read', async () => {
    const store = createMemorySegmentStore();
    const engine = createEngine(store);
    for (let n = 0; n < 200; n++) {
      const upserts = [page(`d${n}`, 'Printer', `number ${n}`)];
      unwrap(await engine.apply({ upserts, deletes: [] }));
      while (unwrap(await engine.merge()));
    }
    const commit = unwrap(await store.readCommit());
    expect(commit?.segments.length).toBeLessThan(8);
    expect([...store.blocks.keys()].toSorted()).toEqual(
      commit?.segments.map(({ name }) => name).toSorted(),
    );
    for (let n = 0; n < 200; n++) {
      unwrap(await engine.apply({ upserts: [], deletes: [`d${n}`] }));
      while (unwrap(await engine.merge()));
    }
    expect(store.bytes()).toBe(0);
  });

  it('joins small segments when nothing more is to come, and opens nothing when nothing came', async () => {
    const store = createMemorySegmentStore();
    const engine = createEngine(store);
    const sizes = async () =>
      unwrap(await store.readCommit())?.segments.map(({ documents }) => documents);
    const fill = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => page(`d${from + at}`, 'Printer', 'paper'));
    // Of different tiers, each too few to be merged as they come.
    for (const [at, count] of [600, 600, 200, 200, 60, 60].entries()) {
      unwrap(await engine.apply({ upserts: fill(at * 1_000, count), deletes: [] }));
      while (unwrap(await engine.merge()));
    }
    expect(await sizes()).toHaveLength(6);
    while (unwrap(await engine.merge(true)));
    expect((await sizes())?.length).toBeLessThanOrEqual(4);
    const opened = vi.spyOn(store, 'readBlocks');
    expect(unwrap(await engine.merge(true))).toBe(false);
    expect(unwrap(await createEngine(store).merge(true))).toBe(false);
    expect(opened).not.toHaveBeenCalled();
  });

  it('finishes after a restart what a kill kept it from joining, and removes what is left of it', async () => {
    const store = createMemorySegmentStore();
    const engine = createEngine(store);
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) {
      unwrap(await engine.apply({ upserts: [page(id, 'Printer', 'paper')], deletes: [] }));
    }
    unwrap(await store.writeBlocks('segment-halfway', 0, [new Uint8Array(9)]));
    const later = createEngine(store);
    while (unwrap(await later.merge(true)));
    expect(unwrap(await store.readCommit())?.segments).toHaveLength(1);
    expect(unwrap(await store.files())).toHaveLength(1);
    expect(await ask(later, 'printer')).toHaveLength(6);
    unwrap(await store.writeBlocks('segment-again', 0, [new Uint8Array(9)]));
    expect(unwrap(await createEngine(store).merge(true))).toBe(false);
    expect(unwrap(await store.files())).toHaveLength(1);
  });
});
