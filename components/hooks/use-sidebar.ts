/** Hands the sidebar's state and actions to its components. */
import { createContext, useContext } from 'react';
import type { SidebarActions, SidebarState } from '@/lib/app/stores/sidebar-state';
import { required } from '@/lib/core/assert';

export interface SidebarAccess {
  state: SidebarState;
  actions: SidebarActions;
}

export const SidebarContext = createContext<SidebarAccess | null>(null);

export function useSidebar(): SidebarAccess {
  return required(useContext(SidebarContext), 'SidebarContext');
}
