/** The stand-in Help Scout for a random agent, with the agent's own app set up: read and linked by the API. */
import { LINK_TAG_PREFIX } from '@/lib/model/link';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { eventually, openDockedPage } from '@/tests/support/extension/docked-page';
import { createGate } from '@/tests/support/gate';
import { keyOf, tipsConversation } from '@/tests/support/helpscout/agent-page';
import { APP } from '@/tests/support/helpscout/mailbox-auth';
import '@/tests/support/helpscout/page-hooks';
import { createHelpscoutStandIn, type HelpscoutStandIn } from '@/tests/support/helpscout/stand-in';
import { storeHelpscoutApp } from '@/tests/support/helpscout/store-app';
import {
  exportConversation,
  printerConversation,
} from '@/tests/support/helpscout/test-conversations';
import {
  LINK_NOTE,
  UNDO_NOTE,
  countNotes,
  linkTargets,
  type Desk,
  type Sight,
  type Standing,
} from '@/tests/support/random-agent/desk';
import type { Kind, Mishap } from '@/tests/support/random-agent/plan';

const SAMPLES = [exportConversation, printerConversation, tipsConversation];
const STATUSES: Readonly<Record<Mishap, number | 'lost'>> = {
  lost: 'lost',
  'server-error': 500,
  'rate-limit': 429,
};

/** In the page. */
function lookAtHelpscout(ids: number[]): Sight {
  const page = window.helpscoutPage;
  const [, addressed] = /^\/conversation\/(\d+)/.exec(location.pathname) ?? [];
  const kinds: Kind[] = ['reply', 'note'];
  return {
    addressed: addressed === undefined ? null : Number(addressed),
    inFront: page.shown(),
    kind: page.openKind(),
    drafts: ids.flatMap((id) => kinds.map((kind) => ({ id, kind, html: page.draft(id, kind) }))),
  };
}

function standingOf({ world }: HelpscoutStandIn, id: number): Standing {
  const { tags, threads, subject } = world.get(id);
  const notes = threads.filter(({ type }) => type === 'note').map(({ html }) => html);
  return {
    links: tags.filter((tag) => tag.startsWith(LINK_TAG_PREFIX)),
    tags,
    linkNotes: countNotes(notes, LINK_NOTE),
    undoNotes: countNotes(notes, UNDO_NOTE),
    rest: JSON.stringify({ subject, others: threads.length - notes.length }),
  };
}

/** What makes a token changes nothing. */
const isWrite = ({ method, path }: { method: string; path: string }): boolean =>
  method !== 'GET' && !path.startsWith('/v2/oauth2/');

export async function openHelpscoutDesk(browser: BrowserName): Promise<Desk> {
  const standIn = await createHelpscoutStandIn({ conversations: SAMPLES });
  standIn.setRateLimit(9000);
  const [port = 0] = Object.values(standIn.hosts);
  const gate = await createGate(port);
  const hosts = Object.fromEntries(Object.keys(standIn.hosts).map((host) => [host, gate.port]));
  const page = await openDockedPage(browser, hosts);
  const tickets = SAMPLES.map((one) => ({ id: one.id, subject: one.subject, key: keyOf(one) }));
  const ids = tickets.map(({ id }) => id);
  let isAppStored = false;

  return {
    page,
    tickets,
    issues: linkTargets(null),
    async load({ id }) {
      await page.goto(`${standIn.origin}/conversation/${id}/${id % 1000}`);
      await page.evaluate(async () => {
        while (!('helpscoutPage' in window)) await new Promise((done) => setTimeout(done, 10));
        await window.helpscoutPage.settled();
      });
      if (isAppStored) return;
      await eventually('a dock to set the app up in', async () => {
        await page.inDock(storeHelpscoutApp, APP);
        return true;
      });
      isAppStored = true;
    },
    look: () => page.evaluate(lookAtHelpscout, ids),
    move: (to) =>
      page.evaluate(
        (id) => void (id === null ? window.helpscoutPage.list() : window.helpscoutPage.open(id)),
        to?.id ?? null,
      ),
    settled: () => page.evaluate(() => window.helpscoutPage.settled()),
    setKind: (kind) => page.evaluate((which) => window.helpscoutPage.press(which), kind),
    type: (_, text) => page.evaluate((typed) => window.helpscoutPage.type(typed), text),
    // Everything came with the page.
    isLoaded: () => true,
    closeTab: () => Promise.resolve(false),
    addTag: ({ id }, tag) => standIn.world.setTags(id, [...standIn.world.get(id).tags, tag]),
    fail(what, at) {
      const path = at === 'tag' ? /\/tags$/ : /\/notes$/;
      const headers = { 'x-ratelimit-retry-after': '1' };
      standIn.failNext({ path, status: STATUSES[what], headers });
    },
    clearFailures: () => standIn.clearFailures(),
    setOnline: (isOnline) => (isOnline ? gate.open() : gate.shut()),
    setSession(isGood) {
      standIn.auth.setClosed(!isGood);
      if (!isGood) standIn.auth.endTokens();
    },
    standing: ({ id }) => standingOf(standIn, id),
    writes: () => standIn.requests.filter(isWrite).length,
    sent: () => [
      ...standIn.submissions.map(({ conversationId, html }) => `${conversationId}: ${html}`),
      ...standIn.requests
        .filter((one) => isWrite(one) && /\/reply/.test(one.path))
        .map((one) => one.path),
    ],
    async close() {
      await page.close();
      await gate.close();
      await standIn.close();
    },
  };
}
