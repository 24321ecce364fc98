/** The sample source: reads the extension's own files, one file a step. */
import { isoTime, type Clock } from '@/lib/core/clock';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { Connector, Cursor, PullBatch, ReadText, SkippedRecord } from '@/lib/sources/contract';
import { SAMPLE_FILES, type SampleFile } from '@/lib/sources/sample/files';
import { mapArticle, mapIncident, mapIssue } from '@/lib/sources/sample/map';
import {
  incidentSchema,
  issueSchema,
  readArticles,
  readRecords,
  type Read,
} from '@/lib/sources/sample/records';

type Reading = Pick<PullBatch, 'upserts' | 'skipped'>;

/** Reads `SAMPLE_FILES` through `readText`; the cursor is the number of files done. */
export function createSampleConnector(readText: ReadText, now: Clock): Connector {
  async function readFile(file: SampleFile, signal: AbortSignal): Promise<Result<Reading>> {
    const text = await readText(file.path, signal);
    if (!text.ok) return text;
    return ok(await readItems(file, text.value, isoTime(now)));
  }

  return {
    kind: 'sample',
    async check(signal) {
      const first = await readText(SAMPLE_FILES[0]?.path ?? '', signal);
      return first.ok ? ok({ name: 'Sample' }) : first;
    },
    async pull(cursor, signal) {
      const at = position(cursor);
      const file = SAMPLE_FILES[at];
      if (file === undefined) return fail(fault('bad-response', { cursor: at }));
      const reading = await readFile(file, signal);
      if (!reading.ok) return reading;
      const next = at + 1;
      const done = next >= SAMPLE_FILES.length;
      return ok({ ...reading.value, deletes: [], cursor: String(next), done });
    },
    async sweep(_cursor, signal) {
      const ids: string[] = [];
      for (const file of SAMPLE_FILES) {
        const reading = await readFile(file, signal);
        if (!reading.ok) return reading;
        ids.push(...reading.value.upserts.map(({ id }) => id));
      }
      return ok({ ids, cursor: '', done: true });
    },
  };
}

/** A cursor of another version that points behind the end starts again. */
function position(cursor: Cursor | null): number {
  const at = Number(cursor ?? 0);
  return Number.isInteger(at) && at >= 0 && at < SAMPLE_FILES.length ? at : 0;
}

async function readItems(file: SampleFile, text: string, syncedAt: string): Promise<Reading> {
  switch (file.kind) {
    case 'articles': {
      const { locale } = file;
      return mapAll(file, readArticles(text), (record) => mapArticle(record, locale, syncedAt));
    }
    case 'issues': {
      const records = readRecords(text, issueSchema);
      return mapAll(file, records, (record) => mapIssue(record, syncedAt));
    }
    case 'incidents': {
      const records = readRecords(text, incidentSchema);
      return mapAll(file, records, (record) => mapIncident(record, syncedAt));
    }
  }
}

/** Maps what can be used; a record that cannot, or whose id came before, is named and left out. */
async function mapAll<T>(
  file: SampleFile,
  records: Read<T>[] | null,
  map: (record: T) => Promise<Item>,
): Promise<Reading> {
  if (records === null) return { upserts: [], skipped: [{ where: file.path, why: 'shape' }] };
  const upserts = new Map<string, Item>();
  const skipped: SkippedRecord[] = [];
  for (const read of records) {
    const where = `${file.path} #${read.at}`;
    if ('wrong' in read) {
      skipped.push({ where, why: 'shape', detail: read.wrong });
      continue;
    }
    const item = await map(read.record);
    if (upserts.has(item.id)) skipped.push({ where, why: 'repeated' });
    else upserts.set(item.id, item);
  }
  return { upserts: [...upserts.values()], skipped };
}
