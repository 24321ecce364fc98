/** Takes what the page tells into the store; a ticket that leaves takes all that was about it along. */
import type { Answers } from '@/lib/app/sidebar/answers';
import type { PageLinkEvents } from '@/lib/app/sidebar/page-link';
import { NO_TICKET_STATE, type SidebarStore } from '@/lib/app/sidebar/store';
import type { PageState } from '@/lib/model/page-state';

export interface PageFollower extends Pick<PageLinkEvents, 'onTab' | 'onLine'> {
  show: (page: PageState) => void;
  /** Clears all that is about the ticket from sight, but goes on following it. */
  clear: () => void;
  /** Forgets the ticket: when it is shown again, it is new. */
  drop: () => void;
}

interface FollowerParts {
  store: SidebarStore;
  answers: Answers;
  /** Called when all about a ticket is cleared: what is under way for it is not wanted any more. */
  onClear: () => void;
}

export function createPageFollower({ store, answers, onClear }: FollowerParts): PageFollower {
  let front = frontOf({ kind: 'none' });
  let origin: string | null = null;

  function clear(): void {
    store.setState({ ...NO_TICKET_STATE, dismissed: [] });
    onClear();
  }

  function drop(): void {
    answers.drop();
    clear();
  }

  function show(page: PageState): void {
    store.setState({ page });
    // Which ticket comes next is not known yet, and it may be the same one.
    if (page.kind === 'switching') return;
    const isElsewhere = page.kind === 'ticket' && origin !== null && origin !== page.ticket.origin;
    if (frontOf(page) !== front || isElsewhere) {
      front = frontOf(page);
      drop();
    }
    origin = page.kind === 'ticket' ? page.ticket.origin : origin;
    if (page.kind === 'ticket') answers.follow(page.ticket);
  }

  return {
    show,
    clear,
    drop,
    onTab() {
      store.setState({ page: { kind: 'none' } });
      front = frontOf({ kind: 'none' });
      origin = null;
      drop();
    },
    onLine(line) {
      const connection = line === 'nobody' ? 'connected' : line;
      if (store.getState().connection !== connection) store.setState({ connection });
      if (line === 'nobody') show({ kind: 'none' });
    },
  };
}

/** Equal for states that are about the same thing in front. */
function frontOf(page: PageState): string {
  switch (page.kind) {
    case 'loading':
      return `ticket ${page.id}`;
    case 'ticket':
      return `ticket ${page.ticket.id}`;
    case 'failed':
      return `failed ${page.id}`;
    case 'none':
    case 'new':
    case 'switching':
      return page.kind;
  }
}
