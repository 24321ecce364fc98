/** What the background needs of the browser, as one thing that tests can stand in for. */
import type { Result } from '@/lib/core/result';
import { namedAlarm, type NamedAlarm } from '@/lib/platform/alarms';
import { createWording } from '@/lib/platform/i18n';
import { withLock } from '@/lib/platform/locks';
import { isOnline, listenForOnline, whileAwake } from '@/lib/platform/network';
import {
  bindToolbarButton,
  listenForCommands,
  openPanel,
  sendToPage,
  type CommandTab,
} from '@/lib/platform/panel';
import { hasOrigins, listenForPermissions } from '@/lib/platform/permissions';
import {
  extensionOrigin,
  extensionVersion,
  isServedOrigin,
  openOptionsPage,
  optionsPageUrl,
  readOwnFile,
} from '@/lib/platform/runtime';
import { askTabOf, originInFront } from '@/lib/platform/tabs';

export interface BackgroundPlatform {
  version: string;
  ownOrigin: string;
  optionsUrl: string;
  /** True for origins of helpdesk pages that our content scripts run on. */
  isHelpdesk(origin: string): boolean;
  readOwnFile(path: string, signal: AbortSignal): Promise<Result<string>>;
  openOptions(): Promise<Result<null>>;
  /** Brings the background back while syncing is not finished. */
  alarm: NamedAlarm;
  withLock<T>(name: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** BCP 47: the language of the user interface. */
  locale: string;
  fetch(url: string, init: RequestInit): Promise<Response>;
  isOnline(): boolean;
  onOnline(listener: () => void): void;
  /** Whether the agent allows requests to all of these origins. */
  hasOrigins(origins: readonly string[]): Promise<boolean>;
  onPermission(listener: () => void): void;
  /** The origin of the page in front; null when it may not be seen. */
  originInFront(): Promise<string | null>;
  /** Asks an open tab of this origin; null when none answers. */
  askTabOf(origin: string, message: unknown): Promise<unknown>;
  /** Runs the work without being stopped as idle. */
  whileAwake<T>(work: () => Promise<T>): Promise<T>;
  bindToolbarButton(): void;
  onCommand(listener: (name: string, tab: CommandTab) => void): void;
  sendToPage(tabId: number, message: unknown): Promise<boolean>;
  openPanel(tab: CommandTab): void;
}

/** The browser that the background runs in. */
export function browserPlatform(): BackgroundPlatform {
  return {
    version: extensionVersion(),
    ownOrigin: extensionOrigin(),
    optionsUrl: optionsPageUrl(),
    isHelpdesk: isServedOrigin,
    readOwnFile,
    openOptions: openOptionsPage,
    alarm: namedAlarm('sync'),
    withLock,
    locale: createWording().locale,
    fetch: (url, init) => fetch(url, init),
    isOnline,
    onOnline: listenForOnline,
    hasOrigins,
    onPermission: listenForPermissions,
    originInFront,
    askTabOf,
    whileAwake,
    bindToolbarButton,
    onCommand: listenForCommands,
    sendToPage,
    openPanel,
  };
}
