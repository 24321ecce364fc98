/** Every measured engine answers, takes new documents, and answers the same from what it saved. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Peer, Surroundings } from '@/tests/bench/peers/contract';
import { PEERS } from '@/tests/bench/peers/registry';
import type { SpeedQuery } from '@/tests/bench/speed-queries';
import { trivet } from '@/tests/bench/speed-trivet';
import { openDocuments, readWorkspace, writeWorkspace } from '@/tests/bench/speed-workspace';
import type { DataDocument, DataSet } from '@/tests/support/data-set';

const TOPICS = [
  'printer',
  'invoice',
  'scanner',
  'discount',
  'voucher',
  'drawer',
  'terminal',
  'export',
];
const reports: DataDocument[] = TOPICS.flatMap((topic, at) => [
  { id: `a${at}`, title: `Set up the ${topic}`, body: `How a ${topic} is connected and tested.` },
  { id: `b${at}`, title: `Something about ${at}`, body: `Shops with one ${topic} call it a day.` },
]);
const ticket = {
  id: 'q',
  title: 'Set up scanner',
  body: 'Since this morning our scanner beeps, and nothing else happens.',
  split: 'test' as const,
};
const set: DataSet = { name: 'shop', documents: reports, queries: [ticket], answers: new Map() };

describe.each([trivet, ...PEERS].map((peer) => [peer.name, peer] as const))(
  '%s',
  (_, peer: Peer) => {
    let folder: string;
    let surroundings: Surroundings;
    let query: SpeedQuery;

    beforeAll(() => {
      folder = mkdtempSync(path.join(tmpdir(), 'trivet-peer-'));
      const { queries } = writeWorkspace(folder, [set], { documents: 12, fresh: 4, tickets: 1 });
      query = queries[0]!;
      surroundings = { scratch: path.join(folder, 'scratch'), workspace: folder };
      mkdirSync(surroundings.scratch);
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it('finds, saves, loads, and takes more', async () => {
      const { documents, fresh } = readWorkspace(folder);
      const reader = openDocuments(folder);
      const first = reader.read(0, documents);
      const more = reader.read(documents, documents + fresh);
      reader.close();
      const index = await peer.create(surroundings);
      await index.add(peer.canAdd ? first : [...first, ...more]);
      if (peer.canAdd) await index.add(more);
      await index.finish?.();
      const wanted = [...first, ...more].find(({ title }) => title === 'Set up the scanner')!.id;
      const saved = path.join(folder, 'saved');
      mkdirSync(saved);
      await index.save(saved);
      const again = await peer.load(saved, surroundings);
      for (const form of peer.forms) {
        const found = await index.search(query, form, 3);
        expect(found[0]).toBe(wanted);
        expect(await again.search(query, form, 3)).toEqual(found);
      }
    });
  },
);
