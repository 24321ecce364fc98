/** Imports a file at the agent's wish, and tells when all of it can be found. */
import { importFile, type ImportEnd, type ImportParts } from '@/lib/app/options/import-file';
import type { OptionsStore } from '@/lib/app/options/options';
import type { ImportState, OptionsActions } from '@/lib/app/stores/options-state';
import { fault } from '@/lib/core/fault';
import type { IndexStatus } from '@/lib/model/source';

export interface Importing {
  importFile: OptionsActions['importFile'];
  cancel: () => void;
  /** The index has come further. */
  indexMoved: (status: IndexStatus) => void;
}

interface ImportingParts extends ImportParts {
  store: OptionsStore;
  /** Reads again what the import has changed. */
  onStored: () => Promise<void>;
}

export function createImporting(parts: ImportingParts): Importing {
  const { store, onStored } = parts;
  let stop: AbortController | null = null;

  async function run(
    file: File,
    isForCustomers: boolean,
    signal: AbortSignal,
  ): Promise<ImportState> {
    const tell = (read: Reading): void => {
      store.setState({ import: { status: 'reading', file: file.name, size: file.size, ...read } });
    };
    tell({ bytes: 0, items: 0, skipped: { count: 0, first: [] } });
    const end = await importFile(parts, { file, isForCustomers, signal, onProgress: tell });
    return stateAfter(end, file.name);
  }

  return {
    async importFile(file, { isForCustomers }) {
      if (store.getState().busy !== null) return;
      stop = new AbortController();
      store.setState({ busy: { action: 'import' }, notice: null });
      const after = await run(file, isForCustomers, stop.signal);
      store.setState({ import: after, busy: null });
      await onStored();
    },
    cancel() {
      stop?.abort();
    },
    indexMoved(status) {
      const now = store.getState().import;
      if (now.status !== 'indexing') return;
      if (status.state === 'failed') {
        const { file } = now;
        store.setState({ import: { status: 'failed', file, fault: fault('storage-broken') } });
      } else if (status.state === 'ready' && status.indexed >= status.items) {
        store.setState({ import: { ...now, status: 'done' } });
      }
    },
  };
}

type Reading = Pick<Extract<ImportState, { status: 'reading' }>, 'bytes' | 'items' | 'skipped'>;

function stateAfter(end: ImportEnd, file: string): ImportState {
  switch (end.kind) {
    case 'imported':
      return { status: 'indexing', file, items: end.source.items, skipped: end.skipped };
    case 'no-documents':
      return { status: 'no-documents', file, skipped: end.skipped };
    case 'unreadable':
      return { status: 'unreadable', file };
    case 'cancelled':
      return { status: 'cancelled', file };
    case 'fault':
      return { status: 'failed', file, fault: end.fault };
  }
}
