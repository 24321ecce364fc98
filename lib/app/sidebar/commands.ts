/** Obeys the browser-wide keys that the page passes on. */
import type { SidebarStore } from '@/lib/app/sidebar/store';
import type { Command } from '@/lib/messaging/page-contract';

interface CommandParts {
  store: SidebarStore;
  focusDocument: () => void;
  insert: (id: string, form: 'link' | 'passage') => Promise<void>;
}

/** Inserting acts on what is in sight: the preview, else the selected suggestion. */
export function createCommands({ store, focusDocument, insert }: CommandParts) {
  const target = (): string | null => {
    const { preview, search, selectedId } = store.getState();
    if (preview.status === 'open') return preview.item.id;
    if (preview.status !== 'closed') return preview.head.id;
    return search.status === 'closed' ? selectedId : null;
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
      // The dock opens and closes itself.
      case 'toggle-sidebar':
        break;
    }
  };
}
