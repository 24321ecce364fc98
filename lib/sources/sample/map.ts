/** Sample records as items. */
import { markdownToBlocks } from '@/lib/convert/markdown';
import type { Block } from '@/lib/model/block';
import type { IssueFacts, StatusCategory } from '@/lib/model/issue-facts';
import type { Item, Visibility } from '@/lib/model/item';
import { visibilitySchema } from '@/lib/model/visibility';
import { sealItem } from '@/lib/model/seal-item';
import type { ArticleRecord, IncidentRecord, IssueRecord } from '@/lib/sources/sample/records';

export const SAMPLE_SOURCE_ID = 'sample';

const HELP_CENTRE = 'https://help.fernway.example/hc';
const TRACKER = 'https://tracker.fernway.example/browse';

const HELP_LOCALES = { en: 'en-us', de: 'de' } as const;

/** The tracker's words for an incident, as the categories of issues. */
const INCIDENT_CATEGORIES: Record<IncidentRecord['status'], StatusCategory> = {
  investigating: 'open',
  identified: 'in-progress',
  monitoring: 'in-progress',
  resolved: 'fixed',
};

/** An article; `syncedAt` is when its file was read. */
export async function mapArticle(
  record: ArticleRecord,
  locale: 'en' | 'de',
  syncedAt: string,
): Promise<Item> {
  const base = `${HELP_CENTRE}/${HELP_LOCALES[locale]}/articles/`;
  return sealItem({
    ...common(`article:${record.id}:${locale}`, record, syncedAt),
    kind: 'article',
    url: base + record.id,
    locale,
    labels: strings([record.section, ...record.labels]),
    visibility: toVisibility(record.visibility),
    blocks: markdownToBlocks(record.body, { baseUrl: base }),
  });
}

export async function mapIssue(record: IssueRecord, syncedAt: string): Promise<Item> {
  return sealItem({
    ...common(`issue:${record.key}`, record, syncedAt),
    kind: 'issue',
    key: record.key,
    url: `${TRACKER}/${encodeURIComponent(record.key)}`,
    locale: 'en',
    labels: strings(record.labels),
    visibility: toVisibility(record.visibility),
    issue: issueFacts(record, syncedAt),
    blocks: markdownToBlocks(record.description),
  });
}

export async function mapIncident(record: IncidentRecord, syncedAt: string): Promise<Item> {
  return sealItem({
    ...common(`incident:${record.id}`, record, syncedAt),
    kind: 'incident',
    url: record.url,
    locale: 'en',
    labels: [record.impact],
    // A status page is read by everyone.
    visibility: 'public',
    issue: incidentFacts(record, syncedAt),
    blocks: record.updates.toReversed().flatMap(updateBlocks),
  });
}

/** The latest news first: heading, then what was written. */
function updateBlocks(update: IncidentRecord['updates'][number]): Block[] {
  const time = new Date(update.at).toISOString().slice(0, 16).replace('T', ' ');
  const status = update.status.charAt(0).toUpperCase() + update.status.slice(1);
  return [
    { type: 'heading', level: 3, text: [{ text: `${status} – ${time} UTC` }] },
    ...markdownToBlocks(update.text),
  ];
}

function issueFacts(record: IssueRecord, asOf: string): IssueFacts {
  return {
    category: record.statusCategory,
    rawStatus: record.status,
    ...(record.fixVersion === null ? {} : { fixVersion: record.fixVersion }),
    ...(record.fixDate === null ? {} : { fixDate: record.fixDate }),
    ...(record.duplicateOf === null
      ? {}
      : {
          duplicateOf: record.duplicateOf,
          originalId: `${SAMPLE_SOURCE_ID}:issue:${record.duplicateOf}`,
        }),
    ...workaroundOf(record),
    affectedVersions: strings(record.affectedVersions),
    components: strings(record.components),
    linkedTickets: record.linkedTicketCount,
    createdAt: new Date(record.createdAt).toISOString(),
    asOf,
  };
}

function incidentFacts(record: IncidentRecord, asOf: string): IssueFacts {
  return {
    category: INCIDENT_CATEGORIES[record.status],
    rawStatus: record.status,
    ...(record.resolvedAt === null ? {} : { fixDate: record.resolvedAt }),
    ...workaroundOf(record),
    affectedVersions: [],
    components: [],
    linkedTickets: 0,
    createdAt: new Date(record.startedAt).toISOString(),
    asOf,
  };
}

function workaroundOf({ workaround }: { workaround: string | null }): {
  workaround?: Block[];
} {
  const blocks = workaround === null ? [] : markdownToBlocks(workaround);
  return blocks.length === 0 ? {} : { workaround: blocks };
}

function common(
  id: string,
  record: { title: string; products: (string | number)[]; updatedAt: string },
  syncedAt: string,
) {
  return {
    id: `${SAMPLE_SOURCE_ID}:${id}`,
    sourceId: SAMPLE_SOURCE_ID,
    title: record.title,
    products: strings(record.products),
    updatedAt: new Date(record.updatedAt).toISOString(),
    syncedAt,
  };
}

/** A word we do not know is not taken for `public`. */
function toVisibility(word: string): Visibility {
  const known = visibilitySchema.safeParse(word);
  return known.success ? known.data : 'unknown';
}

function strings(words: readonly (string | number)[]): string[] {
  return [...new Set(words.map(String))];
}
