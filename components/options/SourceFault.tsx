/** Why a place could not be asked, in words about places, and what to do. */
import type { ReactNode } from 'react';
import { useWording } from '@/components/hooks/use-wording';
import { sourceFaultWords } from '@/components/options/source-words';
import { Banner } from '@/components/ui/Banner';
import type { Fault } from '@/lib/core/fault';

export function SourceFault({ fault, actions }: { fault: Fault; actions?: ReactNode }) {
  const { t } = useWording();
  const words = sourceFaultWords(fault, t);
  return (
    <Banner tone="danger" icon="warning" title={words.title} actions={actions}>
      <p>{words.next}</p>
      <p className="fault-code">{t('ui.faultCode', [words.code])}</p>
    </Banner>
  );
}
