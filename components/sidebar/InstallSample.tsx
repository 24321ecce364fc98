/** The first view after the installation: there is nothing to search yet. */
import { useState } from 'react';
import { useSidebar } from '@/components/hooks/use-sidebar';
import { useWording } from '@/components/hooks/use-wording';
import { Button } from '@/components/ui/Button';
import { StateMessage } from '@/components/ui/StateMessage';

export function InstallSample() {
  const { t } = useWording();
  const { actions } = useSidebar();
  const [isInstalling, setInstalling] = useState(false);
  const install = async () => {
    setInstalling(true);
    await actions.installSample().finally(() => setInstalling(false));
  };
  return (
    <StateMessage icon="article" title={t('empty.title')} text={t('empty.text')}>
      <div className="button-row">
        <Button
          look="primary"
          label={t('empty.install')}
          isBusy={isInstalling}
          onPress={() => void install()}
        />
        <Button label={t('topBar.options')} onPress={() => void actions.openOptions()} />
      </div>
      <p className="fine-print">{t('empty.local')}</p>
    </StateMessage>
  );
}
