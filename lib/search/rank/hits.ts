/** From ranked documents to hits: reads their records, settles ties by id, and says what matched. */
import { ok, type Result } from '@/lib/core/result';
import { FIELDS, type Hit, type WantedList } from '@/lib/search/contract';
import { choose, selectToRead } from '@/lib/search/rank/shortlist';
import type { Ranked } from '@/lib/search/rank/top-list';
import type { WeighedQuery } from '@/lib/search/rank/weigh';
import { SECTION } from '@/lib/search/segment/format';
import type { DocumentRecord, RecordReader, WantedTerms } from '@/lib/search/segment/records';
import type { Segment } from '@/lib/search/segment/segment';

/** Where a range of the query lies; see `Ranked.range`. */
export interface RangePlace {
  segment: Segment;
  /** Its number among the segments of the query. */
  at: number;
  group: string;
}

const WIDTH = FIELDS.length;
const TITLE = FIELDS.indexOf('title');
const STRIDE = 1 + WIDTH;

/** A document of the list, whose record is not read yet. */
interface Entrant {
  ranked: Ranked;
  place: RangePlace;
  score: number;
  time: number;
}

interface Contender extends Entrant {
  id: string;
  record: DocumentRecord;
  reader: RecordReader;
}

/** What `wanted` asks for of the contenders, which are best first. */
export async function readHits(
  contenders: readonly Ranked[],
  wanted: WantedList,
  places: readonly RangePlace[],
  query: WeighedQuery,
): Promise<Result<Hit[]>> {
  const entrants = contenders.flatMap((ranked): Entrant[] => {
    const place = places[ranked.range];
    if (place === undefined) return [];
    const time = place.segment.head.times[ranked.document] ?? 0;
    return [{ ranked, place, score: ranked.score, time }];
  });
  const read = await readRecords(selectToRead(entrants, wanted));
  if (!read.ok) return read;
  const matcher = new Matcher(query);
  return ok(choose(read.value, entrants, wanted).map((contender) => matcher.toHit(contender)));
}

/** Reads the records of documents, each segment's in one go. */
async function readRecords(entrants: readonly Entrant[]): Promise<Result<Contender[]>> {
  const bySegment = new Map<Segment, Entrant[]>();
  for (const entrant of entrants) {
    const { segment } = entrant.place;
    const list = bySegment.get(segment);
    if (list === undefined) bySegment.set(segment, [entrant]);
    else list.push(entrant);
  }
  const all: Contender[] = [];
  const reading = [...bySegment].map(([segment, wanted]) => readFrom(segment, wanted));
  for (const read of await Promise.all(reading)) {
    if (!read.ok) return read;
    all.push(...read.value);
  }
  return ok(all);
}

async function readFrom(
  segment: Segment,
  wanted: readonly Entrant[],
): Promise<Result<Contender[]>> {
  const blocks = wanted.map(({ ranked }) => segment.recordBlockOf(ranked.document));
  const read = await segment.file.load(blocks.map((block) => SECTION.records + block));
  if (!read.ok) return read;
  return ok(
    wanted.map(({ ranked, place, score, time }, at): Contender => {
      const bytes = read.value[at] ?? new Uint8Array();
      const reader = segment.openRecord(bytes, ranked.document, blocks[at] ?? 0);
      const record = reader.read();
      return { ranked, place, score, time, id: record.id, record, reader };
    }),
  );
}

/** Finds the query's terms in documents, segment by segment. */
class Matcher {
  readonly #query: WeighedQuery;
  /** Room for the matches of one document. */
  readonly #found: Uint16Array;
  /** For each segment: the ordinals of the query's terms there, in order, and which terms they are. */
  readonly #wanted = new Map<number, WantedTerms>();
  readonly #totalWeight: number;
  readonly #held: Uint8Array;

  constructor(query: WeighedQuery) {
    this.#query = query;
    this.#totalWeight = query.concepts.reduce((sum, weight) => sum + weight, 0);
    this.#held = new Uint8Array(query.concepts.length);
    this.#found = new Uint16Array(query.terms.length * STRIDE);
  }

  toHit({ ranked, place, time, record, reader }: Contender): Hit {
    const length = reader.match(this.#wantedIn(place.at), this.#found);
    const matches = this.#found.slice(0, length);
    const { head } = place.segment;
    return {
      id: record.id,
      group: place.group,
      time,
      about: record.about.map((at) => head.about[at] ?? ''),
      original: record.original,
      score: ranked.score * this.#query.unit,
      lengths: record.lengths,
      matches,
      titleCoverage: titleCoverage(matches, record.lengths[TITLE] ?? 0),
      queryCoverage: this.#queryCoverage(matches),
    };
  }

  #wantedIn(segment: number): WantedTerms {
    let wanted = this.#wanted.get(segment);
    if (wanted === undefined) {
      const found = this.#query.terms
        .map(({ entries }, term) => ({ ordinal: entries[segment]?.ordinal ?? -1, term }))
        .filter(({ ordinal }) => ordinal >= 0)
        .sort((a, b) => a.ordinal - b.ordinal);
      wanted = {
        ordinals: Int32Array.from(found, ({ ordinal }) => ordinal),
        names: Int32Array.from(found, ({ term }) => term),
      };
      this.#wanted.set(segment, wanted);
    }
    return wanted;
  }

  #queryCoverage(matches: Uint16Array): number {
    this.#held.fill(0);
    let covered = 0;
    for (let at = 0; at < matches.length; at += STRIDE) {
      const concept = this.#query.terms[matches[at] ?? 0]?.concept ?? 0;
      if (this.#held[concept] === 1) continue;
      this.#held[concept] = 1;
      covered += this.#query.concepts[concept] ?? 0;
    }
    return this.#totalWeight === 0 ? 0 : covered / this.#totalWeight;
  }
}

function titleCoverage(matches: Uint16Array, length: number): number {
  let inTitle = 0;
  for (let at = 0; at < matches.length; at += STRIDE) {
    if ((matches[at + 1 + TITLE] ?? 0) > 0) inTitle++;
  }
  return length === 0 ? 0 : Math.min(1, inTitle / length);
}
