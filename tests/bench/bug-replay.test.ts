/** A replay sees what was known at each moment, and nothing that came later. */
import { describe, expect, it } from 'vitest';
import { keyOf, rankingCaseOf, replayBugs, type ReplayOptions } from '@/tests/bench/bug-replay';
import type { DataDocument, DataSet } from '@/tests/support/data-set';
import { unwrap } from '@/tests/support/unwrap';

const dayOf = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString();

function report(day: number, changes: Partial<DataDocument> = {}): DataDocument {
  return {
    id: `B${day}`,
    title: `Printer silent ${day}`,
    body: 'Nothing comes out of the kitchen printer.',
    created: dayOf(day),
    product: 'Till',
    component: 'Printing',
    version: '3.8.0',
    status: 'closed',
    group: `B${day}`,
    ...changes,
  };
}

const repeat = (day: number, linked: number): DataDocument =>
  report(day, { group: 'B1', linked: dayOf(linked) });

/** B2, B4 and B6 repeat B1; that was said on days 5, 7 and 9. The others are faults of their own. */
const DOCUMENTS = [
  report(1),
  repeat(2, 5),
  report(3),
  repeat(4, 7),
  report(5),
  repeat(6, 9),
  report(7),
  report(8),
];
const SPLITS = { B2: 'train', B4: 'test', B6: 'test' } as const;
const SET: DataSet = {
  name: 'made',
  documents: DOCUMENTS,
  queries: DOCUMENTS.flatMap((one) => {
    const split = SPLITS[one.id as keyof typeof SPLITS];
    return split === undefined ? [] : [{ ...one, split }];
  }),
  answers: new Map([
    ['B2', new Map([['B1', 2]])],
    ['B4', new Map(['B1', 'B2'].map((id) => [id, 1]))],
    ['B6', new Map(['B1', 'B2', 'B4'].map((id) => [id, 1]))],
  ]),
};

/** What is in the engine at each moment: each report, and what it is known to repeat. */
async function replay(options: Partial<ReplayOptions> = {}) {
  const moments = [];
  const wanted: ReplayOptions = {
    meta: true,
    learn: true,
    splits: ['train', 'dev', 'test'],
    firsts: true,
  };
  for await (const moment of replayBugs(SET, { ...wanted, ...options })) {
    const parts = [{ text: 'kitchen printer silent', weight: 1, locale: 'en' }];
    const { lists } = unwrap(await moment.engine.search({ parts, lists: [{ limit: 50 }] }));
    const hits = lists[0] ?? [];
    moments.push({
      id: moment.ticket.id,
      split: moment.split,
      right: [...moment.right],
      seen: hits.map(({ id }) => keyOf(id)).sort(),
      repeats: hits
        .flatMap(({ id, original }) => (original === null ? [] : `${keyOf(id)}>${keyOf(original)}`))
        .sort(),
      size: unwrap(await moment.engine.size()),
      readable: unwrap(await moment.items.readItems(hits.map(({ id }) => id))).map(
        ({ key, issue }) => `${key}>${issue?.duplicateOf ?? ''}`,
      ),
      ranking: await rankingCaseOf(moment),
      facts: moment.ticket.fields.map(({ value }) => value),
    });
  }
  return moments;
}

const keysUntil = (day: number) => Array.from({ length: day - 1 }, (_, at) => `B${at + 1}`);

describe('replayBugs', () => {
  it('asks each report before it is indexed, and sees nothing later', async () => {
    const moments = await replay();
    expect(moments.map(({ id }) => id)).toEqual(['B2', 'B3', 'B4', 'B5', 'B6', 'B7']);
    for (const { id, seen, size, readable } of moments) {
      const until = keysUntil(Number(id.slice(1)));
      expect({ id, seen, size }).toEqual({ id, seen: until, size: until.length });
      expect(readable).toHaveLength(until.length);
    }
  });

  it('knows a link only from when it was made', async () => {
    const moments = await replay();
    const known = Object.fromEntries(moments.map(({ id, repeats }) => [id, repeats]));
    expect(known).toEqual({
      B2: [],
      B3: [],
      B4: [],
      B5: ['B2>B1'],
      B6: ['B2>B1'],
      B7: ['B2>B1', 'B4>B1'],
    });
    for (const { repeats, readable } of moments) {
      expect(readable.filter((one) => !one.endsWith('>')).sort()).toEqual(repeats);
    }
  });

  it('knows no link at all when nothing is to be learned', async () => {
    const moments = await replay({ learn: false });
    expect(moments.flatMap(({ repeats }) => repeats)).toEqual([]);
    expect(moments.map(({ seen }) => seen)).toEqual((await replay()).map(({ seen }) => seen));
  });

  it('asks as many firsts as repeats, of which nothing is right', async () => {
    const moments = await replay();
    const firsts = moments.filter(({ right }) => right.length === 0);
    expect(firsts.map(({ id, split }) => [id, split])).toEqual([
      ['B3', 'train'],
      ['B5', 'test'],
      ['B7', 'test'],
    ]);
    const without = await replay({ firsts: false });
    expect(without.map(({ id }) => id)).toEqual(['B2', 'B4', 'B6']);
    expect(without.map(({ right }) => right.sort())).toEqual([
      ['B1'],
      ['B1', 'B2'],
      ['B1', 'B2', 'B4'],
    ]);
  });

  it('asks the wanted splits alone', async () => {
    const tests = await replay({ splits: ['test'] });
    expect(tests.map(({ id, split }) => [id, split])).toEqual([
      ['B4', 'test'],
      ['B5', 'test'],
      ['B6', 'test'],
      ['B7', 'test'],
    ]);
    // What came before is there all the same.
    expect(tests[0]?.seen).toEqual(['B1', 'B2', 'B3']);
    expect((await replay({ splits: ['dev'] })).length).toBe(0);
  });

  it('keeps product, component and version back where they are not to be known', async () => {
    const [told] = await replay({ splits: ['train'], firsts: false });
    const [kept] = await replay({ splits: ['train'], firsts: false, meta: false });
    const about = (moment: typeof told) => moment?.ranking.context.candidates[0]?.hit.about;
    expect(told?.facts).toEqual(['Till', 'Printing', '3.8.0']);
    expect(about(told)).toEqual(['product:Till', 'component:Printing', 'version:3.8.0']);
    expect(kept?.facts).toEqual([]);
    expect(about(kept)).toEqual([]);
  });
});

describe('rankingCaseOf', () => {
  it('says which candidates are right, one row for each fault', async () => {
    const moments = await replay();
    const { ranking } = moments.find(({ id }) => id === 'B6')!;
    const told = ranking.context.candidates.map(
      ({ hit }, at) => `${keyOf(hit.id)} ${ranking.rows[at]} ${ranking.right[at]}`,
    );
    expect(told.sort()).toEqual([
      'B1 B1 true',
      'B2 B1 true',
      'B3 B3 false',
      'B4 B1 true',
      'B5 B5 false',
    ]);
    expect(ranking).toMatchObject({ set: 'made', split: 'test', rightRows: 1 });
    expect(ranking.context.at).toBe(Date.parse(dayOf(6)));
    expect(moments.find(({ id }) => id === 'B5')!.ranking.rightRows).toBe(0);
  });
});
