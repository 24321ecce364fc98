/** A connector for plain places: a high-water mark by the server's clock, overlap, keyset pages. */
import * as z from 'zod/mini';
import { isoTime } from '@/lib/core/clock';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import { sealItem } from '@/lib/model/seal-item';
import type { Connector, ConnectorPorts, PullBatch, SweepBatch } from '@/lib/sources/contract';
import { paragraph } from '@/tests/support/items';
import { readCursor, writeCursor } from '@/lib/sources/cursor';
import { requestJson } from '@/lib/sources/read-json';

const OVERLAP = 10 * 60_000;

const positionSchema = z.object({
  since: z.number(),
  after: z.number(),
  began: z.nullable(z.number()),
});
const rowSchema = z.object({
  id: z.number(),
  title: z.string(),
  updatedAt: z.number(),
  isGone: z.boolean(),
});
const changesSchema = z.object({ rows: z.array(rowSchema), total: z.number() });
const idsSchema = z.object({ rows: z.array(z.object({ id: z.number() })) });

type Ports = Pick<ConnectorPorts, 'http' | 'now'>;

export function createPlainConnector(sourceId: string, origin: string, ports: Ports): Connector {
  const idOf = (id: number) => `${sourceId}:article:${id}`;
  const toItem = (row: z.infer<typeof rowSchema>): Promise<Item> =>
    sealItem({
      id: idOf(row.id),
      sourceId,
      kind: 'article',
      title: row.title,
      url: `${origin}/${row.id}`,
      locale: 'en',
      products: [],
      labels: [],
      visibility: 'public',
      updatedAt: new Date(row.updatedAt).toISOString(),
      syncedAt: isoTime(ports.now),
      blocks: [paragraph(`All about ${row.title}`)],
    });

  async function pull(cursor: string | null, signal: AbortSignal): Promise<Result<PullBatch>> {
    const at = readCursor(cursor, positionSchema) ?? { since: 0, after: 0, began: null };
    const url = `${origin}/changes?since=${at.since}&after=${at.after}`;
    const answer = await requestJson(ports.http, { url, why: 'changes' }, changesSchema, signal);
    if (!answer.ok) return answer;
    const { value, response } = answer.value;
    const began = at.began ?? Date.parse(response.servedAt);
    const last = value.rows.at(-1);
    const next = last
      ? { since: last.updatedAt, after: last.id, began }
      : { since: began - OVERLAP, after: 0, began: null };
    return ok({
      upserts: await Promise.all(value.rows.filter(({ isGone }) => !isGone).map(toItem)),
      deletes: value.rows.filter(({ isGone }) => isGone).map(({ id }) => idOf(id)),
      skipped: [],
      cursor: writeCursor(next),
      done: last === undefined,
      total: value.total,
    });
  }

  async function sweep(cursor: string | null, signal: AbortSignal): Promise<Result<SweepBatch>> {
    const url = `${origin}/ids?after=${cursor ?? 0}`;
    const answer = await requestJson(ports.http, { url, why: 'ids' }, idsSchema, signal);
    if (!answer.ok) return answer;
    const { rows } = answer.value.value;
    const ids = rows.map(({ id }) => idOf(id));
    return ok({ ids, cursor: String(rows.at(-1)?.id ?? cursor), done: rows.length === 0 });
  }

  return {
    kind: 'site',
    pull,
    sweep,
    check: (signal) =>
      pull(null, signal).then((read) => (read.ok ? ok({ name: origin }) : fail(read.fault))),
  };
}
