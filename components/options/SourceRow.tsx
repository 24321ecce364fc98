/** One source: what it holds, how fresh it is, what it does now, and what can be done to it. */
import { useState } from 'react';
import { useWording, type WordingNow } from '@/components/hooks/use-wording';
import { Confirm } from '@/components/options/Confirm';
import type { OptionsProps } from '@/components/options/Options';
import { formatAhead, kindName } from '@/components/options/source-words';
import { SourceButtons } from '@/components/options/SourceButtons';
import { SourceDetails } from '@/components/options/SourceDetails';
import { SourceProgress } from '@/components/options/SourceProgress';
import { SourceSetUp } from '@/components/options/SourceSetUp';
import { SourceTrouble } from '@/components/options/SourceTrouble';
import { formatAge, formatMoment } from '@/components/ui/dates';
import type { SourceState } from '@/lib/model/source-state';

interface SourceRowProps extends OptionsProps {
  source: SourceState;
}

/** What it does now, or will do next; null when nobody needs to know. */
function activityWords(source: SourceState, { t, now, locale }: WordingNow): string | null {
  if (!isConnected(source)) return null;
  if (source.activity === 'paused') return t('sources.paused');
  if (source.activity === 'reading' && source.syncedAt !== undefined) return t('sources.reading');
  if (source.needs !== null || source.fault !== null || source.nextAt === undefined) return null;
  const next = formatAhead(source.nextAt, now, locale);
  return next === null ? t('sources.nextNow') : t('sources.next', [next]);
}

function SourceFacts({ source }: { source: SourceState }) {
  const wording = useWording();
  const { t, locale, now, figure } = wording;
  const age = source.syncedAt === undefined ? null : formatAge(source.syncedAt, now, locale);
  const moment = source.syncedAt === undefined ? null : formatMoment(source.syncedAt, locale);
  const isBegun = source.activity !== 'paused' && source.needs === null;
  const notYet = t(isBegun ? 'options.firstSync' : 'sources.neverRead');
  const doing = activityWords(source, wording);
  return (
    <p className="meta">
      <span>{kindName(source.kind, t)}</span>
      <span>{t('options.items', source.items, [figure(source.items)])}</span>
      <span title={moment ?? undefined}>{age === null ? notYet : t('options.synced', [age])}</span>
      {doing !== null && <span>{doing}</span>}
    </p>
  );
}

/** True for sources that a connector reads: the rest can only be removed. */
export function isConnected({ kind, activity }: SourceState): boolean {
  return kind !== 'sample' && activity !== 'by-hand';
}

export function SourceRow({ source, state, actions }: SourceRowProps) {
  const { t, figure } = useWording();
  const [isAsking, setAsking] = useState(false);
  const { places, busy } = state;
  const setUp = places.setUp?.sourceId === source.id ? places.setUp : null;
  const isLocked = busy !== null || places.command !== null;
  return (
    <li className="source">
      <div className="source-line">
        <div>
          <h3 dir="auto">{source.name}</h3>
          <SourceFacts source={source} />
        </div>
        <SourceButtons
          source={source}
          state={state}
          actions={actions}
          isAsking={isAsking}
          onRemove={() => setAsking(true)}
        />
      </div>
      {isConnected(source) && (
        <>
          <SourceProgress source={source} />
          <div aria-live="polite">
            <SourceTrouble source={source} isLocked={isLocked} actions={actions} />
          </div>
          {setUp === null && (
            <SourceDetails source={source} isLocked={isLocked} actions={actions} />
          )}
        </>
      )}
      {setUp !== null && <SourceSetUp setUp={setUp} isOnline={places.isOnline} actions={actions} />}
      {isAsking && (
        <Confirm
          title={t('options.removeTitle', [source.name])}
          text={t('options.removeText', source.items, [figure(source.items)])}
          label={t('options.removeNow')}
          onKeep={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            void actions.removeSource(source.id);
          }}
        />
      )}
    </li>
  );
}
