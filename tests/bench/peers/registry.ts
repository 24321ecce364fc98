/** The libraries measured beside ours. */
import type { Peer } from '@/tests/bench/peers/contract';
import { flexSearch } from '@/tests/bench/peers/flexsearch';
import { fuse } from '@/tests/bench/peers/fuse';
import { lunrPeer } from '@/tests/bench/peers/lunr';
import { miniSearch, miniSearchBoosted } from '@/tests/bench/peers/minisearch';
import { orama } from '@/tests/bench/peers/orama';
import { sqlite } from '@/tests/bench/peers/sqlite';

export const PEERS: readonly Peer[] = [
  miniSearch,
  miniSearchBoosted,
  orama,
  flexSearch,
  lunrPeer,
  fuse,
  sqlite,
];
