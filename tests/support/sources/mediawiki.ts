/** A wiki as MediaWiki 1.39 answers: parameters and errors as seen on a real one. */
import {
  json,
  Shelf,
  type Place,
  type PlaceAnswer,
  type PlaceClock,
  type PlaceRequest,
  type Row,
} from '@/tests/support/sources/place';

export const WIKI_ORIGIN = 'https://wiki.fernway.example';
export const WIKI_API = `${WIKI_ORIGIN}/w/api.php`;
/** An owner-only consumer's access token. */
export const WIKI_TOKEN = 'wiki-token';
const PAGE_ROWS = 3;

/** An entry of "recent changes". */
interface Change {
  rcid: number;
  type: 'edit' | 'new' | 'log';
  pageid: number;
  at: number;
  logtype?: 'delete';
  logaction?: 'delete' | 'restore';
}

/** Keeps the log of changes that the wiki shows, from what is done to its rows. */
class LoggedShelf extends Shelf {
  readonly changes: Change[] = [];
  readonly #time: PlaceClock;

  constructor(clock: PlaceClock) {
    super(clock);
    this.#time = clock;
  }

  override create(title: string): number {
    const id = super.create(title);
    this.#log({ type: 'new', pageid: id });
    return id;
  }

  override edit(id: number, title: string): void {
    super.edit(id, title);
    this.#log({ type: 'edit', pageid: id });
  }

  override delete(id: number): void {
    super.delete(id);
    this.#log({ type: 'log', pageid: id, logtype: 'delete', logaction: 'delete' });
  }

  /** Readers of a wiki see no difference: an article that is hidden is deleted. */
  override hide(id: number): void {
    super.hide(id);
    this.#log({ type: 'log', pageid: id, logtype: 'delete', logaction: 'delete' });
  }

  override restore(id: number): void {
    super.restore(id);
    this.#log({ type: 'log', pageid: id, logtype: 'delete', logaction: 'restore' });
  }

  #log(change: Omit<Change, 'rcid' | 'at'>): void {
    this.changes.push({ ...change, rcid: this.changes.length + 1, at: this.#time.now() });
  }
}

/** `isPrivate`: only who is signed in may read. */
export function createWiki(clock: PlaceClock, { isPrivate = false } = {}): Place {
  const shelf = new LoggedShelf(clock);
  const readable = () => shelf.listed().filter((row) => !row.deleted && !row.hidden);
  const byTitle = () => readable().toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));

  function answer(request: PlaceRequest): PlaceAnswer {
    const { url, headers } = request;
    if (url.pathname !== '/w/api.php') return { status: 404, body: 'Not found' };
    const p = Object.fromEntries(url.searchParams);
    const sent = headers.get('authorization');
    if (sent !== null && sent !== `Bearer ${WIKI_TOKEN}`) {
      return refusal('mwoauth-invalid-authorization');
    }
    if (isPrivate && sent === null) return refusal('readapidenied');
    if (p['format'] !== 'json' || p['formatversion'] !== '2') return refusal('badvalue');
    if (p['action'] === 'parse') return parse(Number(p['pageid']));
    if (p['action'] !== 'query') return refusal('badvalue');
    return query(p, sent !== null);
  }

  function parse(pageid: number): PlaceAnswer {
    const row = shelf.get(pageid);
    if (row === undefined || row.deleted || row.hidden) return refusal('nosuchpageid');
    const text = `<div class="mw-parser-output"><p>All about ${row.title}.</p></div>`;
    return json({ parse: { title: row.title, pageid, text } });
  }

  function query(p: Record<string, string>, isSignedIn: boolean): PlaceAnswer {
    if (p['meta'] !== undefined) return json({ batchcomplete: true, query: site(isSignedIn) });
    if (p['list'] === 'recentchanges') return recentChanges(p);
    if (p['list'] === 'allpages') {
      const { rows, next } = cut(byTitle(), p['apcontinue'] ?? '');
      const goesOn = next === null ? {} : { continue: { apcontinue: next, continue: '-||' } };
      const allpages = rows.map(({ id, title }) => ({ pageid: id, ns: 0, title }));
      return json({ batchcomplete: true, ...goesOn, query: { allpages } });
    }
    if (p['generator'] === 'allpages') {
      const { rows, next } = cut(byTitle(), p['gapcontinue'] ?? '');
      const goesOn = next === null ? {} : { continue: { gapcontinue: next, continue: 'gap||' } };
      if (rows.length === 0) return json({ batchcomplete: true });
      return json({ batchcomplete: true, ...goesOn, query: { pages: rows.map(pageOf) } });
    }
    const ids = (p['pageids'] ?? '').split('|').map(Number);
    if (ids.length > 50) return refusal('toomanyvalues');
    const pages = ids.map((id) => {
      const row = shelf.get(id);
      return row === undefined || row.deleted || row.hidden
        ? { pageid: id, missing: true }
        : pageOf(row);
    });
    return json({ batchcomplete: true, query: { pages } });
  }

  function recentChanges(p: Record<string, string>): PlaceAnswer {
    if (p['rcdir'] !== 'newer') return refusal('badvalue');
    const from = Date.parse(p['rcstart'] ?? '');
    const after = Number(p['rccontinue']?.split('|')[1] ?? 0);
    // In the order of their numbers, which is not the order of their times.
    const all = shelf.changes.filter(({ at, rcid }) => at >= from && rcid >= after);
    const rows = all.slice(0, PAGE_ROWS);
    const next = all[PAGE_ROWS];
    const goesOn =
      next === undefined
        ? {}
        : { continue: { rccontinue: `${clock.iso(next.at)}|${next.rcid}`, continue: '-||' } };
    const recentchanges = rows.map(({ at, ...change }) => ({
      ...change,
      timestamp: clock.iso(at),
    }));
    return json({ batchcomplete: true, ...goesOn, query: { recentchanges } });
  }

  function pageOf(row: Row) {
    const path = `${WIKI_ORIGIN}/wiki/${encodeURIComponent(row.title)}`;
    return {
      pageid: row.id,
      ns: 0,
      title: row.title,
      pagelanguage: 'en',
      fullurl: path,
      revisions: [{ timestamp: clock.iso(row.updatedAt) }],
      categories: [{ ns: 14, title: 'Category:Help' }],
    };
  }

  return {
    shelf,
    answer,
    itemIds: ({ id }) => [`src1:article:${id}`],
    // Asking a private wiki as nobody is asking to be refused.
    rowAskedFor: ({ headers }) => (isPrivate && !headers.has('authorization') ? -1 : null),
  };
}

/** Where a page stands in lists; a wiki's titles differ, those of tests may not. */
function placeOf({ title, id }: Row): string {
  return `${title}_${id}`;
}

function cut(rows: readonly Row[], from: string): { rows: Row[]; next: string | null } {
  const rest = rows.filter((row) => placeOf(row) >= from);
  const next = rest[PAGE_ROWS];
  return { rows: rest.slice(0, PAGE_ROWS), next: next === undefined ? null : placeOf(next) };
}

function site(isSignedIn: boolean) {
  return {
    general: { sitename: 'Fernway Wiki' },
    userinfo: isSignedIn ? { id: 7, name: 'Robin' } : { id: 0, name: '192.0.2.1', anon: true },
    namespaces: {
      '-1': { id: -1, name: 'Special' },
      '0': { id: 0, name: '', content: true },
      '1': { id: 1, name: 'Talk' },
      '12': { id: 12, name: 'Help' },
    },
  };
}

/** Refusals come with status 200. */
function refusal(code: string): PlaceAnswer {
  return json({ error: { code, info: 'No.', docref: 'See the API.' } });
}
