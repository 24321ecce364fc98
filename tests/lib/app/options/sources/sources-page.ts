/** The options page over a background that is written down here, and an agent who allows or does not. */
import { createOptions } from '@/lib/app/options/options';
import { ok } from '@/lib/core/result';
import type { SourceMatch } from '@/lib/model/source-draft';
import type { SourceState } from '@/lib/model/source-state';
import { fakeBackground, settle } from '@/tests/lib/app/sidebar/fake-sidebar';
import { BY_HAND } from '@/tests/support/ui-gallery/options-states';
import { NO_SELECTORS } from '@/tests/lib/app/options/no-selectors';

export const JIRA: SourceMatch = {
  kind: 'jira',
  name: 'acme.atlassian.net',
  settings: { site: 'https://acme.atlassian.net', access: 'site', projects: [], issueTypes: [] },
  origins: ['https://acme.atlassian.net'],
  secrets: [
    { name: 'email', required: true },
    { name: 'token', required: true },
  ],
  isSession: false,
};

export const STATUS: SourceMatch = {
  kind: 'statuspage',
  name: 'status.acme.example',
  settings: { origin: 'https://status.acme.example' },
  origins: ['https://status.acme.example'],
  secrets: [],
  isSession: false,
};

export function stateOf(changes: Partial<SourceState> = {}): SourceState {
  return {
    ...BY_HAND,
    id: 's1',
    kind: 'statuspage',
    name: 'Status',
    addedAt: '',
    items: 0,
    origins: STATUS.origins,
    settings: STATUS.settings,
    activity: 'idle',
    ...changes,
  };
}

export async function openSourcesPage(first: SourceState[] = []) {
  let sources = first;
  let isAllowing = true;
  let isLookedAt = true;
  let onNetwork = (): void => undefined;
  let isOnline = true;
  /** What was asked of the agent and of the background, in order. */
  const order: string[] = [];
  const saved: { name: string; text: string }[] = [];
  const background = fakeBackground({
    'source.states': () => ok(sources),
    'precedent.count': () => ok({ answeredTickets: 0 }),
    'source.detect': () => ok({ matches: [], askable: 'https://status.acme.example' }),
    'source.probe': () => ok([STATUS]),
    'source.check': () => ok({ name: 'Acme' }),
    'source.choices': () => ok([]),
    'source.preview': () => ok({ items: [], skipped: [] }),
    'source.add': ({ name }) => {
      sources = [stateOf({ name })];
      return ok(sources[0]!);
    },
    'source.edit': () => ok(stateOf()),
    'source.pause': () => ok(null),
    'source.resume': () => ok(null),
    'source.cancel': () => ok(null),
    'source.syncNow': () => ok(null),
  });
  const page = createOptions({
    background: {
      send: (name, request, limit) => {
        order.push(name);
        return background.send(name, request, limit);
      },
    },
    attention: { onReturn: () => () => undefined },
    isLookedAt: () => isLookedAt,
    askOrigins: async (origins) => {
      order.push(`permission ${origins.join(' ')}`);
      return isAllowing;
    },
    saveFile: (name, text) => void saved.push({ name, text }),
    network: {
      isOnline: () => isOnline,
      onChange: (listener) => {
        onNetwork = listener;
        return () => undefined;
      },
    },
    clock: () => Date.now(),
    locale: 'en',
    replyTemplates: { read: async () => ({}), write: async () => ok(null) },
    selectors: NO_SELECTORS,
    browser: 'chrome',
    shortcutSettings: 'openable',
    readShortcuts: async () => [],
    openShortcutSettings: async () => undefined,
  });
  await settle();
  order.length = 0;
  return {
    ...page,
    background,
    order,
    saved,
    places: () => page.store.getState().places,
    become: (now: SourceState[]) => {
      sources = now;
    },
    refuse: () => {
      isAllowing = false;
    },
    look: (is: boolean) => {
      isLookedAt = is;
    },
    goOffline: () => {
      isOnline = false;
      onNetwork();
    },
  };
}
