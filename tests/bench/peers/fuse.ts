/**
 * Fuse.js over titles, which is what it is for: it compares letter by letter, so a ticket's body is far beyond
 * it. It gets the ticket's subject, or any of its best words.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Fuse, { type FuseIndex, type IFuseOptions } from 'fuse.js';
import type { Peer, PeerIndex } from '@/tests/bench/peers/contract';

const FILE = 'index.json';
const TITLES = 'titles.json';

interface Title {
  id: string;
  title: string;
}

const OPTIONS: IFuseOptions<Title> = { keys: ['title'], ignoreLocation: true };

export const fuse: Peer = {
  name: 'fuse-titles',
  canAdd: true,
  forms: ['title', 'pruned'],
  create: () => wrap([]),
  load(folder) {
    const read = (name: string): unknown =>
      JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
    const titles = read(TITLES) as Title[];
    const index = Fuse.parseIndex<Title>(read(FILE) as Parameters<typeof Fuse.parseIndex>[0]);
    return wrap(titles, index);
  },
};

/** Fuse keeps the list it is given, and adds to it. */
function wrap(titles: Title[], index?: FuseIndex<Title>): PeerIndex {
  const fuse = new Fuse(titles, OPTIONS, index);
  return {
    add(documents) {
      for (const { id, title } of documents) fuse.add({ id, title });
    },
    search(query, form, limit) {
      const words = query.pruned.map(({ word }) => ({ title: word }));
      const found = fuse.search(form === 'title' ? query.title : { $or: words }, { limit });
      return found.map(({ item }) => item.id);
    },
    save(folder) {
      writeFileSync(path.join(folder, FILE), JSON.stringify(fuse.getIndex()));
      writeFileSync(path.join(folder, TITLES), JSON.stringify(titles));
    },
  };
}
