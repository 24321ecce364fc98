/** The set-up as a file: every source's kind, name and settings, never a secret. */
import type { Services } from '@/lib/app/background/services';
import { addDraft, markOf } from '@/lib/app/background/sources/drafts';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { MessageResponse } from '@/lib/messaging/contract';
import type { Handlers } from '@/lib/messaging/router';
import { sourceKindSchema } from '@/lib/model/source';
import { settingsSchema, type TakenIn } from '@/lib/model/source-draft';
import { cadenceOf, configure, secretsOf } from '@/lib/sources/registry';
import * as z from 'zod/mini';

type TransferHandlers = Pick<Handlers, 'source.exportAll' | 'source.importAll'>;

const FORMAT = 'trivet-sources';
const VERSION = 1;

const fileSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  sources: z.array(z.unknown()),
});
const entrySchema = z.object({
  kind: sourceKindSchema,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  settings: settingsSchema,
});

export function createTransfer(services: Services): TransferHandlers {
  return {
    'source.exportAll': () => exportAll(services),
    async 'source.importAll'({ text }) {
      const taken = await importAll(services, text);
      if (taken.ok) services.scheduler.wake();
      return taken;
    },
  };
}

async function exportAll({ store }: Services): Promise<Result<{ text: string }>> {
  const rows = await store.listRows();
  if (!rows.ok) return rows;
  const sources = rows.value
    .filter(({ kind, phase }) => phase !== 'purge' && isConnected(kind))
    .toSorted((a, b) => a.addedAt.localeCompare(b.addedAt))
    .map(({ kind, name, settings }) => ({ kind, name, settings }));
  return ok({ text: JSON.stringify({ format: FORMAT, version: VERSION, sources }, null, 2) });
}

async function importAll(
  services: Services,
  text: string,
): Promise<Result<MessageResponse<'source.importAll'>>> {
  const entries = readEntries(text);
  if (entries === null) return fail(fault('bad-message', { why: 'no set-up of sources' }));
  const rows = await services.store.listRows();
  if (!rows.ok) return rows;
  const there = rows.value.filter(({ phase }) => phase !== 'purge');
  const marks = new Set(await Promise.all(there.map((row) => markOf(row.kind, row.settings))));
  const added: TakenIn[] = [];
  let known = 0;
  let unusable = 0;
  for (const entry of entries) {
    const parsed = entrySchema.safeParse(entry);
    if (!parsed.success || !isConnected(parsed.data.kind)) {
      unusable += 1;
      continue;
    }
    // oxlint-disable-next-line no-await-in-loop -- a handful, and each may be there already
    const taken = await takeIn(services, parsed.data, marks);
    if (!taken.ok && taken.fault.kind === 'bad-message') unusable += 1;
    else if (!taken.ok) return taken;
    else if (taken.value === null) known += 1;
    else added.push(taken.value);
  }
  return ok({ added, known, unusable });
}

/** Null when it is there already. */
async function takeIn(
  services: Services,
  { kind, name, settings }: z.infer<typeof entrySchema>,
  marks: Set<string>,
): Promise<Result<TakenIn | null>> {
  const configured = configure(kind, settings);
  if (!configured.ok) return configured;
  const mark = await markOf(kind, settings);
  if (marks.has(mark)) return ok(null);
  marks.add(mark);
  const source = await addDraft(services, { kind, settings, secrets: {} }, name);
  if (!source.ok) return source;
  const lacking = secretsOf(kind).filter(({ required }) => required);
  return ok({
    id: source.value.id,
    name: source.value.name,
    secrets: lacking.map((field) => field.name),
    origins: configured.value.origins,
  });
}

function readEntries(text: string): unknown[] | null {
  try {
    const parsed = fileSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.sources : null;
  } catch {
    return null;
  }
}

function isConnected(kind: z.infer<typeof sourceKindSchema>): boolean {
  return kind !== 'sample' && cadenceOf(kind) !== null;
}
