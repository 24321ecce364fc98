/** A fault in words: what happened, what to do next, and a way to try again. */
import type { ReactNode } from 'react';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { faultWords } from '@/components/ui/fault-words';
import { useWording } from '@/components/hooks/use-wording';
import type { Fault } from '@/lib/core/fault';

interface FaultBannerProps {
  fault: Fault;
  /** Offered whatever `fault.retry` says: after signing in again, for one, only a retry helps. */
  onRetry?: () => void;
  actions?: ReactNode;
}

export function FaultBanner({ fault, onRetry, actions }: FaultBannerProps) {
  const { t } = useWording();
  const words = faultWords(fault, t);
  const retry = onRetry && <Button label={t('ui.retry')} onPress={onRetry} />;
  return (
    <Banner
      tone="danger"
      icon="warning"
      title={words.title}
      actions={
        <>
          {retry}
          {actions}
        </>
      }
    >
      <p>{words.next}</p>
      <p className="fault-code">{t('ui.faultCode', [words.code])}</p>
    </Banner>
  );
}
