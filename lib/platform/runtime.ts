/** This extension itself: its version, its pages, its own files. */
import { browser } from 'wxt/browser';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';

/** The version in the manifest. */
export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}

/** `chrome-extension://…` or `moz-extension://…`, as it stands in `sender.origin`. */
export function extensionOrigin(): string {
  return browser.runtime.getURL('/').replace(/\/$/, '');
}

export function optionsPageUrl(): string {
  return browser.runtime.getURL('/options.html');
}

/** Opens the options page, or brings the one that is open to the front. */
export async function openOptionsPage(): Promise<Result<null>> {
  try {
    await browser.runtime.openOptionsPage();
    return ok(null);
  } catch {
    return fail(fault('unexpected', { page: 'options' }));
  }
}

/** Reads a text file that ships with the extension; `path` without a slash at the beginning. */
export async function readOwnFile(path: string, signal: AbortSignal): Promise<Result<string>> {
  try {
    const url = new URL(path, browser.runtime.getURL('/'));
    const response = await fetch(url, { signal });
    return response.ok ? ok(await response.text()) : fail(fault('not-found', { file: path }));
  } catch {
    // The browser gives no reason. Files of ours are missing only while the extension is replaced.
    return fail(fault(signal.aborted ? 'timeout' : 'server-error', { file: path }));
  }
}

/** True for origins whose pages our content scripts run on, as the manifest says. */
export function isServedOrigin(origin: string): boolean {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  return scripts.some(({ matches }) => matches?.some((match) => matchesOrigin(match, origin)));
}

/** Whether a match pattern such as `https://*.example.com/agent/*` covers pages of the origin. */
export function matchesOrigin(pattern: string, origin: string): boolean {
  const parts = /^(\*|https?):\/\/(\*|\*\.[^/*]+|[^/*]+)\//.exec(pattern);
  if (parts === null || !URL.canParse(origin)) return false;
  const [, scheme = '', host = ''] = parts;
  const { protocol, host: asked, origin: normal } = new URL(origin);
  if (normal !== origin) return false;
  if (protocol !== `${scheme}:` && !(scheme === '*' && /^https?:$/.test(protocol))) return false;
  if (host === '*') return true;
  return host.startsWith('*.') ? `.${asked}`.endsWith(host.slice(1)) : asked === host;
}
