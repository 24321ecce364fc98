/** The start without keys as an agent makes it: a fresh profile, a ticket, one press; and how long it takes. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { openDockedPage, type DockedPage } from '@/tests/support/extension/docked-page';
import {
  readSidebarDocument,
  type SidebarReading,
} from '@/tests/support/extension/sidebar-reading';
import { createAccount, type Account } from '@/tests/support/sync/account';
import { codeOf, subjectOf } from '@/tests/support/sync/help-centre';
import type { SampleTicket } from '@/tests/support/zendesk/sample-ticket';

export const ARTICLES = 500;
export const POSTS = 30;
/** An article of the help centre's second half, which is read last. */
const WANTED = 417;
/** The title that must come first. */
export const WANTED_TITLE = subjectOf(WANTED);
const PATIENCE_MS = 60_000;
const LOOK_MS = 100;

const ticket: SampleTicket = {
  id: 20901,
  subject: `${subjectOf(WANTED)} and we do not know why`,
  channel: 'email',
  requester: { name: 'Ines Roth', organization: 'Roth Velo', locale: 'en' },
  productVersion: null,
  tags: [],
  messages: [
    {
      author: 'customer',
      visibility: 'public',
      body: `Hello,\n\nour counter shows ${codeOf(WANTED)}. What can we do?\n\nInes`,
      at: '2026-11-21T08:12:00Z',
    },
  ],
};

/** An account with the ticket and the help centre that answers it. */
export function createFreshAccount(): Promise<Account> {
  return createAccount([ticket], { articles: ARTICLES, posts: POSTS });
}

export interface FreshInstall {
  /** When the browser was up and had the extension, by `performance.now()`. */
  readonly installedAt: number;
  /** Opens the ticket, or opens it anew. */
  openTicket(): Promise<void>;
  /** Waits for what the sidebar shows. */
  shown(what: (seen: SidebarReading) => boolean): Promise<void>;
  /** Presses the offer's button when it is there. */
  accept(): Promise<void>;
  close(): Promise<void>;
}

/** A fresh profile with the extension, at the ticket. */
export async function install(browser: BrowserName, account: Account): Promise<FreshInstall> {
  const page = await openDockedPage(browser, { '*.zendesk.com': account.port });
  const installedAt = performance.now();
  const openTicket = () => page.goto(`${account.standIn.origin}/agent/tickets/${ticket.id}`);
  const shown = (what: (seen: SidebarReading) => boolean) => untilShown(page, what);
  await openTicket();
  return {
    installedAt,
    openTicket,
    shown,
    async accept() {
      await shown(({ text }) => text.includes('Find answers in your own help centre'));
      await page.inDock(() => {
        document.querySelector<HTMLElement>('.offer button')?.click();
      });
    },
    close: () => page.close(),
  };
}

async function untilShown(page: DockedPage, what: (seen: SidebarReading) => boolean) {
  const deadline = Date.now() + PATIENCE_MS;
  let last = '';
  while (Date.now() < deadline) {
    // While the page loads there is no sidebar.
    const seen = await page.inDock(readSidebarDocument).catch(() => null);
    if (seen !== null && what(seen)) return;
    last = seen?.text ?? last;
    await sleep(LOOK_MS);
  }
  throw new Error(`Waited in vain; the sidebar says: ${last.slice(0, 500)}`);
}

export interface StartTimes {
  /** From having the extension, with the ticket not yet opened, to the first suggestion. */
  fromInstall: number;
  /** From the press alone. */
  fromPress: number;
}

/** In seconds. The browser stays open at the answer. */
export async function timeStart(
  browser: BrowserName,
  account: Account,
): Promise<StartTimes & { installed: FreshInstall }> {
  const installed = await install(browser, account);
  try {
    await installed.accept();
    const pressed = performance.now();
    await installed.shown(({ cards }) => cards[0]?.title === WANTED_TITLE);
    const seconds = (from: number) => Number(((performance.now() - from) / 1_000).toFixed(1));
    return { fromInstall: seconds(installed.installedAt), fromPress: seconds(pressed), installed };
  } catch (error) {
    await installed.close();
    throw error;
  }
}
