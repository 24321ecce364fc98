/**
 * Real help articles on a real wiki and on a website: what our copies of them answer to real tickets is what
 * the same articles answer when they are imported as a file.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '@/lib/model/item';
import type { Connector, ConnectorPorts } from '@/lib/sources/contract';
import { mediaWikiKind } from '@/lib/sources/mediawiki/connector';
import { siteKind } from '@/lib/sources/site/connector';
import { toDataItems, toDataTicket } from '@/tests/support/data-items';
import { readDataSet, type DataDocument, type DataQuery } from '@/tests/support/data-set';
import { createNodeSuggester } from '@/tests/support/node-suggester';
import { DirectHttp } from '@/tests/support/servers/direct-http';
import { LocalCopy } from '@/tests/support/servers/local-copy';
import { ADMIN, startMediaWiki } from '@/tests/support/servers/mediawiki';
import { toPageHtml, toWikiText, toWikiTitle } from '@/tests/support/servers/page-text';
import { startHere } from '@/tests/support/servers/start-here';
import { startStaticSite } from '@/tests/support/servers/static-site';
import { WikiEditor } from '@/tests/support/servers/wiki-editor';
import { soak } from '@/tests/support/soak';
import { unwrap } from '@/tests/support/unwrap';

const FOLDER = path.resolve(process.env['TRIVET_DATA_SETS'] ?? '../shared/data');
const SETS = ['jquery-docs', 'titanium-docs'];
const MOST_ARTICLES = soak(150, Infinity);
const MOST_TICKETS = soak(80, Infinity);
const TOP = 10;
/** A wiki writes some characters of titles in full width, which is all that tells them apart. */
const LEAST_FIRST = 0.98;
const LEAST_TOP = 0.98;
const NOW = new Date('2026-11-22T12:00:00Z');
/** What a wiki takes in one request. */
const PAGES_AT_ONCE = 40;
/** Half a minute alone, and far longer beside other work. */
const PATIENCE_MS = soak(9, 25) * 60_000;

const hasData = SETS.every((name) => existsSync(path.join(FOLDER, name)));
if (!hasData) process.stderr.write(`\nSKIPPED: real pages: no ${SETS.join(', ')} in ${FOLDER}\n`);
const wiki = hasData ? await startHere('MediaWiki with real pages', startMediaWiki) : null;

interface Article {
  at: string;
  item: Item;
}

const ports = (): ConnectorPorts => ({
  http: new DirectHttp(),
  now: () => NOW.getTime(),
  readOwnFile: () => Promise.reject(new Error('none')),
  languageOf: () => 'en',
  giveWay: () => Promise.resolve(),
});

/**
 * Only what a page holds, its title and its text. Not on it: products and labels, and the id, which an import
 * makes searchable.
 */
async function toArticles(documents: readonly DataDocument[]): Promise<Article[]> {
  const titles = new Set<string>();
  const articles: Article[] = [];
  for (const { id, title, body } of documents) {
    const name = toWikiTitle(title);
    // Pages of one title cannot be told apart below.
    if (titles.has(name)) continue;
    titles.add(name);
    const at = new Date(Date.UTC(2026, 0, 1) + articles.length * 60_000).toISOString();
    const [item] = await toDataItems([{ id, title, body, created: at }]);
    if (item === undefined) continue;
    const { key: _key, ...shown } = item;
    articles.push({ at: at.replace('.000', ''), item: shown });
  }
  return articles;
}

async function copyOf(connect: () => Connector): Promise<Item[]> {
  const copy = new LocalCopy(connect);
  await copy.pull();
  return [...copy.items.values()];
}

/** Names of the first ten suggestions for each ticket. */
async function answers(items: readonly Item[], tickets: readonly DataQuery[]): Promise<string[][]> {
  const suggester = await createNodeSuggester(items, () => NOW);
  const all: string[][] = [];
  for (const ticket of tickets) {
    const { suggestions } = unwrap(await suggester.suggest(toDataTicket(ticket)));
    all.push(suggestions.slice(0, TOP).map(({ item }) => toWikiTitle(item.title)));
  }
  return all;
}

/** How far two lists of answers agree, from 0 to 1. */
function agreement(ours: readonly string[][], theirs: readonly string[][]) {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const pairs = theirs.map((titles, at) => [titles, ours[at] ?? []] as const);
  const shared = pairs.map(([a, b]) =>
    a.length + b.length === 0
      ? 1
      : a.filter((title) => b.includes(title)).length / Math.max(a.length, b.length),
  );
  return { first: mean(pairs.map(([a, b]) => (a[0] === b[0] ? 1 : 0))), top: mean(shared) };
}

describe.skipIf(wiki === null)('real articles', { timeout: PATIENCE_MS }, () => {
  let articles: Article[];
  let tickets: DataQuery[];
  let expected: string[][];

  beforeAll(async () => {
    const sets = SETS.map((name) => readDataSet(path.join(FOLDER, name)));
    articles = await toArticles(sets.flatMap(({ documents }) => documents.slice(0, MOST_ARTICLES)));
    tickets = sets.flatMap(({ queries }) =>
      queries.filter(({ split }) => split === 'test').slice(0, MOST_TICKETS),
    );
    expected = await answers(
      articles.map(({ item }) => item),
      tickets,
    );
  }, PATIENCE_MS);

  afterAll(() => wiki?.stop());

  /** Prints the figures, so that they can be followed over time. */
  async function mustAgree(where: string, items: readonly Item[]): Promise<void> {
    const { first, top } = agreement(await answers(items, tickets), expected);
    const count = { articles: articles.length, tickets: tickets.length };
    console.log(JSON.stringify({ real_pages: where, ...count, first, top10: top }));
    expect(expected.filter((titles) => titles.length > 0).length).toBeGreaterThan(50);
    expect(first).toBeGreaterThanOrEqual(LEAST_FIRST);
    expect(top).toBeGreaterThanOrEqual(LEAST_TOP);
  }

  it('on a website answer as a file of them does', async () => {
    const site = await startStaticSite();
    const places = articles.map(({ at }, number) => ({ at, path: `/${number}.html` }));
    const entries = places.map(
      ({ at, path: place }) =>
        `<url><loc>${site.origin}${place}</loc><lastmod>${at}</lastmod></url>`,
    );
    site.files.set('/sitemap.xml', { body: `<urlset>${entries.join('')}</urlset>` });
    articles.forEach(({ item }, number) => {
      const heading = toPageHtml([{ type: 'heading', level: 2, text: [{ text: item.title }] }]);
      const main = `${heading.replaceAll('h2>', 'h1>')}${toPageHtml(item.blocks)}`;
      site.files.set(`/${number}.html`, {
        body: `<!doctype html><html lang="en"><head><title>Docs</title></head><body>
<nav>Home Search Sign in</nav><main><article>${main}</article></main>
<footer>Contact us about refunds</footer></body></html>`,
      });
    });
    const settings = { startUrl: `${site.origin}/`, sections: [] };
    const items = await copyOf(() => siteKind.create({ id: 's', settings, secrets: {} }, ports()));
    await site.stop();
    expect(items.length).toBe(articles.length);
    await mustAgree('website', items);
  });

  it('on a wiki answer as a file of them does', async () => {
    const { apiUrl = '', configure } = wiki ?? {};
    await configure?.(
      '$wgCapitalLinks = false; $wgJobRunRate = 0; $wgParserCacheType = CACHE_NONE;',
    );
    const editor = new WikiEditor(apiUrl);
    await editor.signIn(ADMIN.name, ADMIN.password);
    await editor.delete('Main Page');
    const pages = articles.map(({ at, item }) => ({
      at,
      title: toWikiTitle(item.title),
      text: toWikiText(item.blocks),
    }));
    for (let from = 0; from < pages.length; from += PAGES_AT_ONCE) {
      await editor.bringIn(pages.slice(from, from + PAGES_AT_ONCE));
    }
    const settings = { apiUrl, namespaces: ['0'] };
    const items = await copyOf(() =>
      mediaWikiKind.create({ id: 'w', settings, secrets: {} }, ports()),
    );
    expect(items.length).toBe(articles.length);
    await mustAgree('wiki', items);
  });
});
