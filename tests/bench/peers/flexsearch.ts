/** FlexSearch's document index with its defaults; `suggest` is its word for "any word may match". */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Document } from 'flexsearch';
import { textOf, USUAL_FORMS, type Peer, type PeerIndex } from '@/tests/bench/peers/contract';

export const flexSearch: Peer = {
  name: 'flexsearch',
  canAdd: true,
  forms: USUAL_FORMS,
  create: () => wrap(createIndex()),
  load(folder) {
    const index = createIndex();
    for (const name of readdirSync(folder)) {
      index.import(decodeURIComponent(name), readFileSync(path.join(folder, name), 'utf8'));
    }
    return wrap(index);
  },
};

function createIndex(): Document {
  return new Document({ document: { id: 'id', index: ['title', 'body'] }, tokenize: 'strict' });
}

function wrap(index: Document): PeerIndex {
  return {
    add(documents) {
      for (const { id, title, body } of documents) index.add({ id, title, body });
    },
    search(query, form, limit) {
      const found = index.search(textOf(query, form), { limit, suggest: true, merge: true });
      return found.map((hit) => ('id' in hit ? String(hit.id) : ''));
    },
    save(folder) {
      index.export((key, text) => {
        writeFileSync(path.join(folder, encodeURIComponent(key)), text ?? '');
      });
    },
  };
}
