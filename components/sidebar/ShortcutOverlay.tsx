/** All keys of the sidebar, over everything else. */
import { useId, useRef } from 'react';
import '@/components/sidebar/overlay.css';
import { useFocusVisit } from '@/components/hooks/use-focus-visit';
import { useWording } from '@/components/hooks/use-wording';
import { Button } from '@/components/ui/Button';
import { ShortcutTable } from '@/components/ui/ShortcutTable';

export function ShortcutOverlay({ onClose }: { onClose: () => void }) {
  const { t } = useWording();
  const titleId = useId();
  const closer = useRef<HTMLButtonElement>(null);
  useFocusVisit(closer);
  return (
    <dialog open className="overlay" aria-modal="true" aria-labelledby={titleId}>
      <div className="overlay-card">
        <header className="overlay-head">
          <h2 id={titleId}>{t('keys.title')}</h2>
          <Button ref={closer} look="icon" icon="close" label={t('ui.close')} onPress={onClose} />
        </header>
        <ShortcutTable />
      </div>
    </dialog>
  );
}
