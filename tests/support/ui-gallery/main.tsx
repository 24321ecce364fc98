/** Shows one named state: `?page=sidebar&state=answer&lang=de`. */
import { language } from '@/tests/support/ui-gallery/install-texts';
import { createRoot } from 'react-dom/client';
import { i18n } from '#i18n';
import { OptionsRoot } from '@/components/options/OptionsRoot';
import { SidebarRoot } from '@/components/sidebar/SidebarRoot';
import { required } from '@/lib/core/assert';
import { NOW } from '@/tests/support/ui-gallery/items';
import { idleOptionsActions, optionsStates } from '@/tests/support/ui-gallery/options-states';
import { faultStates, idleActions, sidebarStates } from '@/tests/support/ui-gallery/sidebar-states';

const query = new URLSearchParams(location.search);
const name = query.get('state') ?? 'answer';
const wording = { t: i18n.t, locale: language };
const clock = () => NOW;

/** A store that never changes. */
function still<T>(state: T | undefined) {
  const value = required(state, `state ${name}`);
  return { getState: () => value, subscribe: () => () => undefined };
}

const shared = { wording, clock };
createRoot(required(document.querySelector('#root'), 'root')).render(
  query.get('page') === 'options' ? (
    <OptionsRoot store={still(optionsStates[name])} actions={idleOptionsActions} {...shared} />
  ) : (
    <SidebarRoot
      store={still({ ...sidebarStates, ...faultStates }[name])}
      actions={idleActions}
      {...shared}
    />
  ),
);
