/** Orama with its documented defaults; any word may match. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { create, insertMultiple, load, save, search, type AnyOrama } from '@orama/orama';
import { textOf, USUAL_FORMS, type Peer, type PeerIndex } from '@/tests/bench/peers/contract';

const FILE = 'index.json';
const schema = { title: 'string', body: 'string' } as const;

export const orama: Peer = {
  name: 'orama',
  canAdd: true,
  forms: USUAL_FORMS,
  create: () => wrap(create({ schema })),
  load(folder) {
    const db = create({ schema });
    load(db, JSON.parse(readFileSync(path.join(folder, FILE), 'utf8')));
    return wrap(db);
  },
};

function wrap(db: AnyOrama): PeerIndex {
  return {
    async add(documents) {
      await insertMultiple(
        db,
        documents.map(({ id, title, body }) => ({ id, title, body })),
      );
    },
    async search(query, form, limit) {
      const found = await search(db, { term: textOf(query, form), limit, boost: { title: 2 } });
      return found.hits.map(({ id }) => id);
    },
    save: (folder) => writeFileSync(path.join(folder, FILE), JSON.stringify(save(db))),
  };
}
