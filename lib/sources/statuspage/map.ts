/** Incidents and planned maintenance of a status page as items. */
import { markdownToBlocks } from '@/lib/convert/markdown';
import type { Block } from '@/lib/model/block';
import type { StatusCategory } from '@/lib/model/issue-facts';
import type { Item } from '@/lib/model/item';
import { isoOf, oneLine, words } from '@/lib/sources/tracker/fields';
import { issueItem, type ReadingContext } from '@/lib/sources/tracker/issue-item';
import type { IncidentRecord, UpdateRecord } from '@/lib/sources/statuspage/records';

/** The page's words for an incident and for maintenance. */
const CATEGORIES: Record<string, StatusCategory> = {
  investigating: 'open',
  identified: 'in-progress',
  monitoring: 'in-progress',
  resolved: 'fixed',
  postmortem: 'fixed',
  scheduled: 'open',
  in_progress: 'in-progress',
  verifying: 'in-progress',
  completed: 'fixed',
};

/** `origin` is the page's own. */
export async function mapIncident(
  record: IncidentRecord,
  origin: string,
  context: ReadingContext,
): Promise<Item> {
  const updates = newestFirst(record.incident_updates);
  const isMaintenance = record.scheduled_for !== undefined;
  return issueItem(
    {
      kind: 'incident',
      id: record.id,
      title: record.name,
      url: addressOf(record, origin),
      blocks: updates.flatMap(updateBlocks),
      products: [],
      labels: [isMaintenance ? 'maintenance' : record.impact],
      // A status page is read by everyone; we read it as nobody.
      visibility: 'public',
      createdAt: record.scheduled_for ?? record.started_at ?? record.created_at,
      updatedAt: record.updated_at ?? updates[0]?.created_at ?? record.created_at,
      category: categoryOf(record),
      rawStatus: record.status,
      fixDate: fixDateOf(record),
      components: words([
        ...record.components.map(({ name }) => name),
        ...updates.flatMap((update) => update.affected_components.map(({ name }) => name)),
      ]),
    },
    context,
  );
}

/** True once it is over. */
export function isOver(record: IncidentRecord): boolean {
  return categoryOf(record) === 'fixed';
}

/** A word we do not know is an incident that goes on, unless the page says when it ended. */
function categoryOf({ status, resolved_at: resolvedAt }: IncidentRecord): StatusCategory {
  const word = status.toLowerCase();
  const known = Object.hasOwn(CATEGORIES, word) ? CATEGORIES[word] : undefined;
  return known ?? (resolvedAt === undefined ? 'open' : 'fixed');
}

function fixDateOf(record: IncidentRecord): string | undefined {
  const time = record.resolved_at ?? record.scheduled_until;
  return time === undefined ? undefined : isoOf(time);
}

function addressOf({ id, shortlink }: IncidentRecord, origin: string): string {
  const link = shortlink ?? '';
  return link.startsWith('https://') ? link : `${origin}/incidents/${encodeURIComponent(id)}`;
}

function newestFirst(updates: readonly UpdateRecord[]): UpdateRecord[] {
  const time = (update: UpdateRecord) => Date.parse(update.display_at ?? update.created_at);
  return updates.toSorted((a, b) => time(b) - time(a));
}

/** When and where it stood, then what was written: text, or the HTML that some pages allow. */
function updateBlocks(update: UpdateRecord): Block[] {
  const time = isoOf(update.display_at ?? update.created_at)
    .slice(0, 16)
    .replace('T', ' ');
  const status = oneLine(update.status, 60).replaceAll('_', ' ');
  const word = status.charAt(0).toUpperCase() + status.slice(1);
  return [
    { type: 'heading', level: 3, text: [{ text: `${word} – ${time} UTC` }] },
    ...markdownToBlocks(update.body ?? ''),
  ];
}
