/** Says that the helpdesk's page has changed: what cannot be found there, what is used instead, whom to tell. */
import { useId } from 'react';
import '@/components/sidebar/health.css';
import { useSidebar } from '@/components/hooks/use-sidebar';
import { useWording, type WordingNow } from '@/components/hooks/use-wording';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { HELPDESK_NAMES, type PagePart, type PageTrouble } from '@/lib/model/page-health';

/** What is read of a ticket; of the others it is said at once what to do. */
const READ: readonly PagePart[] = ['ticket', 'messages', 'subject', 'data'];

/** One sentence for each part, and one for the way that is used instead. */
function sentences({ parts, way, helpdesk }: PageTrouble, t: WordingNow['t']): string[] {
  const name = HELPDESK_NAMES[helpdesk];
  const missing = parts.map((part) => t(`health.missing.${part}`, [name]));
  const isRead = parts.some((part) => READ.includes(part));
  // The helpdesk's own answers cannot stand in for themselves.
  const isPart = way === 'api' && parts.includes('data');
  return isRead ? [...missing, t(`health.way.${isPart ? 'part' : way}`, [name])] : missing;
}

/** Shown where the clipboard is refused: selected by a click, so that one key copies it. */
function ReportBox({ report }: { report: string }) {
  const { t } = useWording();
  const { actions } = useSidebar();
  const id = useId();
  return (
    <div className="health-report">
      <label htmlFor={id}>{t('health.byHand')}</label>
      <textarea
        id={id}
        className="code-box"
        readOnly
        rows={6}
        value={report}
        lang="en"
        dir="ltr"
        onFocus={(event) => event.target.select()}
      />
      <Button label={t('ui.close')} onPress={actions.closeReport} />
    </div>
  );
}

export function HealthNote() {
  const { t } = useWording();
  const { state, actions } = useSidebar();
  const { trouble, report } = state;
  if (trouble === null && report === null) return null;
  return (
    <div className="health-note">
      {trouble && (
        <>
          <Icon name="warning" />
          <div>
            <p>
              <strong>{t('health.title', [HELPDESK_NAMES[trouble.helpdesk]])}</strong>{' '}
              {sentences(trouble, t).join(' ')}
            </p>
            <Button
              look="quiet"
              icon="copy"
              label={t('health.copy')}
              onPress={() => void actions.copyReport()}
            />
          </div>
        </>
      )}
      {report !== null && <ReportBox report={report} />}
    </div>
  );
}
