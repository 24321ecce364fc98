/** The places that answers come from. */
import { useWording } from '@/components/hooks/use-wording';
import type { OptionsProps } from '@/components/options/Options';
import { SourceRow } from '@/components/options/SourceRow';
import { Button } from '@/components/ui/Button';

export function SourcesSection({ state, actions }: OptionsProps) {
  const { t } = useWording();
  const { sources, busy } = state;
  const hasSample = sources.some(({ kind }) => kind === 'sample');
  return (
    <section className="options-section" aria-labelledby="sources-heading">
      <h2 id="sources-heading">{t('options.sources')}</h2>
      <p>{t('options.sourcesText')}</p>
      {sources.length === 0 && <p className="options-empty">{t('options.noSources')}</p>}
      {sources.length > 0 && (
        <ul className="source-list">
          {sources.map((source) => (
            <SourceRow
              key={source.id}
              source={source}
              isRemoving={busy?.action === 'remove' && busy.sourceId === source.id}
              isLocked={busy !== null}
              onRemove={() => void actions.removeSource(source.id)}
            />
          ))}
        </ul>
      )}
      {!hasSample && (
        <Button
          look="primary"
          label={t('options.addSample')}
          isBusy={busy?.action === 'add-sample'}
          isDisabled={busy !== null}
          onPress={() => void actions.addSample()}
        />
      )}
    </section>
  );
}
