/** What an agent tells a source to do, and its set-up as a file. */
import { changePlaces, type SourceParts } from '@/lib/app/options/sources/parts';
import type { PlacesActions, SourceCommand, TransferState } from '@/lib/app/stores/sources-state';
import type { Result } from '@/lib/core/result';

type CommandActions = Pick<PlacesActions, 'commandSource' | 'exportSources' | 'importSources'>;

const EXPORT_NAME = 'trivet-sources.json';
/** More than any list of sources needs; the background refuses more. */
const MOST_BYTES = 1_000_000;

export function createCommands(parts: SourceParts): CommandActions {
  const { background, store } = parts;
  const transfer = (state: TransferState): void => changePlaces(parts, { transfer: state });
  const isBusy = (): boolean => store.getState().places.transfer.status === 'busy';

  async function run(id: string, command: SourceCommand): Promise<Result<null>> {
    switch (command) {
      case 'pause':
        return background.send('source.pause', { id });
      case 'resume':
        return background.send('source.resume', { id });
      case 'cancel':
        return background.send('source.cancel', { id });
      case 'check-all':
        return background.send('source.syncNow', { id, isFull: true });
      case 'sync':
      case 'allow':
        return background.send('source.syncNow', { id, isFull: false });
    }
  }

  return {
    async commandSource(sourceId, command) {
      const { sources, places } = store.getState();
      const source = sources.find(({ id }) => id === sourceId);
      if (source === undefined || places.command !== null) return;
      // Before anything is awaited: browsers count the click only until then.
      const permission = command === 'allow' ? parts.askOrigins(source.origins) : null;
      changePlaces(parts, { command: { sourceId, name: command } });
      if (permission === null || (await permission)) {
        const done = await run(sourceId, command);
        if (!done.ok) store.setState({ notice: { kind: 'fault', fault: done.fault } });
        await parts.readSources();
      }
      changePlaces(parts, { command: null });
    },
    async exportSources() {
      if (isBusy()) return;
      transfer({ status: 'busy' });
      const text = await background.send('source.exportAll', {});
      if (!text.ok) return transfer({ status: 'failed', fault: text.fault });
      parts.saveFile(EXPORT_NAME, text.value.text);
      transfer({ status: 'saved' });
    },
    async importSources(file) {
      if (isBusy()) return;
      transfer({ status: 'busy' });
      const text = file.size > MOST_BYTES ? null : await file.text().catch(() => null);
      if (text === null) return transfer({ status: 'unreadable' });
      const taken = await background.send('source.importAll', { text });
      if (taken.ok) transfer({ status: 'taken-in', ...taken.value });
      else if (taken.fault.kind === 'bad-message') transfer({ status: 'unreadable' });
      else transfer({ status: 'failed', fault: taken.fault });
      await parts.readSources();
    },
  };
}
