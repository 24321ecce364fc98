/** Every request that left the browser: where to, what for, how much came back. */
import { useEffect, useId, useRef } from 'react';
import { useWording } from '@/components/hooks/use-wording';
import type { OptionsProps } from '@/components/options/Options';
import { RequestTable } from '@/components/options/RequestTable';
import { SourceFault } from '@/components/options/SourceFault';
import { Button } from '@/components/ui/Button';
import { Skeleton } from '@/components/ui/Skeleton';
import type { LogState } from '@/lib/app/stores/sources-state';

const ALL = '';

type OpenLog = Exclude<LogState, { status: 'closed' }>;

function SourceFilter({ state, actions, log }: OptionsProps & { log: OpenLog }) {
  const { t } = useWording();
  const id = useId();
  return (
    <p className="log-filter">
      <label htmlFor={id}>{t('sources.log.of')}</label>
      <select
        id={id}
        value={log.sourceId ?? ALL}
        onChange={({ target }) => void actions.openLog(target.value === ALL ? null : target.value)}
      >
        <option value={ALL}>{t('sources.log.all')}</option>
        {state.sources.map(({ id: sourceId, name }) => (
          <option key={sourceId} value={sourceId}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}

function Entries({ state, actions, log }: OptionsProps & { log: OpenLog }) {
  const { t } = useWording();
  if (log.status === 'failed') return <SourceFault fault={log.fault} />;
  const isLoading = log.status === 'loading';
  if (isLoading && log.entries.length === 0) {
    return <Skeleton lines={4} label={t('sources.log.loading')} />;
  }
  if (log.entries.length === 0) return <p>{t('sources.log.empty')}</p>;
  return (
    <>
      <RequestTable entries={log.entries} sources={state.sources} />
      {log.next !== null && (
        <Button
          label={t('sources.log.older')}
          isBusy={isLoading}
          onPress={() => void actions.readOlderLog()}
        />
      )}
    </>
  );
}

export function RequestLog({ state, actions }: OptionsProps) {
  const { t } = useWording();
  const { log } = state.places;
  const isOpen = log.status !== 'closed';
  const sourceId = isOpen ? log.sourceId : null;
  const whole = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // Opened from a source's row, far above: whoever asked is led here.
  useEffect(() => {
    const isHere = whole.current?.contains(document.activeElement) === true;
    if (sourceId !== null && !isHere) heading.current?.focus();
  }, [sourceId]);
  return (
    <div className="request-log" ref={whole}>
      <h3 ref={heading} tabIndex={-1}>
        {t('sources.log.title')}
      </h3>
      <p className="fine-print">{t('sources.log.text')}</p>
      <div className="button-row">
        <Button
          label={t(isOpen ? 'sources.log.close' : 'sources.log.open')}
          isExpanded={isOpen}
          onPress={() => (isOpen ? actions.closeLog() : void actions.openLog(null))}
        />
        {isOpen && (
          <>
            <Button
              label={t('sources.log.renew')}
              onPress={() => void actions.openLog(log.sourceId)}
            />
            <Button label={t('sources.log.clear')} onPress={() => void actions.clearLog()} />
          </>
        )}
      </div>
      {isOpen && (
        <>
          <SourceFilter state={state} actions={actions} log={log} />
          <Entries state={state} actions={actions} log={log} />
        </>
      )}
    </div>
  );
}
