/** The start without keys in both browsers: installed, one press, and the account's own articles answer. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import type { Account } from '@/tests/support/sync/account';
import {
  ARTICLES,
  createFreshAccount,
  install,
  POSTS,
  timeStart,
  WANTED_TITLE,
  type FreshInstall,
} from '@/tests/support/sync/zero-key';

/** Of the posts, every second one was answered. */
const ALL = ARTICLES + POSTS / 2;
const LONGEST_START_S = 60;

describe.each<BrowserName>(['chromium', 'firefox'])('the start without keys in %s', (browser) => {
  let account: Account;
  let installed: FreshInstall | undefined;

  beforeEach(async () => {
    account = await createFreshAccount();
  });

  afterEach(async () => {
    await installed?.close();
    await account.close();
  });

  async function start(): Promise<FreshInstall> {
    installed = await install(browser, account);
    return installed;
  }

  it('suggests the article that answers the ticket within a minute', async () => {
    const { fromInstall, fromPress, ...start } = await timeStart(browser, account);
    ({ installed } = start);
    const about = { start: browser, articles: ARTICLES, posts: POSTS };
    console.log(JSON.stringify({ ...about, from_install_s: fromInstall, from_press_s: fromPress }));
    expect(fromInstall).toBeLessThanOrEqual(LONGEST_START_S);
    await start.installed.shown(({ text }) =>
      text.includes(`Your help centre is ready, ${ALL} entries`),
    );
    expect(account.asked.every((line) => line.startsWith('200 '))).toBe(true);
  });

  it('says that the agent was signed out, keeps what was read, and goes on after signing in', async () => {
    account.centre.condition.signedOutFromPage = 3;
    const { shown, accept, openTicket } = await start();
    await accept();
    await shown(({ text }) => text.includes('You were signed out while your help centre was read'));
    await shown(({ text }) => text.includes('Sign in again'));
    account.centre.condition.signedOutFromPage = Infinity;
    await openTicket();
    await shown(({ cards }) => cards[0]?.title === WANTED_TITLE);
    await shown(({ text }) => text.includes(`Your help centre is ready, ${ALL} entries`));
    // Two pages were read before, and none of them again.
    const pages = account.asked.filter((line) => line.endsWith('/en-us/articles.json'));
    expect(pages.map((line) => line.slice(0, 3))).toEqual('200 200 401 200 200 200'.split(' '));
  });

  it('says that there is no help centre', async () => {
    account.centre.condition.isOff = true;
    const { shown, accept } = await start();
    await accept();
    await shown(({ text }) => text.includes('This account has no help centre'));
    expect(new Set(account.asked)).toEqual(new Set(['404 /api/v2/help_center/locales.json']));
  });

  it('reads the articles where the community is closed', async () => {
    account.centre.condition.isCommunityClosed = true;
    const { shown, accept } = await start();
    await accept();
    await shown(({ text }) => text.includes(`Your help centre is ready, ${ARTICLES} entries`));
    await shown(({ cards }) => cards[0]?.title === WANTED_TITLE);
    expect(account.asked).toContain('403 /api/v2/community/posts.json');
  });
});
