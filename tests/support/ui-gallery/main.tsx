/**
 * Shows one named state: `?page=sidebar&state=answer&lang=de`, or whatever `showState` is called
 * with: a page that is loaded once is enough for all of them.
 */
import { speak } from '@/tests/support/ui-gallery/install-texts';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { i18n } from '#i18n';
import { OptionsRoot } from '@/components/options/OptionsRoot';
import { SidebarRoot } from '@/components/sidebar/SidebarRoot';
import { required } from '@/lib/core/assert';
import { NOW } from '@/tests/support/ui-gallery/items';
import { idleOptionsActions, optionsStates } from '@/tests/support/ui-gallery/options-states';
import { faultStates, idleActions, sidebarStates } from '@/tests/support/ui-gallery/sidebar-states';

const clock = () => NOW;
let shown: Root | null = null;

/** A store that never changes. */
function still<T>(state: T | undefined, name: string) {
  const value = required(state, `state ${name}`);
  return { getState: () => value, subscribe: () => () => undefined };
}

function showState(page: string, name: string, language: string): void {
  const root = required(document.querySelector('#root'), 'root');
  // Nothing of the state before may be left: no focus, no open part, no place scrolled to.
  shown?.unmount();
  speak(language);
  const shared = { wording: { t: i18n.t, locale: language }, clock };
  const next = createRoot(root);
  flushSync(() =>
    next.render(
      page === 'options' ? (
        <OptionsRoot
          store={still(optionsStates[name], name)}
          actions={idleOptionsActions}
          {...shared}
        />
      ) : (
        <SidebarRoot
          store={still({ ...sidebarStates, ...faultStates }[name], name)}
          actions={idleActions}
          {...shared}
        />
      ),
    ),
  );
  scrollTo(0, 0);
  shown = next;
}

Object.assign(globalThis, { showState });
const query = new URLSearchParams(location.search);
showState(
  query.get('page') ?? 'sidebar',
  query.get('state') ?? (query.get('page') === 'options' ? 'ready' : 'answer'),
  query.get('lang') ?? 'en',
);
