/** The sidebar's outermost component: connects store, texts and clock with what is shown. */
import { useEffect, useMemo } from 'react';
import '@/components/ui/base.css';
import '@/components/ui/controls.css';
import '@/components/ui/content.css';
import { useClock } from '@/components/hooks/use-clock';
import { SidebarContext } from '@/components/hooks/use-sidebar';
import { useStoreState, type ReadableStore } from '@/components/hooks/use-store-state';
import { useWordingNow, WordingContext } from '@/components/hooks/use-wording';
import { Sidebar } from '@/components/sidebar/Sidebar';
import type { SidebarActions, SidebarState } from '@/lib/app/stores/sidebar-state';
import type { Wording } from '@/lib/app/stores/wording';
import { systemClock, type Clock } from '@/lib/core/clock';

export interface SidebarRootProps {
  store: ReadableStore<SidebarState>;
  actions: SidebarActions;
  wording: Wording;
  /** Milliseconds since 1970; must be the same function on every render. */
  clock?: Clock;
}

export function SidebarRoot({ store, actions, wording, clock = systemClock }: SidebarRootProps) {
  const state = useStoreState(store);
  const words = useWordingNow(wording, useClock(clock));
  const { t, locale } = wording;
  const sidebar = useMemo(() => ({ state, actions }), [state, actions]);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = t('extName');
  }, [locale, t]);
  return (
    <WordingContext value={words}>
      <SidebarContext value={sidebar}>
        <Sidebar />
      </SidebarContext>
    </WordingContext>
  );
}
