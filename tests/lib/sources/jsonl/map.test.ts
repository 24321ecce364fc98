import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemSchema } from '@/lib/model/item';
import { mapLine, type MapContext } from '@/lib/sources/jsonl/map';

const context: MapContext = {
  sourceId: 'file-docs-1',
  syncedAt: '2026-11-22T12:00:00.000Z',
  visibility: 'unknown',
  languageOf: () => 'en',
};

const map = (record: unknown, changes: Partial<MapContext> = {}) =>
  mapLine(JSON.stringify(record), { ...context, ...changes });

async function item(record: Record<string, unknown>, changes: Partial<MapContext> = {}) {
  const mapped = await map(record, changes);
  if (!mapped.ok) throw new Error(mapped.why);
  return mapped.item;
}

describe('a record as an item', () => {
  test('with everything it may hold', async () => {
    const mapped = await item({
      id: 4711,
      title: ' Pair a\n printer ',
      body: '<p>Hold the <b>button</b>.</p>',
      url: 'https://help.example/4711',
      created: '2026-01-02',
      updated: '2026-03-04T05:06:07+01:00',
      product: 'sync',
      component: 'Pairing',
      version: '3.8.2',
      labels: ['SYNC-4001', '', 'SYNC-4001'],
      visibility: 'public',
      locale: 'de_DE',
    });
    expect(mapped).toMatchObject({
      id: 'file-docs-1:article:4711:de-DE',
      sourceId: 'file-docs-1',
      kind: 'article',
      key: '4711',
      title: 'Pair a printer',
      url: 'https://help.example/4711',
      locale: 'de-DE',
      products: ['sync'],
      labels: ['SYNC-4001', 'Pairing', '3.8.2'],
      visibility: 'public',
      updatedAt: '2026-03-04T04:06:07.000Z',
      syncedAt: context.syncedAt,
      blocks: [
        {
          type: 'paragraph',
          text: [{ text: 'Hold the ' }, { text: 'button', strong: true }, { text: '.' }],
        },
      ],
    });
    expect(mapped.contentHash).not.toBe('');
    expect(itemSchema.parse(mapped)).toEqual(mapped);
  });

  test('with the least it may hold', async () => {
    const mapped = await item({ id: 'a', title: 'Only a title' });
    expect(mapped).toMatchObject({
      id: 'file-docs-1:article:a',
      url: '',
      locale: 'en',
      visibility: 'unknown',
      updatedAt: '',
      blocks: [],
    });
    expect((await item({ id: 'a', body: 'Only a body' })).title).toBe('a');
  });

  test('markdown where it is not HTML', async () => {
    const types = async (body: string) =>
      (await item({ id: 1, body })).blocks.map(({ type }) => type);
    expect(await types('# Steps\n\n1. One\n2. Two')).toEqual(['heading', 'list']);
    expect(await types('List<String> is a type, a < b && c > d')).toEqual(['paragraph']);
    expect(await types('<h2>Steps</h2><ol><li>One</li></ol>')).toEqual(['heading', 'list']);
    expect(await types('Press Enter.</p><p>Then wait.')).toEqual(['paragraph', 'paragraph']);
  });

  test('the same content has the same hash, however the record is written', async () => {
    const one = await item({ id: 1, title: 'a', body: 'b' });
    const two = await item({ body: 'b', title: ' a', id: '1' }, { syncedAt: '2027-01-01' });
    expect(two.contentHash).toBe(one.contentHash);
    expect((await item({ id: 1, title: 'a', body: 'c' })).contentHash).not.toBe(one.contentHash);
  });

  test('an issue says where it stands', async () => {
    const issue = {
      id: 'FERN-1',
      title: 'Prints twice',
      kind: 'issue',
      version: '3.8',
      component: 'Spooler',
    };
    expect(
      await item({ ...issue, status: 'In Progress', workaround: 'Restart it.', fixVersion: '3.9' }),
    ).toMatchObject({
      id: 'file-docs-1:issue:FERN-1',
      labels: [],
      issue: {
        category: 'in-progress',
        rawStatus: 'In Progress',
        affectedVersions: ['3.8'],
        components: ['Spooler'],
        fixVersion: '3.9',
        workaround: [{ type: 'paragraph' }],
      },
    });
    expect(await map(issue)).toEqual({ ok: false, why: 'no-status' });
    expect(await map({ ...issue, status: 'constructor' })).toEqual({ ok: false, why: 'no-status' });
  });
});

describe('who may see it', () => {
  test.each([
    [undefined, 'unknown', 'unknown'],
    [undefined, 'public', 'public'],
    [null, 'public', 'public'],
    ['public', 'unknown', 'public'],
    ['internal', 'public', 'internal'],
    ['Restricted', 'public', 'restricted'],
    // Said in words that we do not know: never taken for permission.
    ['agents only', 'public', 'unknown'],
    [false, 'public', 'unknown'],
    [['public'], 'unknown', 'unknown'],
  ] as const)('%s with %s is %s', async (visibility, unstated, wanted) => {
    const mapped = await item({ id: 1, title: 'a', visibility }, { visibility: unstated });
    expect(mapped.visibility).toBe(wanted);
  });
});

describe('lines that are no documents', () => {
  test.each([
    ['{"id": 1, "title": "a"', 'not-json'],
    ['id,title', 'not-json'],
    ['null', 'not-a-record'],
    ['[]', 'not-a-record'],
    ['"a"', 'not-a-record'],
    ['{"title":"a"}', 'not-a-record'],
    ['{"id":"","title":"a"}', 'not-a-record'],
    ['{"id":" \\n ","title":"a"}', 'not-a-record'],
    ['{"id":{"$ne":1},"title":"a"}', 'not-a-record'],
    ['{"id":1e999,"title":"a"}', 'not-a-record'],
    [`{"id":"${'x'.repeat(201)}","title":"a"}`, 'not-a-record'],
    ['{"id":1}', 'no-text'],
    ['{"id":1,"title":"  ","body":"<script>alert(1)</script>"}', 'no-text'],
    ['{"id":1,"title":7,"body":[]}', 'no-text'],
    ['['.repeat(100_000), 'not-json'],
  ])('%#: %s', async (line, why) => {
    expect(await mapLine(line, context)).toEqual({ ok: false, why });
  });
});

describe('hostile records', () => {
  test('addresses and markup that run are left out', async () => {
    const mapped = await item({
      id: 'x',
      title: '<img src=x onerror=alert(1)>',
      url: 'javascript:alert(1)',
      body: '<p onclick="evil()">Hi <a href="javascript:evil()">there</a></p><script>evil()</script>',
    });
    expect(mapped.url).toBe('');
    expect(mapped.title).toBe('<img src=x onerror=alert(1)>');
    expect(JSON.stringify(mapped.blocks)).not.toMatch(/evil/);
  });

  test('names of the language itself are only names', async () => {
    const line = '{"__proto__":{"title":"p"},"constructor":{"x":1},"id":"__proto__","title":"t"}';
    const mapped = await mapLine(line, context);
    expect(mapped).toMatchObject({ ok: true, item: { title: 't', key: '__proto__' } });
    expect(({} as Record<string, unknown>)['title']).toBeUndefined();
  });

  test('fields of another type are left out, not the record', async () => {
    const mapped = await item({
      id: 1,
      title: 'a',
      url: 5,
      labels: 'x',
      locale: {},
      created: 17,
      product: [],
      kind: 'movie',
      version: null,
    });
    expect(mapped).toMatchObject({
      kind: 'article',
      labels: [],
      products: [],
      updatedAt: '',
      url: '',
    });
    expect((await item({ id: 1, title: 'a', labels: ['x', 5, 'y'] })).labels).toEqual(['x', 'y']);
  });

  test('long fields are cut, controls and line ends are blanks', async () => {
    const mapped = await item({
      id: 1,
      title: `a\u0000b\n${'x'.repeat(5_000)}`,
      labels: Array.from({ length: 500 }, (_, at) => `label ${at}`),
    });
    expect(mapped.title).toMatch(/^a b x+$/);
    expect(mapped.title.length).toBeLessThanOrEqual(500);
    expect(mapped.labels).toHaveLength(50);
  });

  test('any JSON gives an item that keeps its schema, or a reason', async () => {
    const field = fc.oneof(
      fc.jsonValue(),
      fc.string(),
      fc.constantFrom('issue', 'public', 'fixed', '2026-01-01'),
    );
    const names = [
      'id',
      'title',
      'body',
      'url',
      'created',
      'updated',
      'product',
      'component',
      'version',
      'labels',
      'visibility',
      'kind',
      'locale',
      'status',
      'fixVersion',
      'workaround',
    ];
    const record = fc.dictionary(fc.constantFrom(...names), field);
    await fc.assert(
      fc.asyncProperty(record, async (value) => {
        const mapped = await map(value);
        const isSound = mapped.ok
          ? isDeepStrictEqual(itemSchema.parse(mapped.item), mapped.item)
          : ['not-json', 'not-a-record', 'no-text', 'no-status'].includes(mapped.why);
        expect(isSound).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
