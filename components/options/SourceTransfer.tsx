/** The set-up of all sources as a file, without keys: to keep, or for a colleague. */
import { useId, type ChangeEvent } from 'react';
import { useWording } from '@/components/hooks/use-wording';
import type { OptionsProps } from '@/components/options/Options';
import { SourceFault } from '@/components/options/SourceFault';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import type { TransferState } from '@/lib/app/stores/sources-state';

function Outcome({ transfer }: { transfer: TransferState }) {
  const { t, figure } = useWording();
  switch (transfer.status) {
    case 'none':
    case 'busy':
      return null;
    case 'saved':
      return <Banner tone="good" icon="check" title={t('sources.transfer.saved')} />;
    case 'unreadable':
      return (
        <Banner tone="danger" icon="warning" title={t('sources.transfer.unreadable')}>
          <p>{t('sources.transfer.unreadableNext')}</p>
        </Banner>
      );
    case 'failed':
      return <SourceFault fault={transfer.fault} />;
    case 'taken-in': {
      const { added, known, unusable } = transfer;
      return (
        <Banner
          tone="good"
          icon="check"
          title={t('sources.transfer.added', added.length, [figure(added.length)])}
        >
          {known > 0 && <p>{t('sources.transfer.known', known, [figure(known)])}</p>}
          {unusable > 0 && <p>{t('sources.transfer.unusable', unusable, [figure(unusable)])}</p>}
          {added.length > 0 && <p>{t('sources.transfer.next')}</p>}
        </Banner>
      );
    }
  }
}

export function SourceTransfer({ state, actions }: OptionsProps) {
  const { t } = useWording();
  const id = useId();
  const { transfer } = state.places;
  const takeIn = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file !== undefined) void actions.importSources(file);
    // Choosing the same file again must count as a change.
    target.value = '';
  };
  return (
    <details className="source-details">
      <summary>{t('sources.transfer.title')}</summary>
      <p className="fine-print">{t('sources.transfer.text')}</p>
      <Button
        label={t('sources.transfer.save')}
        isBusy={transfer.status === 'busy'}
        onPress={() => void actions.exportSources()}
      />
      <div className="import-form">
        <label htmlFor={id}>{t('sources.transfer.load')}</label>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          disabled={transfer.status === 'busy'}
          onChange={takeIn}
        />
      </div>
      <div aria-live="polite">
        <Outcome transfer={transfer} />
      </div>
    </details>
  );
}
