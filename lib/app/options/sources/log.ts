/** The request log: a page at a time, newest first, of all sources or of one. */
import { changePlaces, type SourceParts } from '@/lib/app/options/sources/parts';
import type { LogState, PlacesActions } from '@/lib/app/stores/sources-state';

type LogActions = Pick<PlacesActions, 'openLog' | 'readOlderLog' | 'clearLog' | 'closeLog'>;

export function createLog(parts: SourceParts): LogActions {
  const { background, store } = parts;
  const current = (): LogState => store.getState().places.log;
  const show = (log: LogState): void => changePlaces(parts, { log });
  let turn = 0;

  async function read(sourceId: string | null, before: LogState & { next?: number | null }) {
    const mine = ++turn;
    const entries = 'entries' in before ? before.entries : [];
    show({ status: 'loading', entries, next: before.next ?? null, sourceId });
    const page = await background.send('requestLog.read', {
      ...(sourceId === null ? {} : { sourceId }),
      ...(typeof before.next === 'number' ? { before: before.next } : {}),
    });
    if (mine !== turn) return;
    if (!page.ok) return show({ status: 'failed', fault: page.fault, sourceId });
    const { next } = page.value;
    show({ status: 'ready', entries: [...entries, ...page.value.entries], next, sourceId });
  }

  return {
    openLog: (sourceId) => read(sourceId, { status: 'closed' }),
    async readOlderLog() {
      const log = current();
      if (log.status === 'ready' && log.next !== null) await read(log.sourceId, log);
    },
    async clearLog() {
      const log = current();
      const cleared = await background.send('requestLog.clear', {});
      if (!cleared.ok) store.setState({ notice: { kind: 'fault', fault: cleared.fault } });
      else await read('sourceId' in log ? log.sourceId : null, { status: 'closed' });
    },
    closeLog() {
      turn += 1;
      show({ status: 'closed' });
    },
  };
}
