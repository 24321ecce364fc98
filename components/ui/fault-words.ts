/** What a user reads about a fault. */
import type { Translate } from '@/lib/app/stores/wording';
import type { Fault } from '@/lib/core/fault';
import { textKey } from '@/components/ui/text-key';

export interface FaultWords {
  /** What happened. */
  title: string;
  /** What to do now. */
  next: string;
  /** For whoever looks into it: the kind and its safe detail. */
  code: string;
}

export function faultWords(fault: Fault, t: Translate): FaultWords {
  const kind = textKey(fault.kind);
  const detail = Object.entries(fault.detail ?? {}).map(([name, value]) => `${name}: ${value}`);
  return {
    title: t(`fault.${kind}.title`),
    next: t(`fault.${kind}.next`),
    code: [fault.kind, ...detail].join(' · '),
  };
}
