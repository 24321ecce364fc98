/** The sample as it ships: complete, valid, and every reference leads somewhere. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { linkedAddresses } from '@/lib/convert/block-html';
import { blocksText } from '@/lib/convert/block-text';
import { itemSchema, type Item } from '@/lib/model/item';
import type { SkippedRecord } from '@/lib/sources/contract';
import { SAMPLE_FILES } from '@/lib/sources/sample/files';
import { loadSample } from '@/lib/sources/sample/load';
import { readSampleText } from '@/tests/support/sample';

const AT = Date.parse('2026-11-22T08:00:00Z');

let items: Item[];
let skipped: SkippedRecord[];
beforeAll(async () => {
  ({ items, skipped } = await loadSample(readSampleText, () => AT));
});

describe('the sample', () => {
  it('lists exactly the files that ship', () => {
    const folder = join(import.meta.dirname, '../../../../public/sample');
    const onDisk = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `sample${join(entry.parentPath, entry.name).slice(folder.length)}`);
    expect(SAMPLE_FILES.map(({ path }) => path).toSorted()).toEqual(onDisk.toSorted());
  });

  it('has no record that cannot be used', () => {
    expect(skipped).toEqual([]);
  });

  it('holds valid items with ids of their own', () => {
    expect(items.length).toBeGreaterThan(200);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    const checked = z.safeParse(z.array(itemSchema), items);
    expect(checked.error?.issues).toBeUndefined();
  });

  it('has text in every item, and no Markdown left over', () => {
    const texts = items.map(({ id, blocks }) => ({ id, text: blocksText(blocks) }));
    expect(texts.filter(({ text }) => text.length < 80)).toEqual([]);
    expect(texts.filter(({ text }) => /^#{1,4} |\]\(|\*\*[^\s*]+\*\*/m.test(text))).toEqual([]);
  });

  it('links only to articles and issues that exist', () => {
    const urls = new Set(items.map(({ url }) => url));
    const ours = /^https:\/\/(?:help|tracker|status)\.fernway\.example\/(?:hc|browse|incidents)\//;
    const links = items.flatMap(({ id, blocks }) =>
      linkedAddresses(blocks).map((href) => ({ id, href: href.replace(/#.*$/, '') })),
    );
    expect(links.length).toBeGreaterThan(200);
    expect(links.filter(({ href }) => ours.test(href) && !urls.has(href))).toEqual([]);
  });

  it('has a translation only of articles that exist in English, under the same id', () => {
    const ids = new Set(items.map(({ id }) => id));
    for (const { id } of items.filter(({ locale }) => locale === 'de')) {
      expect(ids).toContain(id.replace(/:de$/, ':en'));
    }
  });

  it('names existing issues as originals of duplicates', () => {
    const keys = new Set(items.map(({ key }) => key));
    const duplicates = items.filter(({ issue }) => issue?.category === 'duplicate');
    expect(duplicates.length).toBeGreaterThan(0);
    for (const { issue } of duplicates) expect(keys).toContain(issue?.duplicateOf);
  });
});
