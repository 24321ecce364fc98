/** The agent's own Help Scout app: what it is good for, how it stands, and how to set it up, check or remove it. */
import { useState } from 'react';
import '@/components/options/sources.css';
import { useWording } from '@/components/hooks/use-wording';
import { Confirm } from '@/components/options/Confirm';
import { HelpscoutForm } from '@/components/options/HelpscoutForm';
import type { OptionsProps } from '@/components/options/Options';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { FaultBanner } from '@/components/ui/FaultBanner';
import { SafeLink } from '@/components/ui/SafeLink';
import type { HelpscoutState } from '@/lib/app/stores/helpscout-state';
import type { HelpscoutConnection } from '@/lib/model/helpscout-connection';

const HOW_TO =
  'https://developer.helpscout.com/mailbox-api/overview/authentication/#oauth2-application';

function Refused({ next }: { next: string }) {
  const { t } = useWording();
  return (
    <Banner tone="danger" icon="warning" title={t('helpscout.refused')}>
      <p>{next}</p>
    </Banner>
  );
}

function Outcome({ helpscout }: { helpscout: HelpscoutState }) {
  const { t, figure } = useWording();
  const { outcome, connection } = helpscout;
  if (outcome === null) return null;
  const account = connection?.account ?? '';
  switch (outcome.kind) {
    case 'saved':
    case 'works': {
      const title = account === '' ? t('helpscout.works') : t('helpscout.worksAs', [account]);
      return <Banner tone="good" icon="check" title={title} />;
    }
    case 'removed':
      return <Banner tone="good" icon="check" title={t('helpscout.removed')} />;
    case 'not-allowed':
      return (
        <Banner tone="warning" icon="warning" title={t('helpscout.notAllowed')}>
          <p>{t('helpscout.notAllowedNext')}</p>
        </Banner>
      );
    case 'failed': {
      const { fault } = outcome;
      if (fault.kind === 'signed-out') return <Refused next={t('helpscout.refusedNext')} />;
      if (fault.kind === 'offline' || fault.kind === 'timeout') {
        return (
          <Banner tone="danger" icon="warning" title={t('helpscout.offline')}>
            <p>{t('helpscout.offlineNext')}</p>
          </Banner>
        );
      }
      if (fault.kind !== 'rate-limited') return <FaultBanner fault={fault} />;
      const seconds = Number(fault.detail?.['seconds'] ?? 60);
      return (
        <Banner tone="warning" icon="warning" title={t('helpscout.busy')}>
          <p>{t('helpscout.busyNext', seconds, [figure(seconds)])}</p>
        </Banner>
      );
    }
  }
}

function Standing({ connection }: { connection: HelpscoutConnection }) {
  const { t } = useWording();
  const { state, appId, account } = connection;
  if (state === 'not-set') return <p>{t('helpscout.notSet')}</p>;
  if (state === 'expired') return <p className="log-fault">{t('helpscout.expired', [appId])}</p>;
  return (
    <p>
      {account === ''
        ? t('helpscout.connected', [appId])
        : t('helpscout.connectedAs', [account, appId])}
    </p>
  );
}

type Asking = 'nothing' | 'replace' | 'remove';

/** What can be done with an app that is set up. */
function AppActions({ state, actions }: OptionsProps) {
  const { t } = useWording();
  const [asking, ask] = useState<Asking>('nothing');
  const { busy } = state.helpscout;
  const stop = () => ask('nothing');
  if (asking === 'replace') {
    return (
      <HelpscoutForm isBusy={busy === 'save'} actions={actions} onSaved={stop} onCancel={stop} />
    );
  }
  if (asking === 'remove') {
    const remove = () => {
      stop();
      void actions.removeHelpscoutApp();
    };
    return (
      <Confirm
        title={t('helpscout.removeTitle')}
        text={t('helpscout.removeText')}
        label={t('helpscout.remove')}
        onConfirm={remove}
        onKeep={stop}
      />
    );
  }
  return (
    <div className="button-row">
      <Button
        label={t('helpscout.check')}
        isBusy={busy === 'check'}
        onPress={() => void actions.checkHelpscoutApp()}
      />
      <Button label={t('helpscout.replace')} onPress={() => ask('replace')} />
      <Button
        label={t('helpscout.remove')}
        isBusy={busy === 'remove'}
        onPress={() => ask('remove')}
      />
    </div>
  );
}

export function HelpscoutSection({ state, actions }: OptionsProps) {
  const { t } = useWording();
  const { helpscout } = state;
  const { connection } = helpscout;
  const isSet = connection !== null && connection.state !== 'not-set';
  return (
    <section className="options-section" aria-labelledby="helpscout-heading">
      <h2 id="helpscout-heading">{t('helpscout.heading')}</h2>
      <p>{t('helpscout.why')}</p>
      <p>
        {t('helpscout.where')}{' '}
        <SafeLink href={HOW_TO} isMarked>
          {t('helpscout.howTo')}
        </SafeLink>
      </p>
      {connection && <Standing connection={connection} />}
      {isSet && <AppActions state={state} actions={actions} />}
      {!isSet && (
        <details className="source-details">
          <summary>{t('helpscout.setUp')}</summary>
          <HelpscoutForm
            isBusy={helpscout.busy === 'save'}
            actions={actions}
            onSaved={() => undefined}
          />
        </details>
      )}
      <div aria-live="polite">
        <Outcome helpscout={helpscout} />
      </div>
    </section>
  );
}
