/**
 * How well the other libraries rank the same tickets. They index a set whole; of reports that came later than
 * the ticket nothing is counted. Each gets the whole ticket and, as its `pruned` form, the ticket's best words.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Form, Peer, PeerIndex } from '@/tests/bench/peers/contract';
import { PEERS } from '@/tests/bench/peers/registry';
import { isBugSet, reportScores, scoreGains, type RankingScore } from '@/tests/bench/ranking-case';
import type { Report } from '@/tests/bench/report';
import { countTerms, toSpeedQuery, type SpeedQuery } from '@/tests/bench/speed-queries';
import type { DataQuery, DataSet } from '@/tests/support/data-set';

/** Later reports and repeats of one fault are taken out of the answer: so more than ten are asked for. */
const ASKED = 400;
const ROWS = 10;
/** A library that has not answered all tickets by then is judged by those it has. */
const FORM_LIMIT_MS = 45_000;
const FORMS: readonly Form[] = ['raw', 'title', 'pruned'];

/** `engines` names the libraries wanted; all when it is empty. */
export async function benchPeerRelevance(
  set: DataSet,
  report: Report,
  engines: readonly string[],
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'trivet-bench-'));
  try {
    const documents = set.documents.map(({ id, title, body }) => ({ id, title, body }));
    const frequencies = new Map<string, number>();
    for (const document of documents) countTerms(document, frequencies);
    const tests = set.queries.filter(({ split }) => split === 'test');
    const wanted = PEERS.filter(({ name }) => engines.length === 0 || engines.includes(name));
    for (const peer of wanted) {
      const index = await peer.create({ scratch: folder, workspace: folder });
      await index.add(documents);
      await index.finish?.();
      for (const form of peer.forms.filter((one) => FORMS.includes(one))) {
        const scores = await rankAll(set, { peer, index, form }, tests, (query) =>
          toSpeedQuery(query, frequencies, documents.length),
        );
        reportScores(report, { set: set.name, variant: form, engine: peer.name }, scores);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rankAll(
  set: DataSet,
  { index, form }: { peer: Peer; index: PeerIndex; form: Form },
  queries: readonly DataQuery[],
  toQuery: (query: DataQuery) => SpeedQuery,
): Promise<RankingScore[]> {
  const isBugs = isBugSet(set.documents);
  const places = new Map(set.documents.map(({ id }, at) => [id, at]));
  const faults = new Map(set.documents.map(({ id, group }) => [id, group ?? id]));
  const scores: RankingScore[] = [];
  const until = performance.now() + FORM_LIMIT_MS;
  for (const query of queries) {
    if (performance.now() > until) break;
    const right = set.answers.get(query.id) ?? new Map<string, number>();
    const last = isBugs ? (places.get(query.id) ?? Infinity) : Infinity;
    const ids = await index.search(toQuery(query), form, isBugs ? ASKED : ROWS);
    const earlier = ids.filter((id) => (places.get(id) ?? Infinity) < last);
    const rows = new Map<string, boolean>();
    for (const id of earlier) {
      const row = faults.get(id) ?? id;
      if (!rows.has(row)) rows.set(row, right.has(id));
    }
    const gains = [...rows.values()].slice(0, ROWS);
    scores.push(scoreGains(gains, isBugs ? 1 : right.size));
  }
  return scores;
}
