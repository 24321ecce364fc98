/**
 * Snapshots: what one commit holds, opened. A search keeps its snapshot while others are committed; the
 * files of a snapshot that nobody reads any more are removed after the next commit.
 */
import { ok, type Result } from '@/lib/core/result';
import type { BlockCache } from '@/lib/search/blocks/block-cache';
import type { Commit, CommittedSegment, SegmentStore } from '@/lib/search/contract';
import { liveDocuments, openSegment, type LiveSegment } from '@/lib/search/segment/segment';

export interface Snapshot {
  generation: number;
  segments: LiveSegment[];
  /** Searches that read from it now. */
  readers: number;
}

/** Opens the last commit; when another comes in between and takes its files away, that one. */
export async function openSnapshot(
  store: SegmentStore,
  cache: BlockCache,
): Promise<Result<Snapshot>> {
  for (;;) {
    const commit = await store.readCommit();
    if (!commit.ok) return commit;
    const { generation, segments: entries } = commit.value ?? { generation: 0, segments: [] };
    const segments = await openSegments(store, cache, entries);
    if (segments.ok) return ok({ generation, segments: segments.value, readers: 0 });
    const now = await store.readCommit();
    if (!now.ok || (now.value?.generation ?? 0) === generation) return segments;
  }
}

async function openSegments(
  store: SegmentStore,
  cache: BlockCache,
  entries: readonly CommittedSegment[],
): Promise<Result<LiveSegment[]>> {
  const segments: LiveSegment[] = [];
  const opening = entries.map((entry) => openSegment(store, cache.open(entry.name), entry));
  for (const opened of await Promise.all(opening)) {
    if (!opened.ok) return opened;
    segments.push(opened.value);
  }
  return ok(segments);
}

export function toCommit({ generation, segments }: Snapshot): Commit {
  return { generation, segments: segments.map(toEntry) };
}

/** Its line in the directory. */
export function toEntry({ segment, deletions, deletionsFile }: LiveSegment): CommittedSegment {
  return {
    name: segment.name,
    documents: segment.documents,
    deleted: deletions.documents.length,
    deletions: deletionsFile,
  };
}

/** The files it is made of. */
export function filesOf(segments: readonly LiveSegment[]): string[] {
  return segments.map(toEntry).flatMap(filesOfEntry);
}

/** The files that the directory names. */
export function namedFiles(commit: Commit | null): string[] {
  return commit?.segments.flatMap(filesOfEntry) ?? [];
}

function filesOfEntry({ name, deletions }: CommittedSegment): string[] {
  return deletions === null ? [name] : [name, deletions];
}

export function countLive({ segments }: Snapshot): number {
  return segments.reduce((sum, live) => sum + liveDocuments(live), 0);
}
