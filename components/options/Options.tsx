/** The options page: what is searched, how far the index is, the keys, and what happens to data. */
import '@/components/options/options.css';
import { useWording } from '@/components/hooks/use-wording';
import { HelpscoutSection } from '@/components/options/HelpscoutSection';
import { ImportSection } from '@/components/options/ImportSection';
import { IndexSection } from '@/components/options/IndexSection';
import { KeysSection } from '@/components/options/KeysSection';
import { OptionsMessage } from '@/components/options/OptionsMessage';
import { PagesSection } from '@/components/options/PagesSection';
import { PrivacySection } from '@/components/options/PrivacySection';
import { RepliesSection } from '@/components/options/RepliesSection';
import { SourcesSection } from '@/components/options/SourcesSection';
import { FaultBanner } from '@/components/ui/FaultBanner';
import { Skeleton } from '@/components/ui/Skeleton';
import type { OptionsActions, OptionsState } from '@/lib/app/stores/options-state';

export interface OptionsProps {
  state: OptionsState;
  actions: OptionsActions;
}

function Knowledge({ state, actions }: OptionsProps) {
  const { t } = useWording();
  if (state.load.status === 'failed') {
    return <FaultBanner fault={state.load.fault} onRetry={() => void actions.reload()} />;
  }
  if (state.load.status === 'loading') {
    return <Skeleton lines={6} label={t('loading.options')} />;
  }
  return (
    <>
      <SourcesSection state={state} actions={actions} />
      <ImportSection state={state} actions={actions} />
      <IndexSection index={state.index} />
    </>
  );
}

export function Options({ state, actions }: OptionsProps) {
  const { t } = useWording();
  return (
    <div className="options">
      <header className="options-head">
        <h1>{t('extName')}</h1>
        <p>{t('extDescription')}</p>
      </header>
      <main>
        <OptionsMessage notice={state.notice} onClose={actions.closeNotice} />
        <Knowledge state={state} actions={actions} />
        <RepliesSection state={state} actions={actions} />
        <PagesSection state={state} actions={actions} />
        <HelpscoutSection state={state} actions={actions} />
        <KeysSection state={state} actions={actions} />
        <PrivacySection state={state} actions={actions} />
      </main>
    </div>
  );
}
