/** What the sidebar's app needs from outside, as ports: the browser behind them, or a test. */
import type { BackgroundClient } from '@/lib/app/background-client';
import type { Attention } from '@/lib/app/attention';
import type { SidebarState } from '@/lib/app/stores/sidebar-state';
import type { Clock } from '@/lib/core/clock';
import type { Result } from '@/lib/core/result';
import type { Translate } from '@/lib/platform/i18n';

/** The tab that the sidebar belongs to. */
export interface TabInFront {
  id: number;
  /** Whether its page should have our content script. */
  isHelpdesk: boolean;
}

/** Our end of the port to a tab's content script. */
export interface PagePort {
  /** False when the other end is gone. */
  post: (message: unknown) => boolean;
  onMessage: (listener: (message: unknown) => void) => void;
  /** Also called when nobody listens at the other end. */
  onDisconnect: (listener: () => void) => void;
  close: () => void;
}

export interface PageAccess {
  findTab: () => Promise<TabInFront | null>;
  /** Null when the tab is gone. */
  open: (tabId: number) => PagePort | null;
  /** Calls `onChange` when another tab may be in front or its page has changed. */
  watch: (onChange: () => void) => () => void;
}

export interface Network {
  isOnline: () => boolean;
  onChange: (listener: () => void) => () => void;
}

export interface SidebarParts {
  surface: SidebarState['surface'];
  background: BackgroundClient;
  page: PageAccess;
  writeClipboard: (content: { html: string; text: string }) => Promise<Result<null>>;
  network: Network;
  attention: Attention;
  /** Moves the keyboard into the sidebar's document. */
  focusDocument: () => void;
  clock: Clock;
  createId: () => string;
  /** BCP 47: the language that an agent most likely types in. */
  locale: string;
  /** Words that go into the helpdesk, in the agent's language. */
  t: Translate;
  /** Calls `onChange` when the team's sentences for ready replies change. */
  watchReplyTemplates: (onChange: () => void) => () => void;
  /** What a report says of this extension and its browser. */
  about: () => { version: string; userAgent: string };
  /** Where the ticket with this key is opened; null when no helpdesk has it. */
  ticketUrl: (ticketKey: string) => string | null;
}
