/** Keeps an eye on the helpdesk's page: tells the agent when a part of it cannot be found, and when it can again. */
import { diagnosticReport } from '@/lib/app/sidebar/diagnostic-report';
import type { PageRequests } from '@/lib/app/sidebar/page-requests';
import { looksOf, troubleOf, type ReadState } from '@/lib/app/sidebar/page-trouble';
import type { SidebarParts } from '@/lib/app/sidebar/parts';
import type { SidebarStore } from '@/lib/app/sidebar/store';
import { escapeHtml } from '@/lib/core/text';
import type { Result } from '@/lib/core/result';
import { ANATOMIES } from '@/lib/helpdesks/registry';
import type { PageHealth, PageTrouble } from '@/lib/model/page-health';
import type { PageState } from '@/lib/model/page-state';

/** Pages go on rendering for a while after a ticket is readable. */
const SETTLE_MS = 1_200;
/** What is missing must still be missing then, before anybody hears of it. */
const CONFIRM_MS = 2_500;
/** While something is missing. */
const AGAIN_MS = 5_000;

export interface HealthWatch {
  copyReport: () => Promise<void>;
  closeReport: () => void;
  stop: () => void;
}

interface HealthParts extends Pick<
  SidebarParts,
  'clock' | 'createId' | 'writeClipboard' | 'about'
> {
  store: SidebarStore;
  requests: PageRequests<PageHealth>;
}

/** Looks after each change of the page's state, and from then on for as long as something is missing. */
export function watchHealth({ store, requests, ...parts }: HealthParts): HealthWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Found missing once, by the names of the parts. */
  let suspected = '';
  /** Whose selectors to ask for. A page that cannot be read says which it is with the first counts. */
  let helpdesk: PageTrouble['helpdesk'] = 'zendesk';

  const lookIn = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), milliseconds);
  };

  async function ask(page: ReadState): Promise<Result<PageHealth>> {
    const id = page.kind === 'ticket' ? page.ticket.id : page.id;
    const looks = looksOf(ANATOMIES[helpdesk], id);
    const requestId = parts.createId();
    const health = await requests.ask({ type: 'health.check', requestId, looks });
    if (!health.ok || health.value.helpdesk === helpdesk) return health;
    ({ helpdesk } = health.value);
    return ask(page);
  }

  async function look(): Promise<void> {
    const { page } = store.getState();
    if (!isRead(page)) return;
    const health = await ask(page);
    // Another ticket, or the same one in another state: that one is looked at by itself.
    if (!health.ok || store.getState().page !== page) return;
    const found = troubleOf(page, health.value, ANATOMIES[helpdesk], helpdesk);
    const { trouble } = store.getState();
    const name = found?.parts.join() ?? '';
    const isKnown = name === suspected || trouble !== null;
    suspected = name;
    if (found === null || isKnown) store.setState({ trouble: found });
    if (found !== null) lookIn(isKnown ? AGAIN_MS : CONFIRM_MS);
  }

  const stopWatching = store.subscribe(({ page }, previous) => {
    if (page === previous.page) return;
    clearTimeout(timer);
    if (page.kind === 'ticket') ({ helpdesk } = page.ticket);
    if (isRead(page)) lookIn(SETTLE_MS);
    else if (page.kind === 'none' || page.kind === 'new') {
      suspected = '';
      store.setState({ trouble: null, report: null });
    }
  });

  return {
    async copyReport() {
      const { page, trouble } = store.getState();
      if (!isRead(page)) return;
      const health = await ask(page);
      if (!health.ok) {
        store.setState({ toast: { kind: 'fault', fault: health.fault, copyId: null } });
        return;
      }
      const context = { ...parts.about(), now: parts.clock(), helpdesk };
      const text = diagnosticReport(page, health.value, ANATOMIES[helpdesk], trouble, context);
      const copied = await parts.writeClipboard({ html: `<pre>${escapeHtml(text)}</pre>`, text });
      store.setState(
        copied.ok ? { toast: { kind: 'report-copied' }, report: null } : { report: text },
      );
    },
    closeReport: () => store.setState({ report: null }),
    stop() {
      clearTimeout(timer);
      stopWatching();
    },
  };
}

function isRead(page: PageState): page is ReadState {
  return page.kind === 'ticket' || page.kind === 'failed';
}
