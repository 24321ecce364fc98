/** The options page's outermost component: connects store, texts and clock with what is shown. */
import { useEffect } from 'react';
import '@/components/ui/base.css';
import '@/components/ui/controls.css';
import '@/components/ui/content.css';
import { useClock } from '@/components/hooks/use-clock';
import { useStoreState, type ReadableStore } from '@/components/hooks/use-store-state';
import { useWordingNow, WordingContext } from '@/components/hooks/use-wording';
import { Options } from '@/components/options/Options';
import type { OptionsActions, OptionsState } from '@/lib/app/stores/options-state';
import type { Wording } from '@/lib/app/stores/wording';
import { systemClock, type Clock } from '@/lib/core/clock';

export interface OptionsRootProps {
  store: ReadableStore<OptionsState>;
  actions: OptionsActions;
  wording: Wording;
  /** Milliseconds since 1970; must be the same function on every render. */
  clock?: Clock;
}

export function OptionsRoot({ store, actions, wording, clock = systemClock }: OptionsRootProps) {
  const state = useStoreState(store);
  const words = useWordingNow(wording, useClock(clock));
  const { t, locale } = wording;
  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = t('options.pageTitle');
  }, [locale, t]);
  return (
    <WordingContext value={words}>
      <Options state={state} actions={actions} />
    </WordingContext>
  );
}
