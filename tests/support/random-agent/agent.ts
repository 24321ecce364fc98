/** A random agent at work: does each step as planned and remembers what must be true afterwards. */
import type { Result } from '@/lib/core/result';
import type { LinkTarget } from '@/lib/model/link';
import type { Desk, DeskTicket } from '@/tests/support/random-agent/desk';
import { openLine, type Line } from '@/tests/support/random-agent/line';
import { Ledger } from '@/tests/support/random-agent/ledger';
import type { Action, Step } from '@/tests/support/random-agent/plan';

type Insert = Extract<Action, { do: 'insert' }>;
type Link = Extract<Action, { do: 'link' }>;

const word = (result: Result<unknown>, good: string): string =>
  result.ok ? good : result.fault.kind;

export class Agent {
  readonly ledger: Ledger;
  /** What was done and what came of it, for whoever has to understand a failure. */
  readonly trail: string[] = [];
  readonly #desk: Desk;
  #line: Line | null = null;
  #count = 0;
  /** Actions until the network, or the session, is back. */
  #offline = 0;
  #expired = 0;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.ledger = new Ledger(desk);
  }

  get line(): Line {
    if (!this.#line) throw new Error('Not at the desk yet');
    return this.#line;
  }

  get isCutOff(): boolean {
    return this.#offline > 0 || this.#expired > 0;
  }

  async begin(): Promise<void> {
    await this.#load(this.#ticket(0));
  }

  async take({ action, isPatient }: Step): Promise<void> {
    this.#count += 1;
    this.trail.push(`${this.#count} ${JSON.stringify(action)}`);
    this.#passTime();
    const writes = this.#desk.writes();
    await this.#do(action);
    const wrote = this.#desk.writes() - writes;
    if (wrote > 0 && action.do !== 'link' && action.do !== 'unlink') {
      this.ledger.complain(`${action.do} wrote to the server`);
    }
    if (isPatient) await this.#desk.settled();
  }

  /** Everything works again. */
  async recover(): Promise<void> {
    this.#offline = 1;
    this.#expired = 1;
    this.#passTime();
    this.#desk.clearFailures();
    await this.#desk.settled();
  }

  #passTime(): void {
    if (this.#offline > 0 && (this.#offline -= 1) === 0) this.#desk.setOnline(true);
    if (this.#expired > 0 && (this.#expired -= 1) === 0) this.#desk.setSession(true);
  }

  #say(what: string): void {
    this.trail.push(`    ${what}`);
  }

  #ticket(at: number): DeskTicket {
    const found = this.#desk.tickets[at];
    if (!found) throw new Error(`No ticket ${at}`);
    return found;
  }

  /** The one that the address names, or any while a list is open. */
  async #aimed(aim: number | 'front'): Promise<DeskTicket> {
    if (aim !== 'front') return this.#ticket(aim);
    const { addressed } = await this.#desk.look();
    return this.#desk.tickets.find(({ id }) => id === addressed) ?? this.#ticket(0);
  }

  async #load(ticket: DeskTicket): Promise<void> {
    await this.#desk.load(ticket);
    this.#line = await openLine(this.#desk.page);
    this.ledger.forgetDrafts();
  }

  async #do(action: Action): Promise<void> {
    switch (action.do) {
      case 'move':
        return this.#move(action.to);
      case 'kind':
        return this.#kind(action.kind);
      case 'type':
        return this.#type();
      case 'insert':
        return this.#insert(await this.#aimed(action.to), action);
      case 'undo':
        return this.#undo(await this.#aimed(action.to));
      case 'link':
        return this.#link(await this.#aimed(action.to), action);
      case 'unlink':
        return this.#unlink(await this.#aimed(action.to));
      case 'colleague':
        return this.#colleague(this.#ticket(action.to));
      case 'closeTab':
        return this.#closeTab(this.#ticket(action.to));
      case 'reload':
        return this.isCutOff ? undefined : this.#load(await this.#aimed('front'));
      case 'killWorker':
        return this.#desk.page.stopBackground();
      case 'mishap':
        return this.#desk.fail(action.what, action.at);
      case 'offline':
        this.#offline = action.turns + 1;
        return this.#desk.setOnline(false);
      case 'expire':
        this.#expired = action.turns + 1;
        return this.#desk.setSession(false);
    }
  }

  async #move(to: number | 'list'): Promise<void> {
    const ticket = to === 'list' ? null : this.#ticket(to);
    // A page that cannot load a ticket is the page's own trouble.
    if (ticket && this.isCutOff && !this.#desk.isLoaded(ticket)) return;
    await this.#desk.move(ticket);
  }

  /** Where the open composer is, once the page is at rest; null for none. */
  async #composer() {
    await this.#desk.settled();
    const { inFront, kind } = await this.#desk.look();
    const ticket = this.#desk.tickets.find(({ id }) => id === inFront);
    return ticket && kind ? { ticket, kind } : null;
  }

  async #kind(kind: 'reply' | 'note'): Promise<void> {
    await this.#desk.settled();
    if ((await this.#desk.look()).inFront !== null) await this.#desk.setKind(kind);
  }

  async #type(): Promise<void> {
    const at = await this.#composer();
    if (at) await this.#typeAt(at);
  }

  async #typeAt({ ticket, kind }: { ticket: DeskTicket; kind: 'reply' | 'note' }): Promise<void> {
    const typed = `w${this.#count}x${ticket.id}y`;
    await this.#desk.type(ticket, ` ${typed} `);
    this.ledger.typed(ticket, kind, typed);
  }

  async #insert(ticket: DeskTicket, { form, visibility, meanwhile }: Insert): Promise<void> {
    const at = meanwhile === 'type' ? await this.#composer() : null;
    const number = this.#count;
    const href = `https://help.fernway.example/${ticket.id}/${visibility}/${number}`;
    const asked = {
      type: 'insert' as const,
      ticketKey: ticket.key,
      form,
      html: `<p><a href="${href}">Item ${number}</a></p>`,
      text: `Item ${number}\n${href}`,
      hrefs: [href],
      visibility,
    };
    const ids = [await this.line.begin(asked)];
    if (meanwhile === 'again') ids.push(await this.line.begin(asked));
    if (at) await this.#typeAt(at);
    const results = await this.#results(ids);
    for (const result of results) this.#say(`insert ${word(result, 'in')}`);
    this.ledger.inserted(ticket, number, results);
  }

  async #undo(ticket: DeskTicket): Promise<void> {
    const id = await this.line.begin({ type: 'insert.undo', ticketKey: ticket.key });
    const [result] = await this.#results([id]);
    if (!result) return;
    this.#say(`undo ${word(result, 'undone')}`);
    if (result.ok) this.ledger.undone(ticket);
  }

  async #link(ticket: DeskTicket, { issue, meanwhile }: Link): Promise<void> {
    const target = this.#desk.issues[issue];
    if (!target) throw new Error(`No issue ${issue}`);
    const about = { ticketKey: ticket.key, target };
    const viewed = await this.line.answer(
      await this.line.begin({ type: 'link.preview', ...about }),
    );
    if (viewed?.type !== 'link.viewed') return this.ledger.complain('no answer to a preview');
    this.#say(`preview ${viewed.result.ok ? viewed.result.value.state : viewed.result.fault.kind}`);
    if (!viewed.result.ok) return;
    const make = { type: 'link.make' as const, ...about, seen: viewed.result.value };
    const ids = [await this.line.begin(make)];
    if (meanwhile === 'again') ids.push(await this.line.begin(make));
    if (meanwhile === 'move') await this.#move(this.#count % this.#desk.tickets.length);
    const results = await this.#results(ids);
    for (const result of results) this.#say(`link ${word(result, 'linked')}`);
    if (results.some(({ ok }) => ok)) this.#linked(ticket, target);
  }

  #linked(ticket: DeskTicket, target: LinkTarget): void {
    const { links } = this.#desk.standing(ticket);
    const isIt = links.some((one) => one === target.tag || one === `problem ${target.problemId}`);
    if (!isIt) this.ledger.complain(`said to be linked to ${target.tag}: ${links.join()}`);
  }

  async #unlink(ticket: DeskTicket): Promise<void> {
    const id = await this.line.begin({ type: 'link.undo', ticketKey: ticket.key });
    const [result] = await this.#results([id]);
    if (!result) return;
    this.#say(`unlink ${word(result, 'unlinked')}`);
    const { links } = this.#desk.standing(ticket);
    if (result.ok && links.length > 0) this.ledger.complain(`said to be unlinked: ${links.join()}`);
  }

  async #results(ids: string[]): Promise<Result<null>[]> {
    const results: Result<null>[] = [];
    for (const id of ids) {
      const answer = await this.line.answer(id);
      if (answer?.type === 'insert.done' || answer?.type === 'link.done')
        results.push(answer.result);
      else {
        const isThere = await this.line.isThere();
        this.ledger.complain(`no answer to ${id}; the line is ${isThere ? 'there' : 'gone'}`);
      }
    }
    return results;
  }

  #colleague(ticket: DeskTicket): void {
    const tag = `seen-${this.#count}`;
    this.#desk.addTag(ticket, tag);
    this.ledger.tagged(ticket, tag);
  }

  async #closeTab(ticket: DeskTicket): Promise<void> {
    await this.#desk.settled();
    if (!this.isCutOff && (await this.#desk.closeTab(ticket))) this.ledger.forgetDrafts(ticket);
  }
}
