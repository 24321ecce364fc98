/** The form in which a source is set up or changed. */
import { useId, useRef, type SubmitEvent } from 'react';
import { useFocusVisit } from '@/components/hooks/use-focus-visit';
import { useWording } from '@/components/hooks/use-wording';
import { isFilledIn, placeOf } from '@/components/options/source-fields';
import { hostOf, kindName } from '@/components/options/source-words';
import { SourceFindings, Trouble } from '@/components/options/SourceFindings';
import { SourceSecrets } from '@/components/options/SourceSecrets';
import { SourceSettings } from '@/components/options/SourceSettings';
import { Button } from '@/components/ui/Button';
import type { PlacesActions, SetUpState } from '@/lib/app/stores/sources-state';

interface SourceSetUpProps {
  setUp: SetUpState;
  isOnline: boolean;
  actions: PlacesActions;
}

function WhoIsAsked({ setUp }: { setUp: SetUpState }) {
  const { t, locale } = useWording();
  const hosts = new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    setUp.origins.map(hostOf),
  );
  const words = setUp.isSession ? t('sources.bySession', [hosts]) : t('sources.asksOnly', [hosts]);
  const place = placeOf(setUp);
  return (
    <>
      {place !== null && <p dir="auto">{t('sources.reads', [place])}</p>}
      <p className="fine-print">{words}</p>
    </>
  );
}

function SetUpButtons({ setUp, isOnline, actions }: SourceSetUpProps) {
  const { t } = useWording();
  const { sourceId, check, choices, preview, saving } = setUp;
  const isAsking = [check, choices, preview].some(({ status }) => status === 'asking');
  const isReady = isOnline && isFilledIn(setUp);
  const isSaving = saving.status === 'asking';
  return (
    <div className="button-row">
      <Button
        look="primary"
        label={t(sourceId === null ? 'sources.add' : 'sources.save')}
        isBusy={isSaving}
        isDisabled={!isFilledIn(setUp) || isAsking}
        onPress={() => void actions.saveSource()}
      />
      <Button
        label={t('sources.check')}
        isBusy={isAsking}
        isDisabled={!isReady || isSaving}
        submits
      />
      <Button label={t('sources.cancel')} onPress={actions.closeSetUp} />
    </div>
  );
}

export function SourceSetUp({ setUp, isOnline, actions }: SourceSetUpProps) {
  const { t } = useWording();
  const id = useId();
  const name = useRef<HTMLInputElement>(null);
  useFocusVisit(name);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isOnline && isFilledIn(setUp)) void actions.checkSource();
  };
  return (
    <form className="source-form source-set-up" aria-labelledby={`${id}-title`} onSubmit={submit}>
      <h3 id={`${id}-title`}>{kindName(setUp.kind, t)}</h3>
      <WhoIsAsked setUp={setUp} />
      <label htmlFor={id}>{t('sources.name')}</label>
      <input
        ref={name}
        id={id}
        type="text"
        dir="auto"
        maxLength={200}
        value={setUp.name}
        onChange={(event) => actions.nameSource(event.target.value)}
      />
      <SourceSettings setUp={setUp} actions={actions} />
      <SourceSecrets setUp={setUp} actions={actions} />
      <SourceFindings setUp={setUp} actions={actions} />
      <div aria-live="polite">
        <Trouble asked={setUp.saving} origins={setUp.origins} />
      </div>
      <SetUpButtons setUp={setUp} isOnline={isOnline} actions={actions} />
    </form>
  );
}
