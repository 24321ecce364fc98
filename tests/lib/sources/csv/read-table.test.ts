import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { findColumns } from '@/lib/sources/csv/columns';
import { readTable } from '@/lib/sources/csv/read-table';

describe('findColumns', () => {
  it('knows the names people give', () => {
    expect(findColumns(['ID', 'Article Title', 'Body (HTML)', 'Last_Updated', 'Tags'])).toEqual({
      id: 0,
      title: 1,
      body: 2,
      updated: 3,
      labels: 4,
    });
    expect(findColumns(['Frage', 'Antwort', 'Sprache', 'geändert am'])).toEqual({
      title: 0,
      body: 1,
      locale: 2,
      updated: 3,
    });
    expect(findColumns(['\ufeffSubject', 'htmlUrl'])).toEqual({ title: 0, url: 1 });
  });

  it('takes the better name, and gives up without title and text', () => {
    expect(findColumns(['Name', 'Title', 'Text', 'Content'])).toEqual({ title: 1, body: 3 });
    expect(findColumns(['id', 'url'])).toBeNull();
    expect(findColumns([])).toBeNull();
  });
});

describe('readTable', () => {
  it('reads quoted cells, semicolons and tabs, and counts rows as people do', async () => {
    const text = '\ufeffid;title;body;labels\r\n1;"A ""b""; c";"x\r\ny";"a, b"\r\n\r\n2;D;;\r\n';
    expect(await readTable(text)).toEqual([
      { number: 2, record: { id: '1', title: 'A "b"; c', body: 'x\r\ny', labels: ['a', 'b'] } },
      { number: 4, record: { id: '2', title: 'D' } },
    ]);
    const tabs = await readTable('title\ttags\nA\t["x", "y"]');
    expect(tabs?.[0]?.record).toMatchObject({ title: 'A', labels: ['x', 'y'] });
  });

  it('names rows without an id by their address or title, always alike', async () => {
    const rows = await readTable('title,url\nA,https://a.example\nA,https://b.example\nB,\nB,');
    const ids = rows?.map(({ record }) => record['id']);
    expect(new Set(ids).size).toBe(4);
    expect(await readTable('title,url\nA,https://a.example')).toMatchObject([
      { record: { id: ids?.[0] } },
    ]);
  });

  it('reads anything, and reads back what was written', async () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => text.trim());
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(table, async (cells) => {
        const text = Papa.unparse({ fields: ['title', 'body'], data: cells });
        const rows = (await readTable(text)) ?? [];
        const kept = cells.filter(([title, body]) => title !== '' || body !== '');
        expect(rows.map(({ record }) => [record['title'] ?? '', record['body'] ?? ''])).toEqual(
          kept,
        );
      }),
    );
    await fc.assert(fc.asyncProperty(fc.string(), async (text) => void (await readTable(text))));
  });
});
