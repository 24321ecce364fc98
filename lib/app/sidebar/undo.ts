/** What the toast on screen can take back. Another toast, or none, means that nothing can be. */
import type { SidebarStore } from '@/lib/app/sidebar/store';
import type { Toast } from '@/lib/app/stores/sidebar-state';

type TakeBack = () => Promise<void>;

export interface UndoOffer {
  /** Shows the toast; its undo button and key do `takeBack`. */
  show: (toast: Extract<Toast, { undo: true }>, takeBack: TakeBack) => void;
  /** Takes back what the toast offers, once. */
  undo: () => Promise<void>;
}

export function createUndoOffer(store: SidebarStore): UndoOffer {
  let offer: { toast: Toast; takeBack: TakeBack } | null = null;
  return {
    show(toast, takeBack) {
      offer = { toast, takeBack };
      store.setState({ toast });
    },
    async undo() {
      const taken = offer;
      offer = null;
      if (taken !== null && taken.toast === store.getState().toast) await taken.takeBack();
    },
  };
}
