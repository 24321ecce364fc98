/**
 * Follows the versions that issues are fixed in. When a version is released or its date moves,
 * trackers do not touch its issues: a walk by their last change would never see that a fix is out.
 * So the versions are compared at each reading, and the issues of those that changed read again.
 */
import * as z from 'zod/mini';
import { ok, type Result } from '@/lib/core/result';
import { cut } from '@/lib/core/text';
import type { Cursor, PullBatch } from '@/lib/sources/contract';
import { readCursor, writeCursor } from '@/lib/sources/cursor';
import { pullChanged, type ReadPage, type WalkOptions } from '@/lib/sources/tracker/walk';

/** One page of a version's issues. */
export type VersionPage = Pick<ReadPage, 'upserts' | 'deletes' | 'skipped' | 'next'>;

export interface Versions {
  /** By the connector's name for a version: a text that changes with whatever issues show of it. */
  list(): Promise<Result<Map<string, string>>>;
  read(version: string, page: string | null): Promise<Result<VersionPage>>;
}

const knownSchema = z.array(z.tuple([z.string(), z.string()]));
const stateSchema = z.object({
  walk: z.string(),
  /** The versions as all issues show them. */
  seen: z.optional(knownSchema),
  /** The versions as they were when the walk that is under way began. */
  begun: z.optional(knownSchema),
  /** Versions whose issues are still to be read again. */
  late: z.optional(z.object({ queue: z.array(z.string()), page: z.nullable(z.string()) })),
});
type State = z.infer<typeof stateSchema>;
type Known = z.infer<typeof knownSchema>;

/** They stand in every cursor; a project has a few dozen. */
const MOST_VERSIONS = 1_000;
const LONGEST = 100;

/** The next step of a walk that ends with the issues of changed versions; see `pullChanged`. */
export async function pullWithVersions(
  cursor: Cursor | null,
  options: WalkOptions,
  versions: Versions,
): Promise<Result<PullBatch>> {
  const state = readCursor(cursor, stateSchema);
  const [version] = state?.late?.queue ?? [];
  if (state !== null && version !== undefined) return pullVersion(state, version, versions);
  const begun = state?.begun === undefined ? await listKnown(versions) : ok(state.begun);
  if (!begun.ok) return begun;
  const step = await pullChanged(state?.walk ?? null, options);
  if (!step.ok) return step;
  const { cursor: walk, done } = step.value;
  if (!done) {
    const next: State = { walk, seen: state?.seen, begun: begun.value };
    return ok({ ...step.value, cursor: writeCursor(next) });
  }
  const queue = changedVersions(state?.seen ?? [], begun.value);
  const end: State = { walk, seen: begun.value };
  if (queue.length === 0) return ok({ ...step.value, cursor: writeCursor(end) });
  const late: State = { ...end, late: { queue, page: null } };
  return ok({ ...step.value, done: false, cursor: writeCursor(late) });
}

async function pullVersion(
  state: State,
  version: string,
  versions: Versions,
): Promise<Result<PullBatch>> {
  const page = state.late?.page ?? null;
  const read = await versions.read(version, page);
  if (!read.ok) return read;
  const { upserts, deletes, skipped, next } = read.value;
  const rest = state.late?.queue.slice(1) ?? [];
  const goesOn = next !== null && next !== page;
  const { walk, seen } = state;
  const done = !goesOn && rest.length === 0;
  const late = goesOn ? { queue: [version, ...rest], page: next } : { queue: rest, page: null };
  const after: State = done ? { walk, seen } : { walk, seen, late };
  return ok({ upserts, deletes, skipped, done, cursor: writeCursor(after) });
}

async function listKnown(versions: Versions): Promise<Result<Known>> {
  const listed = await versions.list();
  if (!listed.ok) return listed;
  const known = [...listed.value].slice(0, MOST_VERSIONS);
  return ok(known.map(([id, text]): [string, string] => [id, cut(text, LONGEST)]));
}

/** One that is new has only issues that were touched when they were put into it. */
function changedVersions(before: Known, now: Known): string[] {
  const known = new Map(before);
  return now.filter(([id, text]) => known.has(id) && known.get(id) !== text).map(([id]) => id);
}
