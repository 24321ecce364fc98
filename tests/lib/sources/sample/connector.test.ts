import { describe, expect, it } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import { createSampleConnector } from '@/lib/sources/sample/connector';
import { SAMPLE_FILES } from '@/lib/sources/sample/files';
import { readSampleText } from '@/tests/support/sample';

const NOW = Date.parse('2026-11-22T08:00:00Z');
const signal = new AbortController().signal;

/** A connector over the shipped files, some of them replaced. */
function connectorWith(files: Record<string, Result<string>>) {
  return createSampleConnector(
    async (path) => files[path] ?? ok(await readSampleText(path)),
    () => NOW,
  );
}

const article = (id: string, more = '') =>
  `---\nid: ${id}\ntitle: "T: ${id}"\nsection: Selling\nproducts: [pos]\nlabels: [a, 422]\nvisibility: public\nupdatedAt: 2026-11-10\n${more}---\nBody of **${id}**.\n`;

const issue = {
  key: 'FERN-1',
  title: 'A tip is lost',
  description: 'It is **lost**.',
  status: 'In Review',
  statusCategory: 'in-progress',
  products: ['pay'],
  components: ['Tips'],
  labels: ['tip'],
  affectedVersions: ['POS 6.3.0'],
  fixVersion: 'POS 6.5.0',
  fixDate: '2026-12-08',
  workaround: 'Enter it by *hand*.',
  visibility: 'internal',
  createdAt: '2026-10-02T09:12:00Z',
  updatedAt: '2026-11-02T09:12:00Z',
  linkedTicketCount: 14,
  problemTicketId: null,
  duplicateOf: null,
};

async function pullFile(path: string, text: string) {
  const at = SAMPLE_FILES.findIndex((file) => file.path === path);
  const pulled = await connectorWith({ [path]: ok(text) }).pull(String(at), signal);
  if (!pulled.ok) throw new Error(pulled.fault.kind);
  return pulled.value;
}

describe('the sample connector', () => {
  it('reads a file a step, gives the same step for the same cursor, and ends', async () => {
    const connector = connectorWith({});
    const first = await connector.pull(null, signal);
    expect(await connector.pull(null, signal)).toEqual(first);
    let cursor: string | null = null;
    const seen: string[] = [];
    for (let step = 0; ; step += 1) {
      expect(step).toBeLessThan(SAMPLE_FILES.length);
      const pulled = await connector.pull(cursor, signal);
      if (!pulled.ok) throw new Error(pulled.fault.kind);
      seen.push(...pulled.value.upserts.map(({ id }) => id));
      cursor = pulled.value.cursor;
      if (pulled.value.done) break;
    }
    const swept = await connector.sweep(null, signal);
    expect(swept).toEqual(ok({ ids: seen, cursor: '', done: true }));
  });

  it('starts again from a cursor it does not know', async () => {
    const connector = connectorWith({});
    const first = await connector.pull(null, signal);
    for (const odd of ['999', '-1', 'x', '1.5']) {
      expect(await connector.pull(odd, signal)).toEqual(first);
    }
  });

  it('passes on why a file could not be read', async () => {
    const broken = connectorWith({ 'sample/issues.json': fail(fault('offline')) });
    expect(await broken.check(signal)).toEqual(fail(fault('offline')));
    expect(await broken.pull(null, signal)).toEqual(fail(fault('offline')));
    expect(await broken.sweep(null, signal)).toEqual(fail(fault('offline')));
    expect(await connectorWith({}).check(signal)).toEqual(ok({ name: 'Sample' }));
  });

  it('maps an article', async () => {
    const { upserts, skipped } = await pullFile('sample/articles/de/selling.md', article('x-y'));
    expect(skipped).toEqual([]);
    expect(upserts).toEqual([
      {
        id: 'sample:article:x-y:de',
        sourceId: 'sample',
        kind: 'article',
        title: 'T: x-y',
        url: 'https://help.fernway.example/hc/de/articles/x-y',
        locale: 'de',
        products: ['pos'],
        labels: ['Selling', 'a', '422'],
        visibility: 'public',
        updatedAt: '2026-11-10T00:00:00.000Z',
        syncedAt: '2026-11-22T08:00:00.000Z',
        blocks: [
          {
            type: 'paragraph',
            text: [{ text: 'Body of ' }, { text: 'x-y', strong: true }, { text: '.' }],
          },
        ],
        contentHash: expect.stringMatching(/^[\da-f]{32}$/),
      },
    ]);
  });

  it('maps an issue with what support needs to know', async () => {
    const { upserts } = await pullFile('sample/issues.json', JSON.stringify([issue]));
    expect(upserts[0]).toMatchObject({
      id: 'sample:issue:FERN-1',
      kind: 'issue',
      key: 'FERN-1',
      url: 'https://tracker.fernway.example/browse/FERN-1',
      labels: ['tip'],
      visibility: 'internal',
      issue: {
        category: 'in-progress',
        rawStatus: 'In Review',
        fixVersion: 'POS 6.5.0',
        fixDate: '2026-12-08',
        affectedVersions: ['POS 6.3.0'],
        components: ['Tips'],
        workaround: [
          {
            type: 'paragraph',
            text: [{ text: 'Enter it by ' }, { text: 'hand', em: true }, { text: '.' }],
          },
        ],
        linkedTickets: 14,
        createdAt: '2026-10-02T09:12:00.000Z',
        asOf: '2026-11-22T08:00:00.000Z',
      },
    });
  });

  it.each([
    ['investigating', 'open'],
    ['identified', 'in-progress'],
    ['monitoring', 'in-progress'],
    ['resolved', 'fixed'],
  ])('maps an incident that is %s as %s, latest news first', async (status, category) => {
    const incident = {
      id: 'inc-1',
      title: 'Payouts are late',
      impact: 'major',
      status,
      products: ['pay'],
      startedAt: '2026-11-21T06:00:00Z',
      resolvedAt: null,
      updatedAt: '2026-11-21T07:00:00Z',
      url: 'https://status.fernway.example/incidents/inc-1',
      updates: [
        { at: '2026-11-21T06:10:00Z', status: 'investigating', text: 'We look into it.' },
        { at: '2026-11-21T07:00:00Z', status: 'identified', text: 'A bank is late.' },
      ],
      workaround: null,
    };
    const { upserts } = await pullFile('sample/incidents.json', JSON.stringify([incident]));
    expect(upserts[0]).toMatchObject({
      id: 'sample:incident:inc-1',
      kind: 'incident',
      visibility: 'public',
      issue: { category, rawStatus: status },
    });
    expect(upserts[0]?.blocks[0]).toMatchObject({
      text: [{ text: 'Identified – 2026-11-21 07:00 UTC' }],
    });
  });

  it('takes a visibility it does not know for unknown', async () => {
    const odd = JSON.stringify([{ ...issue, visibility: 'Public!' }]);
    expect((await pullFile('sample/issues.json', odd)).upserts[0]?.visibility).toBe('unknown');
  });

  it('skips bad records with a reason and keeps the rest', async () => {
    const text =
      article('a') +
      article('b', 'nonsense: [\n') +
      article('c').replace('title: "T: c"\n', '') +
      article('d').replace('2026-11-10', 'soon') +
      article('a') +
      article('e');
    const { upserts, skipped } = await pullFile('sample/articles/en/selling.md', text);
    expect(upserts.map(({ id }) => id)).toEqual(['sample:article:a:en', 'sample:article:e:en']);
    expect(skipped).toEqual([
      { where: 'sample/articles/en/selling.md #2', why: 'shape', detail: 'YAML' },
      { where: 'sample/articles/en/selling.md #3', why: 'shape', detail: 'title' },
      { where: 'sample/articles/en/selling.md #4', why: 'shape', detail: 'updatedAt' },
      { where: 'sample/articles/en/selling.md #5', why: 'repeated' },
    ]);
  });

  it('skips a JSON file that holds no list, and entries that are none', async () => {
    for (const text of ['', '{}', 'null', '{"a":']) {
      const { upserts, skipped } = await pullFile('sample/issues.json', text);
      expect(upserts).toEqual([]);
      expect(skipped).toEqual([{ where: 'sample/issues.json', why: 'shape' }]);
    }
    const mixed = JSON.stringify([null, issue, { ...issue, key: 7 }]);
    const { upserts, skipped } = await pullFile('sample/issues.json', mixed);
    expect(upserts).toHaveLength(1);
    expect(skipped.map(({ detail }) => detail)).toEqual(['record', 'key']);
  });
});
