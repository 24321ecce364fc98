/** The sidebar's store, and what it holds before anything is known. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SidebarState } from '@/lib/app/stores/sidebar-state';

export type SidebarStore = StoreApi<SidebarState>;

/** All that belongs to the ticket in front; none of it may outlive the ticket there. */
export const NO_TICKET_STATE = {
  answer: { status: 'idle' },
  dismissed: [],
  selectedId: null,
  preview: { status: 'closed' },
  search: { status: 'closed' },
  link: { status: 'closed' },
  linkedTickets: null,
  readyReplies: {},
  toast: null,
} as const satisfies Partial<Record<keyof SidebarState, unknown>>;

export function createSidebarStore(
  surface: SidebarState['surface'],
  online: boolean,
): SidebarStore {
  return createStore<SidebarState>(() => ({
    ...NO_TICKET_STATE,
    dismissed: [],
    surface,
    connection: 'connecting',
    online,
    page: { kind: 'none' },
    // `empty` would offer to install something before we know that there is nothing.
    index: { state: 'ready', items: 0, indexed: 0 },
    rechecks: {},
    offer: { status: 'none' },
    trouble: null,
    report: null,
    busy: null,
  }));
}
