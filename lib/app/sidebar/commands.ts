/** Obeys the browser-wide keys that the page passes on. */
import type { SidebarStore } from '@/lib/app/sidebar/store';
import { findHead } from '@/lib/app/sidebar/targets';
import { shownList } from '@/lib/app/stores/visible-suggestions';
import type { Command } from '@/lib/messaging/page-contract';
import type { ItemHead } from '@/lib/model/item';
import { isLinkable } from '@/lib/model/link-of-item';

interface CommandParts {
  store: SidebarStore;
  focusDocument: () => void;
  insert: (id: string, form: 'link' | 'passage') => Promise<void>;
  link: (item: ItemHead) => Promise<void>;
}

/** Inserting acts on what is in sight: the preview, else the selected suggestion. */
export function createCommands({ store, focusDocument, insert, link }: CommandParts) {
  const target = (): string | null => {
    const { preview, search, selectedId } = store.getState();
    if (preview.status === 'open') return preview.item.id;
    if (preview.status !== 'closed') return preview.head.id;
    return search.status === 'closed' ? selectedId : null;
  };
  /** The issue in sight that is meant: the target if it is one, else the known issue on top. */
  const issue = (id: string | null): ItemHead | null => {
    const state = store.getState();
    const head = id === null ? null : findHead(state, id);
    if (head !== null && isLinkable(head)) return head;
    return state.preview.status === 'closed'
      ? (shownList(state.answer)?.knownIssue?.item ?? null)
      : null;
  };
  return (command: Command): void => {
    const id = target();
    switch (command) {
      case 'focus-sidebar':
        focusDocument();
        break;
      case 'insert-link':
        if (id !== null) void insert(id, 'link');
        break;
      case 'insert-passage':
        if (id !== null) void insert(id, 'passage');
        break;
      case 'link-issue': {
        const item = issue(id);
        focusDocument();
        if (item !== null) void link(item);
        break;
      }
      // The dock opens and closes itself.
      case 'toggle-sidebar':
        break;
    }
  };
}
