/** Random agents at Help Scout in both browsers: whatever they do, no text in a wrong place, none lost, none sent. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import type { InsertContent } from '@/tests/support/extension/page-port-client';
import { keyOf, openAgentPage, type AgentPage } from '@/tests/support/helpscout/agent-page';
import type { Kind } from '@/tests/support/helpscout/page-hooks';
import {
  exportConversation,
  printerConversation,
} from '@/tests/support/helpscout/test-conversations';
import { createRandom, soak } from '@/tests/support/soak';

const CONVERSATIONS = [exportConversation, printerConversation];
const KINDS = ['reply', 'note'] as const;
const ACTIONS = soak(60, 500);
const SEED = 11;

describe.each<BrowserName>(['chromium', 'firefox'])('agents at Help Scout in %s', (browser) => {
  let agent: AgentPage;
  beforeAll(async () => {
    agent = await openAgentPage(browser);
    await agent.visit(exportConversation);
  });
  afterAll(() => agent.close());

  it(`${ACTIONS} actions leave every text where it was meant to be`, async () => {
    const random = createRandom(SEED);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
    /** What the agent typed, by conversation and kind of draft. */
    const typed = new Map<string, string[]>();
    const trail: string[] = [];
    let count = 0;

    const settled = () => agent.page.evaluate(() => window.helpscoutPage.settled());
    const place = () =>
      agent.page.evaluate(() => ({
        id: Number(/^\/conversation\/(\d+)/.exec(location.pathname)?.[1] ?? 0),
        kind: window.helpscoutPage.openKind(),
      }));

    async function insert(visibility: InsertContent['visibility']): Promise<void> {
      const { id } = await place();
      const inFront = CONVERSATIONS.find((one) => one.id === id);
      // Now and then for one that is not in front any more.
      const to = random() < 0.8 && inFront ? inFront : pick(CONVERSATIONS);
      const href = `https://help.fernway.example/${to.id}/${visibility}/${count}`;
      const result = await agent.port.insert({
        ticketKey: keyOf(to),
        form: random() < 0.5 ? 'link' : 'passage',
        html: `<p><a href="${href}">Item ${count}</a></p>`,
        text: `Item ${count}\n${href}`,
        hrefs: [href],
        visibility,
      });
      trail.push(`  ${to.number} ${visibility}: ${result.ok ? 'in' : result.fault.kind}`);
    }

    const actions: Record<string, () => Promise<unknown>> = {
      // Nobody waits for the page to be there.
      move: () =>
        random() < 0.2
          ? agent.page.evaluate(() => void window.helpscoutPage.list())
          : agent.page.evaluate((id) => void window.helpscoutPage.open(id), pick(CONVERSATIONS).id),
      insert: () => insert('public'),
      insertInternal: () => insert('internal'),
      async undo() {
        const result = await agent.port.undo(keyOf(pick(CONVERSATIONS)));
        trail.push(`  ${result.ok ? 'undone' : result.fault.kind}`);
      },
      async press() {
        await settled();
        if ((await place()).id !== 0) await agent.press(pick(KINDS));
      },
      async type() {
        await settled();
        const { id, kind } = await place();
        if (id === 0 || kind === null) return;
        const word = `w${count}x`;
        await agent.page.evaluate((text) => window.helpscoutPage.type(text), ` ${word} `);
        const key = `${id} ${kind}`;
        typed.set(key, [...(typed.get(key) ?? []), word]);
      },
    };

    async function complaints(): Promise<string[]> {
      const found: string[] = [];
      for (const { id } of CONVERSATIONS) {
        for (const kind of KINDS) found.push(...(await complaintsAbout(id, kind)));
      }
      if (agent.standIn.submissions.length > 0) found.push('something was sent');
      // And what led there.
      return found.length > 0 ? [...found, ...trail.slice(-12)] : [];
    }

    async function complaintsAbout(id: number, kind: Kind): Promise<string[]> {
      const draft = await agent.page.evaluate(
        (of, which) => window.helpscoutPage.draft(of, which),
        id,
        kind,
      );
      const hrefs = [...draft.matchAll(/fernway\.example\/(\d+)\/(\w+)\/(\d+)">/g)];
      const found = hrefs.flatMap(([, of, visibility]) => [
        ...(Number(of) === id ? [] : [`text for ${of} in ${id}`]),
        ...(kind === 'reply' && visibility !== 'public' ? [`internal text in a reply`] : []),
      ]);
      const numbers = hrefs.map(([, , , number]) => number);
      if (new Set(numbers).size < numbers.length) found.push(`twice in ${id} ${kind}`);
      // Letters of a word may be apart when text was inserted while it was typed; none may be missing.
      const lost = (typed.get(`${id} ${kind}`) ?? []).filter((word) => !draft.includes(word));
      return [...found, ...lost.map((word) => `${word} lost from ${id} ${kind}: ${draft}`)];
    }

    for (count = 0; count < ACTIONS; count++) {
      const name = pick(Object.keys(actions));
      trail.push(`${count} ${name}`);
      await actions[name]!();
      if (random() < 0.5) await settled();
      expect(await complaints()).toEqual([]);
    }
    await settled();
    expect(await complaints()).toEqual([]);
    // Some inserts must have found their place, or nothing was tested.
    expect(trail.filter((line) => line.endsWith(': in')).length).toBeGreaterThan(ACTIONS / 20);
  });
});
