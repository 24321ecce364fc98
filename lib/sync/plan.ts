/** What there is to do, decided from what is stored alone: so any restart comes to the same plan. */
import type { SourceProgress } from '@/lib/sync/ports';

export interface SyncTask {
  kind: 'purge' | 'pull' | 'restart' | 'sweep';
  source: SourceProgress;
}

/** Deletions first: they make room, and nobody waits for what was removed. */
const ORDER: SyncTask['kind'][] = ['purge', 'sweep', 'pull', 'restart'];

/** The tasks for these sources; none when all have been read by this version of the extension. */
export function planSync(sources: readonly SourceProgress[], version: string): SyncTask[] {
  return sources
    .flatMap((source) => {
      const kind = taskFor(source, version);
      return kind === null ? [] : [{ kind, source }];
    })
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

function taskFor(source: SourceProgress, version: string): SyncTask['kind'] | null {
  switch (source.phase) {
    case 'purge':
    case 'sweep':
    case 'pull':
      return source.phase;
    case 'idle':
      // The sample comes with the extension, so another version may hold another sample.
      return source.kind === 'sample' && source.readBy !== version ? 'restart' : null;
  }
}
