/** What happens to data, in plain words. */
import { useWording } from '@/components/hooks/use-wording';
import { Learned } from '@/components/options/Learned';
import type { OptionsProps } from '@/components/options/Options';

const PROMISES = [
  'privacy.local',
  'privacy.session',
  'privacy.remembers',
  'privacy.neverSends',
  'privacy.noTelemetry',
  'privacy.remove',
] as const;

export function PrivacySection({ state, actions }: OptionsProps) {
  const { t } = useWording();
  return (
    <section className="options-section" aria-labelledby="privacy-heading">
      <h2 id="privacy-heading">{t('privacy.title')}</h2>
      <ul className="promises">
        {PROMISES.map((promise) => (
          <li key={promise}>{t(promise)}</li>
        ))}
      </ul>
      {state.load.status === 'ready' && <Learned state={state} actions={actions} />}
    </section>
  );
}
