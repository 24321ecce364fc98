/** What just happened, with a way to take it back. */
import { useState } from 'react';
import '@/components/sidebar/toast.css';
import { useSidebar } from '@/components/hooks/use-sidebar';
import { useToastTimer } from '@/components/hooks/use-toast-timer';
import { useWording } from '@/components/hooks/use-wording';
import { toastWords } from '@/components/sidebar/toast-words';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import type { Toast } from '@/lib/app/stores/sidebar-state';

function ToastButtons({ toast }: { toast: Toast }) {
  const { t } = useWording();
  const { actions } = useSidebar();
  const copyId = toast.kind === 'fault' ? toast.copyId : null;
  return (
    <span className="toast-buttons">
      {'undo' in toast && (
        <Button
          label={t('toast.undo')}
          tooltip={t('action.withKey', [t('toast.undo'), 'z'])}
          keys="z Control+Z"
          onPress={() => void actions.undo()}
        />
      )}
      {copyId !== null && (
        <Button label={t('toast.copyInstead')} onPress={() => void actions.copy(copyId)} />
      )}
      <Button look="icon" icon="close" label={t('ui.close')} onPress={actions.closeToast} />
    </span>
  );
}

/** The live region is always there: readers announce only what changes inside one. */
export function ToastBar() {
  const { t } = useWording();
  const { state, actions } = useSidebar();
  const { toast } = state;
  const [isHeld, setHeld] = useState(false);
  // A fault asks for a decision: it stays until closed or replaced.
  const isFault = toast?.kind === 'fault' || toast?.kind === 'link-fault';
  useToastTimer(isFault ? null : toast, isHeld, actions.closeToast);
  const words = toast && toastWords(toast, t);
  return (
    // Pointer and focus only hold the time: nothing here is operated by them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="toast-region"
      aria-label={t('toast.label')}
      aria-live="polite"
      aria-atomic="true"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast && words && (
        <div className={`toast toast-${toast.kind}`}>
          <Icon name={isFault ? 'warning' : 'check'} />
          <div className="toast-words">
            <strong>{words.title}</strong>
            {words.detail !== '' && <span dir="auto">{words.detail}</span>}
          </div>
          <ToastButtons toast={toast} />
        </div>
      )}
    </section>
  );
}
