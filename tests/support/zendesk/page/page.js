/** The agent page: one pane per open ticket, all alive at once, one in front; and the hooks tests drive it by. */
import { h } from './dom.js';
import { createHeader, createRail } from './header.js';
import { createNavigation, routeOf } from './navigation.js';
import { createListPane, createNewTicketPane } from './other-panes.js';
import { settings, words } from './settings.js';
import { createTicketPane, loadTicket } from './ticket-pane.js';

/**
 * @typedef {import('./navigation.js').Route} Route
 * @typedef {{ route: Route, workspace: HTMLElement, loaded: Promise<void>,
 *   ticket?: ReturnType<typeof createTicketPane>, composer?: ReturnType<typeof import('./composer.js').createComposer> | null }} Pane
 */

/** @type {Map<string, Pane>} */
const panes = new Map();
const main = h('main', { id: 'main_panes', 'data-garden-id': 'navigation.main' });
const header = createHeader({
  select: (key) => {
    const pane = panes.get(key);
    if (pane) navigation.go(pane.route);
  },
  close: closeTab,
  add: () => navigation.go(routeOf('/agent/tickets/new/1')),
});
const navigation = createNavigation({
  prepare,
  selectTab: ({ key }) => header.select(key),
  showPane,
});

/** A pane is made when its route is first visited, and stays. @param {Route} route */
function prepare(route) {
  if (panes.has(route.key)) return;
  const workspace = h('div', { class: 'workspace', style: 'display:none' });
  /** @type {Pane} */
  const pane = { route, workspace, loaded: Promise.resolve() };
  panes.set(route.key, pane);
  main.append(workspace);
  pane.loaded = fill(pane);
}

/** @param {Pane} pane */
async function fill(pane) {
  const { route, workspace } = pane;
  if (route.kind === 'ticket') {
    header.put({
      key: route.key,
      entityId: String(route.id),
      title: '…',
      subtitle: `#${route.id}`,
      channel: 'email',
    });
    const state = await loadTicket(route.id);
    if (!state) {
      workspace.append(h('p', { class: 'missing' }, `#${route.id}: 404`));
      return;
    }
    pane.ticket = createTicketPane(state);
    pane.composer = pane.ticket.composer;
    workspace.append(pane.ticket.element);
    pane.ticket.setActive(isInFront(pane));
    nameTab(pane);
    await pane.composer?.ready;
  } else if (route.kind === 'new') {
    header.put({
      key: route.key,
      entityId: '-1',
      title: words.newTicket,
      subtitle: '',
      channel: 'web',
    });
    const { element, composer } = createNewTicketPane(route.id);
    pane.composer = composer;
    workspace.append(element);
    await composer.ready;
  } else {
    const isView = route.kind === 'view';
    workspace.append(
      createListPane(isView ? words.view : words.dashboard, words.dashboardHint, openTicket),
    );
  }
}

/** @param {Pane} pane */
const isInFront = ({ workspace }) => workspace.style.display !== 'none';

/** @param {Pane} pane */
function nameTab(pane) {
  const ticket = pane.ticket?.ticket;
  if (!ticket) return;
  header.put({
    key: pane.route.key,
    entityId: String(ticket.id),
    title: ticket.subject,
    subtitle: `#${ticket.id}`,
    channel: ticket.channel,
  });
  if (isInFront(pane)) document.title = `Ticket – ${ticket.subject} – Zendesk`;
}

/** Hidden panes come first in the document, so that an unscoped selector finds the wrong ticket. @param {Route} route */
function showPane(route) {
  const front = panes.get(route.key);
  if (!front) return;
  for (const pane of panes.values()) {
    const isFront = pane === front;
    pane.workspace.style.display = isFront ? '' : 'none';
    if (
      !isFront &&
      front.workspace.compareDocumentPosition(pane.workspace) & Node.DOCUMENT_POSITION_FOLLOWING
    ) {
      main.insertBefore(pane.workspace, front.workspace);
    }
    pane.ticket?.setActive(isFront);
    pane.workspace
      .querySelector('[data-is-active]')
      ?.setAttribute('data-is-active', String(isFront));
  }
  for (const item of document.querySelectorAll('.rail-item')) {
    item.classList.toggle('is-on', item.getAttribute('data-path') === location.pathname);
  }
  if (route.kind !== 'ticket') document.title = 'Acme – Zendesk';
  else nameTab(front);
}

/** @param {string} key */
function closeTab(key) {
  const pane = panes.get(key);
  if (!pane) return;
  const wasInFront = isInFront(pane);
  pane.composer?.destroy();
  pane.workspace.remove();
  panes.delete(key);
  header.remove(key);
  const next = [...panes.values()].findLast(({ route }) => route.kind === 'ticket');
  if (wasInFront) navigation.go(next?.route ?? routeOf('/agent/dashboard'));
}

/** @param {number} id */
function openTicket(id) {
  navigation.go(routeOf(`/agent/tickets/${id}`));
}

/**
 * Asks for changes instead of keeping a stream open: browsers allow six connections to a host, and
 * as many open pages would block each other.
 */
async function followChanges() {
  let seen = settings.changeCount;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const reply = await fetch(`/stand-in/changes/${seen}`).catch(() => null);
    /** @type {{ ticketId: number }[]} */
    const changes = reply?.ok ? await reply.json() : [];
    seen += changes.length;
    for (const id of new Set(changes.map(({ ticketId }) => ticketId))) await refresh(id);
  }
}

/** @param {number} id */
async function refresh(id) {
  const pane = panes.get(`ticket-${id}`);
  if (!pane) return;
  await pane.loaded;
  await pane.ticket?.refresh();
  nameTab(pane);
}

/** @param {number} id */
function composerOf(id) {
  return panes.get(`ticket-${id}`)?.composer ?? null;
}

/** @param {number} id */
async function goAndSettle(id) {
  openTicket(id);
  await Promise.all([navigation.settled(), panes.get(`ticket-${id}`)?.loaded]);
}

Object.assign(window, {
  __standIn: {
    /** Opens the ticket as a click in a view does; resolves when it is in front and its editor lives. */
    open: goAndSettle,
    /** Switches as a click on the ticket's tab does. */
    switchTo: goAndSettle,
    settled: async () => {
      await navigation.settled();
      await Promise.all(
        [...panes.values()].map(({ loaded, composer }) => loaded.then(() => composer?.ready)),
      );
    },
    currentDraft: (id, channel) =>
      composerOf(id)?.draft(channel ?? composerOf(id)?.channel) ?? null,
    rerenderComposer: (id) => composerOf(id)?.rerender() ?? null,
    setChannel: (id, channel) => composerOf(id)?.setChannel(channel) ?? null,
    channelOf: (id) => composerOf(id)?.channel ?? null,
    editorOf: (id) => composerOf(id)?.editor ?? null,
    closeTab: (id) => closeTab(`ticket-${id}`),
    openSideConversation: async (id) => {
      await panes.get(`ticket-${id}`)?.ticket?.openSideConversation();
    },
    sideDraft: async (id) => {
      const editor = await panes.get(`ticket-${id}`)?.ticket?.openSideConversation();
      return editor?.getData() ?? null;
    },
    newTicketDraft: (counter) => panes.get(`new-${counter}`)?.composer?.editor?.getData() ?? null,
  },
});

const rail = createRail((path) => navigation.go(routeOf(path)));
document.getElementById('root')?.append(rail, h('div', { class: 'stage' }, header.element, main));
navigation.start();
void followChanges();
