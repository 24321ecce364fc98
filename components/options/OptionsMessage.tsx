/** What the last action did; the live region is always there. */
import { useWording } from '@/components/hooks/use-wording';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { FaultBanner } from '@/components/ui/FaultBanner';
import type { OptionsNotice } from '@/lib/app/stores/options-state';

interface OptionsMessageProps {
  notice: OptionsNotice | null;
  onClose: () => void;
}

function Message({ notice, onClose }: OptionsMessageProps) {
  const { t, figure } = useWording();
  if (notice === null) return null;
  const close = <Button label={t('ui.close')} onPress={onClose} />;
  if (notice.kind === 'fault') return <FaultBanner fault={notice.fault} actions={close} />;
  const title =
    notice.kind === 'sample-added'
      ? t('options.sampleAdded', notice.items, [figure(notice.items)])
      : t('options.removed', [notice.name]);
  return <Banner tone="good" icon="check" title={title} actions={close} />;
}

export function OptionsMessage(props: OptionsMessageProps) {
  return (
    <div aria-live="polite">
      <Message {...props} />
    </div>
  );
}
