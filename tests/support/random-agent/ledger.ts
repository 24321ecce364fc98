/** What must be true of every draft and every ticket, whatever the agent did; complaints are what is not. */
import type { Result } from '@/lib/core/result';
import type { Desk, DeskTicket, Sight } from '@/tests/support/random-agent/desk';
import type { Kind } from '@/tests/support/random-agent/plan';

type Draft = Sight['drafts'][number];

/** As a link's address, or written out where an editor took plain text only. */
const ADDRESS = /https:\/\/help\.fernway\.example\/(\d+)\/(\w+)\/(\d+)/g;
const ITEM = /Item (\d+)/g;
const WORD = /w\d+x(\d+)y/g;

/** What the agent typed, without what was inserted between the letters of a word. */
export const typedText = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/Item \d+(: )?/g, '')
    .replaceAll(ADDRESS, '')
    .replaceAll(/&nbsp;|\s|\uFEFF/g, '');

export class Ledger {
  readonly #desk: Desk;
  readonly #complaints: string[] = [];
  /** By ticket and kind. */
  readonly #words = new Map<string, string[]>();
  /** Inserts that were said to hold, oldest first, by ticket. */
  readonly #inserts = new Map<number, number[]>();
  /** Inserts that were refused. */
  readonly #refused = new Set<number>();
  /** Undone inserts are checked at the next look. */
  readonly #undone = new Map<number, number>();
  readonly #tags: ReadonlyMap<number, string[]>;
  readonly #rest: ReadonlyMap<number, string>;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#tags = new Map(desk.tickets.map((one) => [one.id, [...desk.standing(one).tags]]));
    this.#rest = new Map(desk.tickets.map((one) => [one.id, desk.standing(one).rest]));
  }

  complain(what: string): void {
    this.#complaints.push(what);
  }

  typed({ id }: DeskTicket, kind: Kind, word: string): void {
    const key = `${id} ${kind}`;
    this.#words.set(key, [...(this.#words.get(key) ?? []), word]);
  }

  /** Of one insert asked for several times, one is in at most. */
  inserted({ id }: DeskTicket, number: number, results: Result<null>[]): void {
    const times = results.filter(({ ok }) => ok).length;
    if (times > 1) this.complain(`insert ${number} was done ${times} times`);
    if (times > 0) this.#inserts.set(id, [...(this.#inserts.get(id) ?? []), number]);
    else this.#refused.add(number);
  }

  undone({ id }: DeskTicket): void {
    this.#undone.set(id, (this.#undone.get(id) ?? 0) + 1);
  }

  tagged({ id }: DeskTicket, tag: string): void {
    this.#tags.get(id)?.push(tag);
  }

  /** The page was closed, or one ticket's tab in it. */
  forgetDrafts(ticket?: DeskTicket): void {
    for (const { id } of ticket ? [ticket] : this.#desk.tickets) {
      for (const kind of ['reply', 'note']) this.#words.delete(`${id} ${kind}`);
      this.#inserts.delete(id);
    }
  }

  /** Everything that is wrong with the page and the server now. */
  check({ drafts }: Sight): string[] {
    const found = [
      ...this.#complaints,
      ...drafts.flatMap((draft) => this.#aboutDraft(draft)),
      ...this.#desk.tickets.flatMap(({ id }) => this.#aboutInserts(id, drafts)),
      ...this.#desk.tickets.flatMap((ticket) => this.#aboutTicket(ticket)),
      ...this.#desk.sent().map((what) => `sent: ${what}`),
    ];
    this.#complaints.length = 0;
    return found;
  }

  #aboutDraft({ id, kind, html }: Draft): string[] {
    const where = `${id} ${kind}`;
    const hrefs = [...html.matchAll(ADDRESS)];
    const text = typedText(html);
    // By its text: what is typed into a link may break it in two.
    const numbers = [...html.matchAll(ITEM)].map(([, number]) => Number(number));
    const words = this.#words.get(where) ?? [];
    const strangers = [...text.matchAll(WORD)].filter(([word]) => !words.includes(word));
    return [
      ...hrefs.flatMap(([, of]) => (Number(of) === id ? [] : [`text for ${of} in ${where}`])),
      ...hrefs.flatMap(([, , visibility]) =>
        kind === 'reply' && visibility !== 'public' ? [`${visibility} text in a reply`] : [],
      ),
      ...(new Set(numbers).size < numbers.length ? [`twice in ${where}: ${html}`] : []),
      ...numbers.filter((one) => this.#refused.has(one)).map((one) => `${one} refused, but there`),
      ...words.filter((one) => !text.includes(one)).map((one) => `${one} lost: ${where} ${html}`),
      ...strangers.map(([one]) => `${one} typed elsewhere, but in ${where}`),
    ];
  }

  /** What was inserted stays until it is undone; an undo takes one away. */
  #aboutInserts(id: number, drafts: readonly Draft[]): string[] {
    const there = new Set(
      drafts.flatMap(({ html }) =>
        [...html.matchAll(ADDRESS)].map(([, , , number]) => Number(number)),
      ),
    );
    const expected = this.#inserts.get(id) ?? [];
    const gone = expected.filter((number) => !there.has(number));
    const undone = this.#undone.get(id) ?? 0;
    this.#undone.delete(id);
    this.#inserts.set(
      id,
      expected.filter((number) => there.has(number)),
    );
    return gone.length === undone
      ? []
      : [`${undone} inserts of ${id} undone, but ${gone.join(', ') || 'none'} gone`];
  }

  #aboutTicket(ticket: DeskTicket): string[] {
    const { id } = ticket;
    const { links, tags, linkNotes, undoNotes, rest } = this.#desk.standing(ticket);
    const lost = (this.#tags.get(id) ?? []).filter((tag) => !tags.includes(tag));
    return [
      ...(links.length > 1 ? [`${id} has ${links.length} links: ${links.join()}`] : []),
      ...lost.map((tag) => `the tag ${tag} of ${id} is lost`),
      ...(undoNotes > linkNotes ? [`${id} has more notes of undone links than of links`] : []),
      ...(rest === this.#rest.get(id) ? [] : [`${id} was changed: ${rest}`]),
    ];
  }
}
