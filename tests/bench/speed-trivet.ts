/** Ours as the benchmarks see it: the real suggester over the real engine, its index and its items on disk. */
import { cpSync } from 'node:fs';
import path from 'node:path';
import { ok } from '@/lib/core/result';
import type { Block } from '@/lib/model/block';
import type { Item } from '@/lib/model/item';
import type { Ticket } from '@/lib/model/ticket';
import type { SearchEngine } from '@/lib/search/contract';
import { createEngine } from '@/lib/search/engine';
import type { ItemReader } from '@/lib/suggest/contract';
import { searchFor } from '@/lib/suggest/first-stage';
import { buildQuery } from '@/lib/suggest/query';
import { toSearchDocument } from '@/lib/suggest/search-document';
import { MOST_IN_COMMIT } from '@/lib/sync/index-pending';
import { createSuggester } from '@/lib/suggest/suggester';
import type { Form, Peer, PeerIndex, Surroundings } from '@/tests/bench/peers/contract';
import { SOURCE_ID, type SpeedDocument } from '@/tests/bench/speed-corpus';
import { OURS } from '@/tests/bench/speed-jobs';
import type { SpeedQuery } from '@/tests/bench/speed-queries';
import { openDocuments } from '@/tests/bench/speed-workspace';
import { toDataTicket } from '@/tests/support/data-items';
import { createFolderSegmentStore } from '@/tests/support/folder-segment-store';
import { NO_EXPERIENCE } from '@/tests/support/node-suggester';
import { unwrap } from '@/tests/support/unwrap';

const FILES = 'index';
const SYNCED_AT = '2026-11-22T12:00:00.000Z';

export const trivet: Peer = {
  name: OURS,
  canAdd: true,
  forms: ['engine', 'raw', 'pruned'],
  create: (surroundings) => wrap(path.join(surroundings.scratch, FILES), surroundings),
  load: (folder, surroundings) => wrap(folder, surroundings),
};

function wrap(files: string, { workspace }: Surroundings): PeerIndex {
  const engine = createEngine(createFolderSegmentStore(files));
  const suggester = createSuggester({
    engine,
    items: readItemsOf(workspace),
    experience: NO_EXPERIENCE,
    now: () => new Date(),
  });
  const mergeDue = async (isQuiet = false): Promise<void> => {
    while (unwrap(await engine.merge(isQuiet))) continue;
  };
  return {
    async add(documents: readonly SpeedDocument[]) {
      for (let from = 0; from < documents.length; from += MOST_IN_COMMIT) {
        // Between commits, as the extension does it; what was added is found before.
        await mergeDue();
        const upserts = documents
          .slice(from, from + MOST_IN_COMMIT)
          .map((document) => toSearchDocument(toItem(document)));
        unwrap(await engine.apply({ upserts, deletes: [] }));
      }
    },
    finish: () => mergeDue(true),
    async search(query: SpeedQuery, form, limit) {
      if (form === 'engine') return searchEngine(engine, query);
      const list = unwrap(await suggester.suggest(toTicket(query, form)));
      const known = list.knownIssue === null ? [] : [list.knownIssue];
      return [...known, ...list.suggestions].slice(0, limit).map(({ item }) => item.id);
    },
    save: (folder) => cpSync(files, folder, { recursive: true }),
  };
}

/** The first stage alone. */
async function searchEngine(engine: SearchEngine, query: SpeedQuery): Promise<string[]> {
  const answer = unwrap(await searchFor(engine, buildQuery(toTicket(query, 'raw'))));
  return answer.lists.flat().map(({ id }) => id);
}

/** A pruned question as a ticket: the words of its subject in the subject, the others below. */
function toTicket(query: SpeedQuery, form: Form): Ticket {
  const ticket = toDataTicket({ ...query, split: 'test' });
  if (form !== 'pruned') return ticket;
  const title = query.title.toLowerCase();
  const words = query.pruned.map(({ word }) => word);
  const subject = words.filter((word) => title.includes(word)).join(' ');
  const text = words.filter((word) => !title.includes(word)).join(' ');
  const messages = ticket.messages.map((message) => ({ ...message, text }));
  return { ...ticket, subject, messages };
}

/** Reads items where the corpus stands; none of them is held. */
function readItemsOf(workspace: string): ItemReader {
  const reader = openDocuments(workspace);
  const numberOf = (id: string): number => Number(id.slice(id.lastIndexOf(':') + 1));
  return {
    readItems: (ids) =>
      Promise.resolve(
        ok(ids.flatMap((id) => reader.read(numberOf(id), numberOf(id) + 1)).map(toItem)),
      ),
  };
}

/** An item as an import makes it, but for markup: bodies are lines of text here. */
function toItem(document: SpeedDocument): Item {
  const { id, kind, title, body, created, product, component, version } = document;
  const words = (...all: string[]): string[] => all.filter((word) => word !== '');
  const blocks = body
    .split('\n')
    .filter((line) => line !== '')
    .map((text): Block => ({ type: 'paragraph', text: [{ text }] }));
  const item: Item = {
    id,
    sourceId: SOURCE_ID,
    kind,
    key: String(document.number),
    title,
    url: '',
    locale: 'en',
    products: words(product),
    labels: kind === 'issue' ? [] : words(component, version),
    visibility: 'public',
    updatedAt: created,
    syncedAt: SYNCED_AT,
    blocks,
    contentHash: id,
  };
  if (kind === 'article') return item;
  const issue = {
    category: 'open' as const,
    rawStatus: 'open',
    affectedVersions: words(version),
    components: words(component),
    linkedTickets: 0,
    createdAt: created,
    asOf: SYNCED_AT,
  };
  return { ...item, issue };
}
