/** Everything that runs on a helpdesk page, in the isolated world: reader, ports, dock, commands. */
import { createDock, type Dock } from '@/lib/app/dock/dock';
import { checkHealth } from '@/lib/app/page-health';
import { createPageInserts } from '@/lib/app/page-inserts';
import { createPageLinks } from '@/lib/app/page-links';
import { createPagePorts } from '@/lib/app/page-ports';
import { createPageReader } from '@/lib/app/page-reader';
import { answerSession } from '@/lib/app/page-session';
import type { HelpdeskAdapter, HelpdeskPage } from '@/lib/helpdesks/contract';
import { addForms } from '@/lib/helpdesks/dom';
import { createEditorBridge } from '@/lib/helpdesks/editors/bridge-client';
import { PAGE_PORT, commandMessageSchema, type Command } from '@/lib/messaging/page-contract';
import type { PageState } from '@/lib/model/page-state';
import { listenForDock } from '@/lib/platform/dock-channel';
import { readDockChoice, watchDockChoice, writeDockChoice } from '@/lib/platform/dock-storage';
import { createWording } from '@/lib/platform/i18n';
import { followAddedSelectors } from '@/lib/platform/selector-storage';
import {
  answerBackground,
  dockedSidebarUrl,
  isExtensionAlive,
  listenForPorts,
  listenToBackground,
} from '@/lib/platform/ports';

const ALIVE_CHECK_MS = 2_000;

/** Registers how to stop, for when the extension is replaced under its pages. */
export type OnInvalidated = (stop: () => void) => void;

/** Starts on this window if it shows the adapter's helpdesk. */
export function startPage(
  window: Window,
  adapter: HelpdeskAdapter,
  onInvalidated: OnInvalidated,
): void {
  if (window.top !== window) return;
  const page = createHelpdeskPage(window);
  if (!adapter.matches(page.url())) return;
  onInvalidated(createPageApp(page, adapter, createPageDock(window.document)));
}

/** Connects the parts; returns how to remove every trace of them. */
export function createPageApp(
  page: HelpdeskPage,
  adapter: HelpdeskAdapter,
  dock: Dock,
): () => void {
  const reader = createPageReader({
    page,
    adapter,
    onState(state) {
      showDockFor(state, dock);
      ports.tell({ type: 'state', state });
    },
  });
  const inserts = createPageInserts(page, adapter, () => dock.focus());
  const links = createPageLinks(page, adapter, () => reader.reload());
  const ports = createPagePorts({
    reader,
    inserts,
    links,
    health: (looks) => checkHealth(page, adapter, looks),
    dock,
  });
  const stopSelectors = followAddedSelectors(adapter.name, (value) => {
    const { selectors } = Object(value) as { selectors?: unknown };
    addForms(page.document, selectors);
    reader.reload();
  });
  const stopPorts = listenForPorts(PAGE_PORT, (port) => ports.add(port));
  const stopDock = listenForDock(
    page.document,
    (source) => dock.holds(source),
    (port) => ports.add(port),
  );
  const stopCommands = listenToBackground((message) => {
    const parsed = commandMessageSchema.safeParse(message);
    if (parsed.success) obey(parsed.data.command);
  });
  const stopSession = answerBackground((message) => answerSession(page, message));
  const obey = (command: Command): void => {
    if (command === 'toggle-sidebar') dock.toggle();
    // A link is confirmed in the sidebar, so that is where the keyboard has to be.
    if (command === 'focus-sidebar' || command === 'link-issue') dock.focus();
    // A key that nobody can obey yet opens the sidebar instead: nothing is inserted unseen.
    if (!ports.relay(command) && command.startsWith('insert-')) dock.open();
  };
  const stop = (): void => {
    clearInterval(aliveCheck);
    reader.stop();
    dock.remove();
    stopPorts();
    stopDock();
    stopCommands();
    stopSession();
    stopSelectors();
  };
  const aliveCheck = setInterval(() => {
    if (!isExtensionAlive()) stop();
  }, ALIVE_CHECK_MS);
  reader.start();
  return stop;
}

/** The dock belongs to a ticket. While tickets change it stays as it is, so that nothing jumps. */
function showDockFor({ kind }: PageState, dock: Dock): void {
  if (kind === 'none') dock.hide();
  else if (kind !== 'switching') dock.show();
}

function createHelpdeskPage(window: Window): HelpdeskPage {
  const { document } = window;
  return {
    document,
    url: () => new URL(document.URL),
    fetch: (input, init) => fetch(input, init),
    editors: createEditorBridge(document),
  };
}

function createPageDock(document: Document): Dock {
  const { t } = createWording();
  return createDock({
    document,
    frameUrl: dockedSidebarUrl(),
    texts: { title: t('dock.title'), open: t('dock.open'), resize: t('dock.resize') },
    choice: { read: readDockChoice, write: writeDockChoice, watch: watchDockChoice },
  });
}
