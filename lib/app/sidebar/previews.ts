/** Shows an item whole: its head at once, its body when it has been read. */
import { askPatiently, type BackgroundClient } from '@/lib/app/background-client';
import type { Rechecks } from '@/lib/app/sidebar/rechecks';
import type { Signals } from '@/lib/app/sidebar/signals';
import { signalKey } from '@/lib/app/sidebar/signal-key';
import type { SidebarStore } from '@/lib/app/sidebar/store';
import type { ItemHead } from '@/lib/model/item';

export interface Previews {
  open: (head: ItemHead) => Promise<void>;
  close: () => void;
  /** An item being read is not wanted any more. */
  cancel: () => void;
}

interface PreviewParts {
  rechecks: Rechecks;
  store: SidebarStore;
  background: BackgroundClient;
  signals: Signals;
}

export function createPreviews({ store, background, signals, rechecks }: PreviewParts): Previews {
  let turn = 0;
  return {
    async open(head) {
      const mine = ++turn;
      store.setState({ preview: { status: 'loading', head } });
      const key = signalKey(store.getState());
      if (key !== null) signals.record('opened', key, head.id);
      void rechecks.ask(head);
      const item = await askPatiently(() => background.send('item.read', { id: head.id }));
      if (mine !== turn) return;
      store.setState({
        preview: item.ok
          ? { status: 'open', item: item.value }
          : { status: 'failed', head, fault: item.fault },
      });
    },
    close() {
      turn += 1;
      store.setState({ preview: { status: 'closed' } });
    },
    cancel() {
      turn += 1;
    },
  };
}
