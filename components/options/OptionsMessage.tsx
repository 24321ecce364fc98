/** What the last action did; the live region is always there. */
import { useWording, type WordingNow } from '@/components/hooks/use-wording';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { FaultBanner } from '@/components/ui/FaultBanner';
import type { OptionsNotice } from '@/lib/app/stores/options-state';
import { assertNever } from '@/lib/core/assert';

interface OptionsMessageProps {
  notice: OptionsNotice | null;
  onClose: () => void;
}

function Message({ notice, onClose }: OptionsMessageProps) {
  const { t, figure } = useWording();
  if (notice === null) return null;
  const close = <Button label={t('ui.close')} onPress={onClose} />;
  if (notice.kind === 'fault') return <FaultBanner fault={notice.fault} actions={close} />;
  const title = done(notice, { t, figure });
  return <Banner tone="good" icon="check" title={title} actions={close} />;
}

function done(
  notice: Exclude<OptionsNotice, { kind: 'fault' }>,
  { t, figure }: Pick<WordingNow, 't' | 'figure'>,
): string {
  switch (notice.kind) {
    case 'sample-added':
      return t('options.sampleAdded', notice.items, [figure(notice.items)]);
    case 'source-added':
      return t('options.added', [notice.name]);
    case 'source-changed':
      return t('options.changed', [notice.name]);
    case 'source-removed':
      return t('options.removed', [notice.name]);
    case 'forgotten':
      return t('options.forgotten');
    default:
      return assertNever(notice);
  }
}

export function OptionsMessage(props: OptionsMessageProps) {
  return (
    <div aria-live="polite">
      <Message {...props} />
    </div>
  );
}
