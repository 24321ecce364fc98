/** A conversation in the stand-in's page with the built extension beside it, for tests in either browser. */
import type { PageState } from '@/lib/model/page-state';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { openDockedPage, type DockedPage } from '@/tests/support/extension/docked-page';
import {
  connectToPage,
  type InsertContent,
  type PagePortClient,
} from '@/tests/support/extension/page-port-client';
import { readSampleTickets } from '@/tests/support/sample-tickets';
import type { Kind } from './page-hooks';
import type { SampleConversation } from './records';
import { createHelpscoutStandIn, type HelpscoutStandIn } from './stand-in';
import { exportConversation, printerConversation, toConversation } from './test-conversations';

/** The sample's ticket with a known issue and an article. */
const TIPS = 20104;
const tips = readSampleTickets().find(({ id }) => id === TIPS);
if (!tips) throw new Error(`The sample has no ticket ${TIPS}`);
export const tipsConversation: SampleConversation = toConversation(tips);

export const HREF = 'https://help.fernway.example/articles/export-limits?a=1&b=2';
export const TITLE = 'Export limits (EXPORT_LIMIT)';
export const LINK = `<a href="${HREF.replace('&', '&amp;')}">${TITLE}</a>`;

export const keyOf = ({ id }: SampleConversation): string => `https://secure.helpscout.net#${id}`;

export const link: InsertContent = {
  ticketKey: keyOf(exportConversation),
  form: 'link',
  html: LINK,
  text: `${TITLE}\n${HREF}`,
  hrefs: [HREF],
  visibility: 'public',
};
export const passage: InsertContent = {
  ...link,
  form: 'passage',
  html:
    '<p>Split the <strong>export</strong>:</p>' +
    `<ol><li>Open Reports</li><li>Press <code>Split</code></li></ol><p>More in ${LINK}.</p>`,
  text: 'Split the export:\n1. Open Reports\n2. Press Split',
};

export interface AgentPage {
  readonly standIn: HelpscoutStandIn;
  readonly page: DockedPage;
  /** The port of the page that was loaded last. */
  readonly port: PagePortClient;
  /** Loads the conversation anew: drafts, history and focus are new. */
  load(conversation: SampleConversation): Promise<void>;
  /** The same, with a line to the page in the place of the sidebar. */
  visit(conversation: SampleConversation): Promise<PageState>;
  press(kind: Kind): Promise<void>;
  draft(conversation: SampleConversation, kind: Kind): Promise<string>;
  setDraft(html: string): Promise<void>;
  /** All drafts of all conversations, for saying that nothing is anywhere. */
  drafts(): Promise<string[]>;
  close(): Promise<void>;
}

export async function openAgentPage(browser: BrowserName): Promise<AgentPage> {
  const conversations = [exportConversation, printerConversation, tipsConversation];
  const standIn = await createHelpscoutStandIn({ conversations });
  const page = await openDockedPage(browser, standIn.hosts);
  let port: PagePortClient | null = null;
  const draft: AgentPage['draft'] = async ({ id }, kind) => {
    const html = await page.evaluate(
      (of, which) => window.helpscoutPage.draft(of, which),
      id,
      kind,
    );
    // The blank after an inserted link, out of which typing goes on, and Slate's open line.
    return html.replace(/\u00A0|&nbsp;/g, ' ').replace(/(?: |<br\/>)+<\/p>/g, '</p>');
  };
  const load: AgentPage['load'] = async ({ id, number }) => {
    await page.goto(`${standIn.origin}/conversation/${id}/${number}?viewId=99451`);
    await page.evaluate(async () => {
      while (!('helpscoutPage' in window)) await new Promise((done) => setTimeout(done, 10));
      await window.helpscoutPage.settled();
    });
  };
  return {
    standIn,
    page,
    draft,
    get port() {
      if (!port) throw new Error('Visit a conversation first');
      return port;
    },
    load,
    async visit(conversation) {
      await load(conversation);
      const { id } = conversation;
      port = await connectToPage(page);
      return port.waitForState(
        (state) => state.kind === 'ticket' && state.ticket.id === String(id),
        `conversation ${id}`,
      );
    },
    press: (kind) => page.evaluate((which) => window.helpscoutPage.press(which), kind),
    setDraft: (html) => page.evaluate((data) => window.helpscoutPage.setDraft(data), html),
    async drafts() {
      const all = conversations.flatMap((one) => [draft(one, 'reply'), draft(one, 'note')]);
      return Promise.all(all);
    },
    async close() {
      await page.close();
      await standIn.close();
    },
  };
}
