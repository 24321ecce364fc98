/** Where the agent's own Help Scout app and its tokens are kept: this browser's storage, and nowhere else. */
import { browser } from 'wxt/browser';

const APP_KEY = 'helpscout-app';
const TOKENS_KEY = 'helpscout-tokens';
const STANDING_KEY = 'helpscout-standing';

interface StoredApp {
  appId: string;
  appSecret: string;
}

/** What Help Scout said of the app last. */
interface AppStanding {
  /** '' when Help Scout did not tell. */
  account: string;
  isRefused: boolean;
}

interface StoredTokens {
  access: string;
  refresh: string | null;
  endsAt: number;
}

/** The app that the agent has set up; null for none. */
export async function readHelpscoutApp(): Promise<StoredApp | null> {
  const { appId, appSecret } = await readFields(APP_KEY);
  if (typeof appId !== 'string' || typeof appSecret !== 'string') return null;
  return appId && appSecret ? { appId, appSecret } : null;
}

/** Tokens are of one app: another app, or none, starts without. */
export async function writeHelpscoutApp(app: StoredApp | null): Promise<void> {
  await browser.storage.local.remove([TOKENS_KEY, STANDING_KEY]);
  if (app === null) await browser.storage.local.remove(APP_KEY);
  else await browser.storage.local.set({ [APP_KEY]: app });
}

export async function readHelpscoutTokens(): Promise<StoredTokens | null> {
  const { access, refresh, endsAt } = await readFields(TOKENS_KEY);
  if (typeof access !== 'string' || typeof endsAt !== 'number') return null;
  return { access, refresh: typeof refresh === 'string' ? refresh : null, endsAt };
}

export async function writeHelpscoutTokens(tokens: StoredTokens): Promise<void> {
  await browser.storage.local.set({ [TOKENS_KEY]: tokens });
}

export async function readHelpscoutStanding(): Promise<AppStanding> {
  const { account, isRefused } = await readFields(STANDING_KEY);
  return { account: typeof account === 'string' ? account : '', isRefused: isRefused === true };
}

export async function writeHelpscoutStanding(standing: AppStanding): Promise<void> {
  await browser.storage.local.set({ [STANDING_KEY]: standing });
}

async function readFields(key: string): Promise<Readonly<Record<string, unknown>>> {
  const stored: unknown = (await browser.storage.local.get(key))[key];
  return typeof stored === 'object' && stored !== null ? { ...stored } : {};
}
