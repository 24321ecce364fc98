/** ID and secret of a Help Scout app. What is typed stays in this form until it is sent, and is gone then. */
import { useId, useState, type SyntheticEvent } from 'react';
import { useWording } from '@/components/hooks/use-wording';
import { Button } from '@/components/ui/Button';
import type { OptionsActions } from '@/lib/app/stores/options-state';

interface HelpscoutFormProps {
  isBusy: boolean;
  actions: Pick<OptionsActions, 'saveHelpscoutApp'>;
  /** The app was taken. */
  onSaved: () => void;
  /** Left out where there is nothing to go back to. */
  onCancel?: (() => void) | undefined;
}

export function HelpscoutForm({ isBusy, actions, onSaved, onCancel }: HelpscoutFormProps) {
  const { t } = useWording();
  const id = useId();
  const [appId, setAppId] = useState('');
  const [secret, setSecret] = useState('');
  const isWhole = appId.trim() !== '' && secret.trim() !== '';

  async function save(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (!isWhole || isBusy) return;
    if (!(await actions.saveHelpscoutApp(appId, secret))) return;
    setAppId('');
    setSecret('');
    onSaved();
  }

  return (
    <form className="source-form" onSubmit={(event) => void save(event)}>
      <label htmlFor={`${id}-id`}>{t('sources.secret.appId')}</label>
      <input
        id={`${id}-id`}
        type="text"
        autoComplete="off"
        spellCheck={false}
        required
        maxLength={200}
        value={appId}
        onChange={(event) => setAppId(event.target.value)}
      />
      <label htmlFor={`${id}-secret`}>{t('sources.secret.appSecret')}</label>
      <input
        id={`${id}-secret`}
        type="password"
        autoComplete="off"
        spellCheck={false}
        required
        maxLength={200}
        aria-describedby={`${id}-kept`}
        value={secret}
        onChange={(event) => setSecret(event.target.value)}
      />
      <p id={`${id}-kept`} className="fine-print">
        {t('helpscout.kept')}
      </p>
      <div className="button-row">
        <Button
          look="primary"
          label={t('helpscout.save')}
          submits
          isBusy={isBusy}
          isDisabled={!isWhole}
        />
        {onCancel && <Button label={t('sources.cancel')} onPress={onCancel} />}
      </div>
    </form>
  );
}
