/** Starts Chromium with our extension and with production host names mapped to local servers. */
import { chromium, type BrowserContext, type Worker } from 'playwright-core';
import type { HostMap } from '../connect-proxy';
import { findChromium } from './find-browser';
import { openProfile } from './profile';

export interface ChromiumOptions {
  /** Loopback ports by host pattern, e.g. `{'*.zendesk.com': standIn.port}`. Every other host fails at once. */
  readonly hosts: HostMap;
  /** Folder of a built extension. */
  readonly extension?: string;
  /** A profile folder to keep and reuse; a temporary one when left out. */
  readonly profile?: string;
  readonly headless?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
  readonly args?: readonly string[];
}

export interface ChromiumSession {
  readonly context: BrowserContext;
  /** Null without an extension. */
  readonly extensionId: string | null;
  /** The worker as it was at the start; after it was stopped this handle is dead. */
  readonly serviceWorker: Worker | null;
  readonly profile: string;
  close(): Promise<void>;
}

/** Nothing is fetched or reported that a test did not ask for. */
const quietArgs: readonly string[] = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-search-engine-choice-screen',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  `--disable-features=${[
    'Translate',
    'MediaRouter',
    'OptimizationHints',
    'OptimizationGuideModelDownloading',
    'InterestFeedContentSuggestions',
    'CertificateTransparencyComponentUpdater',
    'AutofillServerCommunication',
    'DialMediaRouteProvider',
    'HttpsUpgrades',
    'HttpsFirstBalancedModeAutoEnable',
    'LocalNetworkAccessChecks',
  ].join(',')}`,
  '--password-store=basic',
  '--use-mock-keychain',
  '--metrics-recording-only',
  '--no-pings',
  '--disable-dev-shm-usage',
  '--ignore-certificate-errors',
];

function resolverRules(hosts: HostMap): string {
  const mapped = Object.entries(hosts).map(([host, port]) => `MAP ${host} 127.0.0.1:${port}`);
  return [...mapped, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'].join(', ');
}

/** Chromium's sandbox needs an unprivileged user; only as root is it switched off. */
const sandboxArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Launches a persistent context; extensions exist only there. */
export async function launchChromium(options: ChromiumOptions): Promise<ChromiumSession> {
  const binary = findChromium();
  if (!binary) throw new Error('No Chromium found: install one or set TRIVET_CHROMIUM');
  const { extension } = options;
  const profile = openProfile(options.profile);
  const { width, height } = options.size ?? { width: 1400, height: 900 };
  const bySwitch = extension !== undefined && !binary.isBranded;
  const context = await chromium.launchPersistentContext(profile.path, {
    executablePath: binary.path,
    headless: options.headless ?? true,
    viewport: options.headless === false ? null : { width, height },
    ignoreHTTPSErrors: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...quietArgs,
      ...sandboxArgs,
      `--host-resolver-rules=${resolverRules(options.hosts)}`,
      `--window-size=${width},${height}`,
      ...(bySwitch
        ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
        : []),
      ...(extension !== undefined && !bySwitch ? ['--enable-unsafe-extension-debugging'] : []),
      ...(options.args ?? []),
    ],
  });
  try {
    if (extension !== undefined && !bySwitch) await loadUnpacked(context, extension);
    const serviceWorker = extension === undefined ? null : await firstWorker(context);
    return {
      context,
      serviceWorker,
      extensionId: serviceWorker ? new URL(serviceWorker.url()).host : null,
      profile: profile.path,
      async close() {
        await context.close();
        profile.remove();
      },
    };
  } catch (error) {
    await context.close();
    profile.remove();
    throw error;
  }
}

/** The way branded Chrome accepts an extension; it works over a pipe only, which is what Playwright uses. */
async function loadUnpacked(context: BrowserContext, path: string): Promise<void> {
  const browser = context.browser();
  if (!browser) throw new Error('This Playwright gives no browser for a persistent context');
  const session = await browser.newBrowserCDPSession();
  // The method is younger than Playwright's list of protocol methods.
  const send: (method: string, params: object) => Promise<unknown> = session.send.bind(
    session,
  ) as never;
  await send('Extensions.loadUnpacked', { path });
}

async function firstWorker(context: BrowserContext): Promise<Worker> {
  const running = context
    .serviceWorkers()
    .find((worker) => worker.url().startsWith('chrome-extension://'));
  return running ?? context.waitForEvent('serviceworker', { timeout: 15_000 });
}
