/**
 * Real tickets through page, adapter, engine and sidebar in Chromium: the same answers as outside the
 * browser. Needs a data set; TRIVET_DATA names its folder.
 */
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Frame, Page } from 'playwright-core';
import { toStandInTicket } from '@/lib/cli/demo/world';
import { tidy } from '@/lib/helpdesks/dom';
import type { Suggester } from '@/lib/suggest/contract';
import { scoreGains } from '@/tests/bench/ranking-case';
import { launchChromium, type ChromiumSession } from '@/tests/support/browsers/chromium';
import { toDataItems, toDataTicket } from '@/tests/support/data-items';
import { readDataSet, type DataQuery, type DataSet } from '@/tests/support/data-set';
import { builtExtension, eventually } from '@/tests/support/extension/docked-page';
import {
  readSidebarDocument,
  type SidebarReading,
} from '@/tests/support/extension/sidebar-reading';
import { createNodeSuggester } from '@/tests/support/node-suggester';
import { unwrap } from '@/tests/support/unwrap';
import { createStandIn, type StandIn } from '@/tests/support/zendesk/stand-in';

const FOLDER = path.resolve(process.env['TRIVET_DATA'] ?? '../shared/data/titanium-docs');
const TICKETS = 60;
const hasData = existsSync(FOLDER);
if (!hasData) console.warn(`SKIPPED real tickets: no data set in ${FOLDER}`);

/** `file-x:article:Titanium.UI` → `Titanium.UI`: sources name the same document differently. */
const nameOf = (itemId: string): string => itemId.split(':').slice(2).join(':');

describe.runIf(hasData)('real tickets', () => {
  let set: DataSet;
  let queries: DataQuery[];
  let suggester: Suggester;
  let standIn: StandIn;
  let session: ChromiumSession;
  let page: Page;

  beforeAll(async () => {
    set = readDataSet(FOLDER);
    queries = set.queries.filter(({ id, split }) => split === 'test' && set.answers.has(id));
    queries = queries.slice(0, TICKETS);
    suggester = await createNodeSuggester(await toDataItems(set.documents), () => new Date());
    standIn = await createStandIn({ tickets: queries.map(toStandInTicket), rateLimit: 100_000 });
    const hosts = { '*.zendesk.com': standIn.port };
    session = await launchChromium({ hosts, extension: builtExtension('chromium') });
    page = session.context.pages()[0] ?? (await session.context.newPage());
  });

  afterAll(async () => {
    await session.close();
    await standIn.close();
  });

  const dock = (): Promise<Frame | undefined> =>
    eventually('the dock', () =>
      Promise.resolve(page.frames().find((frame) => frame.url().startsWith('chrome-extension:'))),
    );

  /** A lead's way: the sample goes, the team's file comes. */
  async function replaceSample(): Promise<void> {
    const options = await session.context.newPage();
    await options.goto(`chrome-extension://${session.extensionId}/options.html`);
    await options.getByRole('button', { name: /^Remove/ }).click();
    await options.locator('.confirm .btn-danger').click();
    // Deleted documents count in the statistics until their segments are gone.
    await eventually('an empty index', async () =>
      options.evaluate(
        `chrome.runtime.sendMessage({ name: 'index.status', request: {} })
          .then(({ value }) => value?.state === 'empty')`,
      ),
    );
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'trivet-data-')), 'help.jsonl');
    const lines = set.documents.map((one) => JSON.stringify({ ...one, visibility: 'public' }));
    writeFileSync(file, lines.join('\n'));
    await options.locator('[data-import] input[type=file]').setInputFiles(file);
    await options.locator('[data-import="done"]').waitFor({ timeout: 100_000 });
    await options.close();
  }

  async function readAnswer(index: number): Promise<SidebarReading> {
    const ticket = toStandInTicket(queries[index]!, index);
    await page.evaluate(`window.__standIn.open(${ticket.id})`);
    return eventually('the answer', async () => {
      const seen = await (await dock())?.evaluate(readSidebarDocument);
      return seen?.text.includes(`#${ticket.id}`) && !seen.isBusy && seen.cards.length > 0 && seen;
    }) as Promise<SidebarReading>;
  }

  it('get the answers that the engine gives outside the browser', async () => {
    await replaceSample();
    await page.goto(`${standIn.origin}/agent/tickets/${toStandInTicket(queries[0]!, 0).id}`);
    let recall = 0;
    for (const [index, query] of queries.entries()) {
      const { cards } = await readAnswer(index);
      const shown = cards.map(({ itemId }) => nameOf(itemId));
      // The same text: adapters tidy the white space of what they read.
      const ticket = toDataTicket({ ...query, body: tidy(query.body) });
      const list = unwrap(await suggester.suggest(ticket));
      const expected = list.suggestions.map(({ item }) => nameOf(item.id));
      expect(shown, `ticket ${query.id}`).toEqual(expected);
      const right = set.answers.get(query.id) ?? new Map<string, number>();
      const gains = shown.map((name) => right.has(name));
      recall += scoreGains(gains, right.size).recall10;
    }
    const share = (recall / queries.length).toFixed(3);
    console.log(`recall@10 of ${queries.length} real tickets in the browser: ${share}`);
    expect(queries.length).toBeGreaterThanOrEqual(50);
  }, 300_000);
});
