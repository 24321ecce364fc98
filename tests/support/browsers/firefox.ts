/** Starts Firefox for a test: quiet profile, host names led to local servers, our extension under a fixed id. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnectProxy, type HostMap } from '../connect-proxy';
import { FIREFOX_EXTENSION_ID } from '../extension-id';
import { freePort } from '../loopback';
import { findFirefox } from './find-browser';
import {
  proxyPreferences,
  startFirefox,
  type FirefoxProcess,
  type Preferences,
} from './firefox-process';
import { createFirefoxSession, type FirefoxSession } from './firefox-session';
import { connectMarionette, type Marionette } from './marionette';
import { openProfile } from './profile';

/** The host of our extension's pages: `moz-extension://<uuid>/`. Fixed, so that tests can open them. */
export const FIREFOX_EXTENSION_UUID = '11111111-2222-4333-8444-555555555555';

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface FirefoxOptions {
  /** Loopback ports by host pattern; every other host is refused. */
  readonly hosts: HostMap;
  /** Folder of a built extension, installed temporarily (which grants its host permissions). */
  readonly extension?: string;
  readonly profile?: string;
  readonly headless?: boolean;
  /** Of the page, in CSS pixels. */
  readonly size?: Size;
  readonly preferences?: Preferences;
}

export async function launchFirefox(options: FirefoxOptions): Promise<FirefoxSession> {
  const binary = findFirefox();
  if (binary === null) throw new Error('No Firefox found: install one or set TRIVET_FIREFOX');
  const profile = openProfile(options.profile);
  const size = options.size ?? { width: 1400, height: 900 };
  const proxy = await createConnectProxy(options.hosts);
  const marionettePort = await freePort();
  const firefox = startFirefox({
    binary,
    profile: profile.path,
    marionettePort,
    headless: options.headless ?? true,
    size,
    preferences: {
      ...proxyPreferences(proxy.port),
      'extensions.webextensions.uuids': JSON.stringify({
        [FIREFOX_EXTENSION_ID]: FIREFOX_EXTENSION_UUID,
      }),
      ...options.preferences,
    },
  });
  const marionette = await connectOrExplain(marionettePort, firefox);
  await marionette.send('WebDriver:NewSession', {
    acceptInsecureCerts: true,
    unhandledPromptBehavior: 'accept',
    pageLoadStrategy: 'normal',
  });
  const session = createFirefoxSession(marionette, profile.path, proxy.asked, {
    ended: firefox.gone,
    async close() {
      // Firefox may leave without answering this one.
      await Promise.race([
        marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => null),
        sleep(4000),
      ]);
      await firefox.ended(4000);
      marionette.close();
      await proxy.close();
      profile.remove();
    },
    async kill() {
      await firefox.kill();
      marionette.close();
      await proxy.close();
    },
  });
  await fitViewport(session, size);
  if (options.extension !== undefined) await session.installExtension(options.extension);
  return session;
}

/** Makes the page as large as asked, whatever the browser's own bars take. */
async function fitViewport(session: FirefoxSession, size: Size): Promise<void> {
  const frame = await session.evaluate(() => ({
    width: outerWidth - innerWidth,
    height: outerHeight - innerHeight,
  }));
  await session.send('WebDriver:SetWindowRect', {
    width: size.width + frame.width,
    height: size.height + frame.height,
  });
}

async function connectOrExplain(port: number, firefox: FirefoxProcess): Promise<Marionette> {
  try {
    return await connectMarionette(port);
  } catch (error) {
    await firefox.kill();
    throw new Error(`Firefox did not start: ${firefox.lastWords()}`, { cause: error });
  }
}
