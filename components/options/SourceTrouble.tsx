/** Why a source does not go on, and the one thing that helps. */
import { useWording } from '@/components/hooks/use-wording';
import { formatAhead, hostOf } from '@/components/options/source-words';
import { SourceFault } from '@/components/options/SourceFault';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import type { PlacesActions } from '@/lib/app/stores/sources-state';
import type { SourceState } from '@/lib/model/source-state';

interface SourceTroubleProps {
  source: SourceState;
  /** Another command runs. */
  isLocked: boolean;
  actions: PlacesActions;
}

function Needs({ source, isLocked, actions }: SourceTroubleProps) {
  const { t, locale } = useWording();
  const { id, needs, origins } = source;
  const hosts = new Intl.ListFormat(locale, { type: 'conjunction' }).format(origins.map(hostOf));
  const again = (
    <Button
      label={t('sources.tryNow')}
      isDisabled={isLocked}
      onPress={() => void actions.commandSource(id, 'sync')}
    />
  );
  switch (needs) {
    case 'permission':
      return (
        <Banner
          tone="warning"
          icon="lock"
          title={t('sources.needs.permission')}
          actions={
            <Button
              look="primary"
              label={t('sources.allow', [hosts])}
              isDisabled={isLocked}
              onPress={() => void actions.commandSource(id, 'allow')}
            />
          }
        >
          <p>{t('sources.needs.permissionNext')}</p>
        </Banner>
      );
    case 'sign-in':
      return (
        <Banner
          tone="warning"
          icon="lock"
          title={t('sources.needs.signIn')}
          actions={
            <>
              {!source.isSession && (
                <Button
                  look="primary"
                  label={t('sources.newKey')}
                  onPress={() => actions.editSource(id)}
                />
              )}
              {again}
            </>
          }
        >
          <p>
            {source.isSession
              ? t('sources.needs.sessionNext', [hosts])
              : t('sources.needs.signInNext')}
          </p>
        </Banner>
      );
    case 'helpdesk-tab':
      return (
        <Banner tone="warning" icon="newTab" title={t('sources.needs.tab')} actions={again}>
          <p>{t('sources.needs.tabNext', [hosts])}</p>
        </Banner>
      );
    case null:
      return null;
  }
}

export function SourceTrouble(props: SourceTroubleProps) {
  const { t, now, locale } = useWording();
  const { source } = props;
  if (source.activity === 'paused') return null;
  if (source.needs !== null) return <Needs {...props} />;
  if (source.fault === null) return null;
  const next = source.nextAt === undefined ? null : formatAhead(source.nextAt, now, locale);
  const nextWords =
    next === null ? null : <p className="meta">{t('sources.triesAgain', [next])}</p>;
  return <SourceFault fault={source.fault} actions={nextWords} />;
}
