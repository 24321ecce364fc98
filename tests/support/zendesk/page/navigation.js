/** URL first, header tab later, pane last: the order in which Zendesk changes tickets, with seeded delays. */
import { createRandom, settings } from './settings.js';

/**
 * @typedef {{ kind: 'ticket' | 'new' | 'view' | 'dashboard', id: number, key: string }} Route
 */

/**
 * @param {string} path
 * @returns {Route}
 */
export function routeOf(path) {
  const ticket = /^\/agent\/tickets\/(\d+)(?:\/|$)/.exec(path);
  if (ticket) return { kind: 'ticket', id: Number(ticket[1]), key: `ticket-${ticket[1]}` };
  const fresh = /^\/agent\/tickets\/new\/(\d+)/.exec(path);
  if (fresh) return { kind: 'new', id: Number(fresh[1]), key: `new-${fresh[1]}` };
  const view = /^\/agent\/filters\/(\d+)/.exec(path);
  if (view) return { kind: 'view', id: Number(view[1]), key: `view-${view[1]}` };
  return { kind: 'dashboard', id: 0, key: 'dashboard' };
}

/** @param {Route} route */
export function pathOf({ kind, id }) {
  if (kind === 'ticket') return `/agent/tickets/${id}`;
  if (kind === 'new') return `/agent/tickets/new/${id}`;
  return kind === 'view' ? `/agent/filters/${id}` : '/agent/dashboard';
}

const shortest = 100;
const longest = 400;

/**
 * @param {{ prepare(route: Route): void, selectTab(route: Route): void, showPane(route: Route): void }} steps
 */
export function createNavigation(steps) {
  const random = createRandom(settings.seed);
  /** @type {ReturnType<typeof setTimeout>[]} */
  let timers = [];
  /** @type {(() => void)[]} */
  let waiting = [];
  let moving = false;

  /** @param {Route} route */
  function finish(route) {
    steps.showPane(route);
    moving = false;
    const done = waiting;
    waiting = [];
    for (const resolve of done) resolve();
  }

  /** @param {Route} route */
  function follow(route) {
    for (const timer of timers) clearTimeout(timer);
    steps.prepare(route);
    moving = true;
    const paneDelay = shortest + random() * (longest - shortest);
    const tabDelay = paneDelay * (0.2 + 0.6 * random());
    timers = [
      setTimeout(() => steps.selectTab(route), tabDelay),
      setTimeout(() => finish(route), paneDelay),
    ];
  }

  addEventListener('popstate', () => follow(routeOf(location.pathname)));

  return {
    /** The first pane comes with the document, at once. */
    start() {
      const route = routeOf(location.pathname);
      steps.prepare(route);
      steps.selectTab(route);
      finish(route);
    },
    /** @param {Route} route */
    go(route) {
      if (location.pathname !== pathOf(route)) history.pushState(null, '', pathOf(route));
      follow(route);
    },
    /** Resolves when the pane of the current URL is in front. */
    settled() {
      return moving
        ? new Promise((resolve) => waiting.push(() => resolve(undefined)))
        : Promise.resolve();
    },
  };
}
