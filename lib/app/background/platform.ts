/** What the background needs of the browser, as one thing that tests can stand in for. */
import type { Result } from '@/lib/core/result';
import { namedAlarm, type NamedAlarm } from '@/lib/platform/alarms';
import { withLock } from '@/lib/platform/locks';
import {
  bindToolbarButton,
  listenForCommands,
  openPanel,
  sendToPage,
  type CommandTab,
} from '@/lib/platform/panel';
import {
  extensionOrigin,
  extensionVersion,
  isServedOrigin,
  openOptionsPage,
  optionsPageUrl,
  readOwnFile,
} from '@/lib/platform/runtime';

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
  withLock<T>(name: string, work: () => Promise<T>): Promise<T>;
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
    bindToolbarButton,
    onCommand: listenForCommands,
    sendToPage,
    openPanel,
  };
}
