/** From installing to the first suggestion out of the account's own help centre, in both browsers. */
import type { BenchOptions } from '@/tests/bench/index';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { ARTICLES, createFreshAccount, timeStart } from '@/tests/support/sync/zero-key';

const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

export async function benchStart({ report }: BenchOptions): Promise<void> {
  for (const browser of BROWSERS) {
    const account = await createFreshAccount();
    try {
      const { fromInstall, fromPress, installed } = await timeStart(browser, account);
      await installed.close();
      const about = { bench: 'start', engine: 'trivet', set: browser, docs: ARTICLES, unit: 's' };
      report({ ...about, metric: 'install_to_suggestion_s', value: fromInstall });
      report({ ...about, metric: 'press_to_suggestion_s', value: fromPress });
    } finally {
      await account.close();
    }
  }
}
