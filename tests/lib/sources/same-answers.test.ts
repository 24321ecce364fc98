/**
 * The same help centre by three ways: from our own files, as a documentation site and as an archive
 * of Markdown. What it says and what it answers is the same.
 */
import { strToU8, zipSync } from 'fflate';
import { marked } from 'marked';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocuments } from '@/lib/app/options/import-documents';
import { blocksText } from '@/lib/convert/block-text';
import type { Item } from '@/lib/model/item';
import { mapDocument } from '@/lib/sources/jsonl/map';
import { SAMPLE_FILES } from '@/lib/sources/sample/files';
import { readArticles } from '@/lib/sources/sample/records';
import { siteKind } from '@/lib/sources/site/connector';
import { createNodeSuggester } from '@/tests/support/node-suggester';
import { readSampleText } from '@/tests/support/sample';
import { readSampleTickets, toTicket } from '@/tests/support/sample-tickets';
import { loadSampleWorld, SAMPLE_NOW } from '@/tests/support/sample-world';
import { DirectHttp } from '@/tests/support/servers/direct-http';
import { LocalCopy } from '@/tests/support/servers/local-copy';
import { startStaticSite, type StaticSite } from '@/tests/support/servers/static-site';
import { unwrap } from '@/tests/support/unwrap';

const HELP = 'https://help.fernway.example/hc/en-us/articles/';

interface Source {
  id: string;
  title: string;
  body: string;
  updatedAt: string;
}

let site: StaticSite;
let articles: Source[];
let direct: Item[];

beforeAll(async () => {
  site = await startStaticSite();
  articles = [];
  for (const file of SAMPLE_FILES) {
    if (file.kind !== 'articles' || file.locale !== 'en') continue;
    for (const read of readArticles(await readSampleText(file.path))) {
      if ('record' in read) articles.push(read.record);
    }
  }
  const world = await loadSampleWorld();
  direct = comparable(world.filter(({ kind, locale }) => kind === 'article' && locale === 'en'));
});

afterAll(() => site.stop());

/** Only what the texts decide: all else differs by where it was read. */
function comparable(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({
      ...item,
      id: `x:article:${item.title}`,
      url: `${HELP}x`,
      labels: [],
      products: [],
      locale: 'en',
      visibility: 'public' as const,
      updatedAt: '2026-11-01T00:00:00.000Z',
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

async function readAsSite(): Promise<Item[]> {
  const entries = articles.map(
    ({ id, updatedAt }) =>
      `<url><loc>${site.origin}/hc/${id}.html</loc><lastmod>${updatedAt}</lastmod></url>`,
  );
  site.files.set('/sitemap.xml', { body: `<urlset>${entries.join('')}</urlset>` });
  for (const { id, title, body } of articles) {
    const text = marked.parse(body, { async: false });
    site.files.set(`/hc/${id}.html`, {
      body: `<!doctype html><html lang="en"><head><title>${title} – Help</title></head><body>
<nav>Home Search Sign in</nav><aside>Offline printing payments stock</aside>
<main><article><h1>${escape(title)}</h1>${text}</article><section>x</section></main>
<footer>Contact us about refunds</footer></body></html>`,
    });
  }
  const copy = new LocalCopy(() =>
    siteKind.create(
      { id: 's', settings: { startUrl: `${site.origin}/`, sections: [] }, secrets: {} },
      {
        http: new DirectHttp(),
        now: () => SAMPLE_NOW.getTime(),
        giveWay: () => Promise.resolve(),
        readOwnFile: () => Promise.reject(new Error('none')),
        languageOf: () => 'en',
      },
    ),
  );
  await copy.pull();
  return comparable([...copy.items.values()]);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

async function readAsArchive(): Promise<Item[]> {
  const files = articles.map(({ id, title, body }): [string, Uint8Array] => [
    `kb/${id}.md`,
    strToU8(`---\ntitle: ${JSON.stringify(title)}\n---\n${body}`),
  ]);
  const file = new File([zipSync(Object.fromEntries(files)).slice()], 'kb.zip');
  const items: Item[] = [];
  for await (const found of readDocuments(file, () => undefined)) {
    if (found.status !== 'read') throw new Error(found.status);
    const context = { sourceId: 's', syncedAt: '', visibility: 'public', languageOf: () => 'en' } as const; // prettier-ignore
    const mapped = await mapDocument(found.data, context, found.blocks);
    if (mapped.ok) items.push(mapped.item);
  }
  return comparable(items);
}

const texts = (items: readonly Item[]) =>
  items.map(({ title, blocks }) => [title, blocksText(blocks).replace(/\s+/g, ' ')]);

/** The titles suggested for each of the sample's tickets in English, best first. */
async function answers(items: readonly Item[]): Promise<string[][]> {
  const suggester = await createNodeSuggester(items, () => SAMPLE_NOW);
  const tickets = readSampleTickets().filter(({ requester }) => requester.locale.startsWith('en'));
  const all: string[][] = [];
  for (const ticket of tickets) {
    const found = unwrap(await suggester.suggest(toTicket(ticket)));
    all.push(found.suggestions.slice(0, 5).map(({ item }) => item.title));
  }
  return all;
}

describe.each([
  ['a documentation site', readAsSite],
  ['an archive of Markdown', readAsArchive],
])('the sample’s help centre as %s', (_, read) => {
  it('says the same and answers the same', { timeout: 120_000 }, async () => {
    const items = await read();
    expect(items.length).toBe(articles.length);
    expect(texts(items)).toEqual(texts(direct));
    const found = await answers(items);
    expect(found.length).toBeGreaterThan(10);
    expect(found).toEqual(await answers(direct));
  });
});
