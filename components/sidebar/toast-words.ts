/** What the message at the bottom says. */
import { linkFaultWords } from '@/components/sidebar/link-words';
import { faultWords } from '@/components/ui/fault-words';
import type { Toast } from '@/lib/app/stores/sidebar-state';
import type { Translate } from '@/lib/app/stores/wording';
import { assertNever } from '@/lib/core/assert';
import { cut } from '@/lib/core/text';

/** The look cuts longer titles after three lines; this keeps readers from reading out a page. */
const TITLE_LIMIT = 200;

export interface ToastWords {
  title: string;
  detail: string;
}

export function toastWords(toast: Toast, t: Translate): ToastWords {
  switch (toast.kind) {
    case 'inserted':
      return { title: t(`toast.inserted.${toast.form}`), detail: cut(toast.title, TITLE_LIMIT) };
    case 'copied':
      return { title: t('toast.copied'), detail: t('toast.copiedNext') };
    case 'dismissed':
      return { title: t('toast.dismissed'), detail: cut(toast.title, TITLE_LIMIT) };
    case 'linked':
      return {
        title: t('link.made', [cut(toast.title, TITLE_LIMIT)]),
        detail: t(`link.madeBy.${toast.way}`),
      };
    case 'link-fault': {
      const words = linkFaultWords(toast.fault, t);
      return {
        title: t('link.notMade', [toast.ticketId]),
        detail: `${words.title}. ${words.next}`,
      };
    }
    case 'report-copied':
      return { title: t('health.copied'), detail: t('health.copiedNext') };
    case 'undone':
      return { title: t('toast.undone'), detail: '' };
    case 'fault': {
      const words = faultWords(toast.fault, t);
      return { title: words.title, detail: words.next };
    }
    default:
      return assertNever(toast);
  }
}
