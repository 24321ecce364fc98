/** The places that answers come from: adding one, the list of them, and their set-up as a file. */
import '@/components/options/sources.css';
import { useWording } from '@/components/hooks/use-wording';
import { AddSource } from '@/components/options/AddSource';
import type { OptionsProps } from '@/components/options/Options';
import { RequestLog } from '@/components/options/RequestLog';
import { SourceRow } from '@/components/options/SourceRow';
import { SourceSetUp } from '@/components/options/SourceSetUp';
import { SourceTransfer } from '@/components/options/SourceTransfer';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';

function NewSource(props: OptionsProps) {
  const { setUp, isOnline } = props.state.places;
  const isNew = setUp !== null && setUp.sourceId === null;
  if (!isNew) return <AddSource {...props} />;
  return <SourceSetUp setUp={setUp} isOnline={isOnline} actions={props.actions} />;
}

function SampleButton({ state, actions }: OptionsProps) {
  const { t } = useWording();
  const { sources, busy } = state;
  if (sources.some(({ kind }) => kind === 'sample')) return null;
  return (
    <Button
      look={sources.length === 0 ? 'primary' : 'plain'}
      label={t('options.addSample')}
      isBusy={busy?.action === 'add-sample'}
      isDisabled={busy !== null}
      onPress={() => void actions.addSample()}
    />
  );
}

export function SourcesSection(props: OptionsProps) {
  const { t } = useWording();
  const { sources, places } = props.state;
  return (
    <section className="options-section" aria-labelledby="sources-heading">
      <h2 id="sources-heading">{t('options.sources')}</h2>
      <p>{t('options.sourcesText')}</p>
      {!places.isOnline && (
        <Banner tone="quiet" icon="offline" title={t('sources.offline')}>
          <p>{t('sources.offlineText')}</p>
        </Banner>
      )}
      <NewSource {...props} />
      {sources.length === 0 && <p className="options-empty">{t('options.noSources')}</p>}
      {sources.length > 0 && (
        <ul className="source-list">
          {sources.map((source) => (
            <SourceRow key={source.id} source={source} {...props} />
          ))}
        </ul>
      )}
      <SampleButton {...props} />
      <SourceTransfer {...props} />
      <RequestLog {...props} />
    </section>
  );
}
