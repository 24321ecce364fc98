/** Copies an item's passage and link, for whenever inserting is not the way. */
import { copyContent } from '@/lib/app/sidebar/insert-content';
import type { SidebarParts } from '@/lib/app/sidebar/parts';
import type { Signals } from '@/lib/app/sidebar/signals';
import type { SidebarStore } from '@/lib/app/sidebar/store';
import { answeringBlocks, findHead } from '@/lib/app/sidebar/targets';
import { decisionTicket } from '@/lib/app/sidebar/signal-key';
import type { Result } from '@/lib/core/result';
import type { ItemHead } from '@/lib/model/item';

interface CopyParts extends Pick<SidebarParts, 'background' | 'writeClipboard'> {
  store: SidebarStore;
  signals: Signals;
}

export function createCopying(parts: CopyParts): (id: string) => Promise<void> {
  const { store, background, signals, writeClipboard } = parts;

  async function write(head: ItemHead): Promise<Result<null>> {
    const blocks = await answeringBlocks(store.getState(), head, background);
    if (!blocks.ok) return blocks;
    const { html, text } = copyContent(head, blocks.value);
    return writeClipboard({ html, text });
  }

  return async (id) => {
    const state = store.getState();
    const head = findHead(state, id);
    if (state.busy !== null || head === null) return;
    const about = decisionTicket(state);
    store.setState({ busy: { itemId: id, action: 'copy' } });
    const copied = await write(head);
    store.setState({ busy: null });
    if (copied.ok) {
      if (about !== null) signals.recordDecision('copied', about, id);
      store.setState({ toast: { kind: 'copied', title: head.title } });
    } else {
      const isRefused = copied.fault.kind === 'clipboard-refused';
      store.setState({
        toast: { kind: 'fault', fault: copied.fault, copyId: isRefused ? id : null },
      });
    }
  };
}
