/** Starts a Firefox that talks to nobody: preferences, command line, and an end that leaves no process behind. */
import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

type Preference = string | number | boolean;
export type Preferences = Readonly<Record<string, Preference>>;

const quietPreferences: Preferences = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.preonboarding.enabled': false,
  'browser.region.network.url': '',
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.topsites.contile.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'extensions.webextensions.warnings-as-errors': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.http.speculative-parallel-limit': 0,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'termsofuse.acceptedVersion': 999,
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'trailhead.firstrun.didSeeAboutWelcome': true,
};

/** All hosts but loopback go through the CONNECT proxy on this port. */
export function proxyPreferences(port: number): Preferences {
  return {
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.no_proxies_on': '127.0.0.1, localhost',
  };
}

export interface FirefoxProcess {
  /** Resolves when the process has ended, for whatever reason. */
  readonly gone: Promise<void>;
  /** Resolves when the process has ended; kills it after `patience` milliseconds. */
  ended(patience: number): Promise<void>;
  kill(): Promise<void>;
  /** The end of what Firefox wrote, for error messages. */
  lastWords(): string;
}

export interface FirefoxStart {
  readonly binary: string;
  readonly profile: string;
  readonly marionettePort: number;
  readonly preferences: Preferences;
  readonly headless: boolean;
  readonly size: { readonly width: number; readonly height: number };
}

export function startFirefox({
  binary,
  profile,
  marionettePort,
  preferences,
  headless,
  size,
}: FirefoxStart): FirefoxProcess {
  const all = { ...quietPreferences, 'marionette.port': marionettePort, ...preferences };
  const lines = Object.entries(all).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const [width, height] = [String(size.width), String(size.height)];
  const child = spawn(
    binary,
    [
      '--marionette',
      // Lets scripts run in the browser's own pages and in extension pages.
      '--remote-allow-system-access',
      '--no-remote',
      '--new-instance',
      '--profile',
      profile,
      `--width=${width}`,
      `--height=${height}`,
      ...(headless ? ['--headless'] : []),
      'about:blank',
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        MOZ_CRASHREPORTER_DISABLE: '1',
        // Without it a release build ignores the preference that turns remote settings off.
        MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
        MOZ_HEADLESS_WIDTH: width,
        MOZ_HEADLESS_HEIGHT: height,
      },
    },
  );
  return watch(child);
}

function watch(child: ChildProcess): FirefoxProcess {
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const reap = () => void child.kill('SIGKILL');
  process.once('exit', reap);
  void gone.then(() => process.off('exit', reap));
  const kill = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  return {
    gone,
    kill,
    lastWords: () => output.slice(-500),
    async ended(patience) {
      const isOver = await Promise.race([gone.then(() => true), sleep(patience, false)]);
      if (!isOver) await kill();
    },
  };
}
