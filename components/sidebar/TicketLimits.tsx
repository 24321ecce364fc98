/** What cannot be done with the ticket in front, and what can be done instead. */
import { useReplyBox } from '@/components/hooks/use-reply-box';
import { useSidebar } from '@/components/hooks/use-sidebar';
import { useWording } from '@/components/hooks/use-wording';
import { Banner } from '@/components/ui/Banner';
import { isForPastedText } from '@/lib/app/stores/visible-suggestions';

export function TicketLimits() {
  const { t } = useWording();
  const { page, answer } = useSidebar().state;
  const hasReplyBox = useReplyBox();
  if (page.kind !== 'ticket' || isForPastedText(answer)) return null;
  return (
    <>
      {page.isPartial === true && (
        <Banner tone="quiet" icon="clock" title={t('limits.partial.title')}>
          <p>{t('limits.partial.text')}</p>
        </Banner>
      )}
      {!hasReplyBox && (
        <Banner tone="quiet" icon="copy" title={t('limits.noReplyBox.title')}>
          <p>{t('limits.noReplyBox.text')}</p>
        </Banner>
      )}
    </>
  );
}
