/** MiniSearch, as it comes and with what its guide advises: stems, stop words, a title that counts double. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import {
  textOf,
  USUAL_FORMS,
  type Peer,
  type PeerDocument,
  type PeerIndex,
  type PeerQuery,
} from '@/tests/bench/peers/contract';
import { termOf } from '@/tests/bench/peers/words';

const FILE = 'index.json';
const PLAIN: Options<PeerDocument> = { fields: ['title', 'body'] };
const BOOSTED: Options<PeerDocument> = { ...PLAIN, processTerm: termOf };

export const miniSearch = makePeer('minisearch', PLAIN, {}, (word) => word.toLowerCase());
export const miniSearchBoosted = makePeer(
  'minisearch-boosted',
  BOOSTED,
  { boost: { title: 2 }, prefix: false, fuzzy: false },
  termOf,
);

function makePeer(
  name: string,
  options: Options<PeerDocument>,
  searchOptions: SearchOptions,
  toTerm: (word: string) => string | null,
): Peer {
  const wrap = (index: MiniSearch<PeerDocument>): PeerIndex => ({
    add: (documents) => index.addAll(documents),
    search(query, form, limit) {
      const boostTerm = form === 'raw' ? {} : { boostTerm: weigherOf(query, toTerm) };
      const found = index.search(textOf(query, form), { ...searchOptions, ...boostTerm });
      return found.slice(0, limit).map(({ id }) => String(id));
    },
    save: (folder) => writeFileSync(path.join(folder, FILE), JSON.stringify(index)),
  });
  return {
    name,
    canAdd: true,
    forms: USUAL_FORMS,
    create: () => wrap(new MiniSearch(options)),
    load: (folder) =>
      wrap(MiniSearch.loadJSON(readFileSync(path.join(folder, FILE), 'utf8'), options)),
  };
}

function weigherOf(
  { pruned }: PeerQuery,
  toTerm: (word: string) => string | null,
): (term: string) => number {
  const weights = new Map(pruned.map(({ word, weight }) => [toTerm(word), weight]));
  return (term) => weights.get(term) ?? 1;
}
