/** Orama with its documented defaults; any word may match. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  create,
  insertMultiple,
  load,
  save,
  search,
  type AnyOrama,
  type RawData,
} from '@orama/orama';
import { textOf, USUAL_FORMS, type Peer, type PeerIndex } from '@/tests/bench/peers/contract';

/** A file for each part: all of a large index together is longer than a string can be. */
const ENDING = '.json';
const schema = { title: 'string', body: 'string' } as const;

export const orama: Peer = {
  name: 'orama',
  canAdd: true,
  forms: USUAL_FORMS,
  create: () => wrap(create({ schema })),
  load(folder) {
    const db = create({ schema });
    const parts = readdirSync(folder).map((name) => [
      path.basename(name, ENDING),
      JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as unknown,
    ]);
    load(db, Object.fromEntries(parts) as RawData);
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
    save(folder) {
      for (const [part, content] of Object.entries(save(db))) {
        writeFileSync(path.join(folder, `${part}${ENDING}`), JSON.stringify(content));
      }
    },
  };
}
