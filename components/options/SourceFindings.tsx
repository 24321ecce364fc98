/** What a place said while it is being set up: whether it lets us in, what it has, how items look. */
import { useWording } from '@/components/hooks/use-wording';
import { ChoiceList } from '@/components/options/ChoiceList';
import { PreviewList } from '@/components/options/PreviewList';
import { hostOf } from '@/components/options/source-words';
import { SourceFault } from '@/components/options/SourceFault';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Skeleton } from '@/components/ui/Skeleton';
import type { Asked, PlacesActions, SetUpState } from '@/lib/app/stores/sources-state';

function Refused({ origins }: { origins: string[] }) {
  const { t, locale } = useWording();
  const hosts = new Intl.ListFormat(locale, { type: 'conjunction' }).format(origins.map(hostOf));
  return (
    <Banner tone="warning" icon="lock" title={t('sources.needs.permission')}>
      <p>{t('sources.refusedHosts', [hosts])}</p>
    </Banner>
  );
}

/** What went wrong with a question, if anything did. */
export function Trouble({ asked, origins }: { asked: Asked<unknown>; origins: string[] }) {
  if (asked.status === 'refused') return <Refused origins={origins} />;
  return asked.status === 'failed' ? <SourceFault fault={asked.fault} /> : null;
}

function Checked({ setUp }: { setUp: SetUpState }) {
  const { t } = useWording();
  const { check, origins } = setUp;
  if (check.status === 'asking') return <p>{t('sources.checking')}</p>;
  if (check.status !== 'answered') return <Trouble asked={check} origins={origins} />;
  const { name, account } = check.value;
  const seen = account === undefined ? t('sources.asNobody') : t('sources.asAccount', [account]);
  return (
    <Banner tone="good" icon="check" title={t('sources.connected', [name])}>
      <p>{seen}</p>
    </Banner>
  );
}

interface SourceFindingsProps {
  setUp: SetUpState;
  actions: PlacesActions;
}

export function SourceFindings({ setUp, actions }: SourceFindingsProps) {
  const { t } = useWording();
  const { choices, preview, check, origins } = setUp;
  const isOld = preview.status === 'none' && choices.status === 'answered';
  return (
    <div aria-live="polite" className="source-findings">
      <Checked setUp={setUp} />
      {choices.status === 'asking' && <Skeleton lines={3} label={t('sources.readingChoices')} />}
      {choices.status === 'answered' && (
        <ChoiceList setUp={setUp} choices={choices.value} actions={actions} />
      )}
      <Trouble asked={choices} origins={origins} />
      {isOld && check.status === 'answered' && (
        <Button label={t('sources.previewAgain')} onPress={() => void actions.previewSource()} />
      )}
      {preview.status === 'asking' && <Skeleton lines={6} label={t('sources.readingPreview')} />}
      {preview.status === 'answered' && <PreviewList {...preview.value} />}
      <Trouble asked={preview} origins={origins} />
    </div>
  );
}
