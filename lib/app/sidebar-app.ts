/** The sidebar page's app: its logic with the browser behind it. */
import { attentionOf } from '@/lib/app/attention';
import type { PageAccess, SidebarParts } from '@/lib/app/sidebar/parts';
import { createSidebar, type Sidebar } from '@/lib/app/sidebar/sidebar';
import { ticketAddress } from '@/lib/app/ticket-address';
import { windowNetwork } from '@/lib/app/window-network';
import { systemClock } from '@/lib/core/clock';
import { createId } from '@/lib/core/ids';
import { findAdapter } from '@/lib/helpdesks/registry';
import { send } from '@/lib/messaging/client';
import { PAGE_PORT } from '@/lib/messaging/page-contract';
import { writeClipboard } from '@/lib/platform/clipboard';
import { openDockLine } from '@/lib/platform/dock-channel';
import { createWording, type Wording } from '@/lib/platform/i18n';
import { watchReplySetting } from '@/lib/platform/reply-storage';
import { extensionVersion } from '@/lib/platform/runtime';
import { activeTab, connectToPage, watchTabs } from '@/lib/platform/tabs';

export interface SidebarApp extends Sidebar {
  wording: Wording;
}

/** The address part that the dock opens the page with. */
const DOCK_HASH = '#dock';

/** Starts the sidebar in this window, docked or in the browser's side panel. */
export function createSidebarApp(): SidebarApp {
  const wording = createWording();
  return { ...createSidebar(browserParts(wording)), wording };
}

function browserParts({ locale, t }: Wording): SidebarParts {
  const isDocked = window.location.hash === DOCK_HASH;
  return {
    surface: isDocked ? 'dock' : 'panel',
    background: { send },
    page: isDocked ? dockedPage : activePage,
    writeClipboard,
    network: windowNetwork(window),
    attention: attentionOf(window),
    focusDocument: () => window.focus(),
    clock: systemClock,
    createId,
    locale,
    t,
    ticketUrl: ticketAddress,
    about: () => ({ version: extensionVersion(), userAgent: navigator.userAgent }),
    watchReplyTemplates: watchReplySetting,
  };
}

/** The page around the dock: always the same one, and there is a content script, as it made the dock. */
const dockedPage: PageAccess = {
  open: () => openDockLine(window),
  findTab: () => Promise.resolve({ id: 0, isHelpdesk: true }),
  watch: () => () => undefined,
};

/** The page beside the side panel: whichever tab is in front. */
const activePage: PageAccess = {
  open: (tabId) => connectToPage(tabId, PAGE_PORT),
  async findTab() {
    const tab = await activeTab();
    return tab && { id: tab.id, isHelpdesk: isHelpdeskPage(tab.url) };
  },
  watch: watchTabs,
};

function isHelpdeskPage(url: string | null): boolean {
  return url !== null && URL.canParse(url) && findAdapter(new URL(url)) !== null;
}
