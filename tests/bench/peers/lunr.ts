/** Lunr with its default pipeline, title counted double; its index is built once and never changed. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import lunr from 'lunr';
import {
  USUAL_FORMS,
  type Form,
  type Peer,
  type PeerDocument,
  type PeerIndex,
  type PeerQuery,
} from '@/tests/bench/peers/contract';
import { wordsOf } from '@/tests/bench/peers/words';

const FILE = 'index.json';

export const lunrPeer: Peer = {
  name: 'lunr',
  canAdd: false,
  forms: USUAL_FORMS,
  create: () => wrap(createBuilder(), null),
  load: (folder) =>
    wrap(
      null,
      lunr.Index.load(JSON.parse(readFileSync(path.join(folder, FILE), 'utf8')) as object),
    ),
};

function createBuilder(): lunr.Builder {
  const builder = new lunr.Builder();
  builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
  builder.searchPipeline.add(lunr.stemmer);
  builder.ref('id');
  builder.field('title', { boost: 2 });
  builder.field('body');
  return builder;
}

function wrap(builder: lunr.Builder | null, built: lunr.Index | null): PeerIndex {
  let index = built;
  const ready = (): lunr.Index => {
    if (index === null) throw new Error('The index was not finished');
    return index;
  };
  let open = builder;
  return {
    add(documents: readonly PeerDocument[]) {
      for (const document of documents) open?.add(document);
    },
    finish() {
      index = open?.build() ?? index;
      open = null;
    },
    search(query, form, limit) {
      const found = ready().query((clauses) => {
        for (const [word, boost] of clausesOf(query, form)) clauses.term(word, { boost });
      });
      return found.slice(0, limit).map(({ ref }) => ref);
    },
    save: (folder) => writeFileSync(path.join(folder, FILE), JSON.stringify(ready())),
  };
}

function clausesOf(query: PeerQuery, form: Form): Map<string, number> {
  if (form === 'pruned') return new Map(query.pruned.map(({ word, weight }) => [word, weight]));
  return new Map(wordsOf(`${query.title}\n${query.body}`).map((word) => [word, 1]));
}
