/** Renders the sidebar or the options page over a live store, with actions that only take notes. */
import { act, render, screen, type RenderResult } from '@testing-library/react';
import { vi, type Mock } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { OptionsRoot } from '@/components/options/OptionsRoot';
import { SidebarRoot } from '@/components/sidebar/SidebarRoot';
import type { OptionsActions, OptionsState } from '@/lib/app/stores/options-state';
import type { SidebarActions, SidebarState } from '@/lib/app/stores/sidebar-state';
import { NOW } from '@/tests/support/ui-gallery/items';
import type { Language } from '@/tests/support/ui-gallery/messages';
import { idleOptionsActions } from '@/tests/support/ui-gallery/options-states';
import { idleActions } from '@/tests/support/ui-gallery/sidebar-states';
import { testWording } from '@/tests/support/wording';

type Spied<T> = { [K in keyof T]: T[K] & Mock };

function spied<T extends object>(actions: T): Spied<T> {
  return Object.fromEntries(
    Object.entries(actions).map(([name, action]) => [
      name,
      vi.fn<() => void>(action as () => void),
    ]),
  ) as Spied<T>;
}

interface Shown<S, A> extends RenderResult {
  actions: Spied<A>;
  /** Changes the state as the app would, and lets React draw it. */
  change: (changes: Partial<S>) => void;
}

function liveStore<S>(state: S): { store: StoreApi<S>; change: (changes: Partial<S>) => void } {
  const store = createStore<S>(() => state);
  return { store, change: (changes) => act(() => store.setState(changes)) };
}

const clock = () => NOW;

/** jsdom has no layout, so nothing can be scrolled into view there. */
function standInForLayout(): void {
  Element.prototype.scrollIntoView ??= () => undefined;
}

export function renderSidebar(
  state: SidebarState,
  language: Language = 'en',
): Shown<SidebarState, SidebarActions> {
  standInForLayout();
  const { store, change } = liveStore(state);
  const actions = spied(idleActions);
  const wording = testWording(language);
  const result = render(
    <SidebarRoot store={store} actions={actions} wording={wording} clock={clock} />,
  );
  return { ...result, actions, change };
}

export function renderOptions(
  state: OptionsState,
  language: Language = 'en',
): Shown<OptionsState, OptionsActions> {
  const { store, change } = liveStore(state);
  const actions = spied(idleOptionsActions);
  const wording = testWording(language);
  const result = render(
    <OptionsRoot store={store} actions={actions} wording={wording} clock={clock} />,
  );
  return { ...result, actions, change };
}

/** The card of an item, by the title it is named by. */
export function card(title: string | RegExp): HTMLElement {
  return screen.getByRole('article', { name: title });
}
