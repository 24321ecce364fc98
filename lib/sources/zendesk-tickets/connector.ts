/** What a Zendesk account itself knows: problem tickets, macros, solved tickets. */
import { isoTime } from '@/lib/core/clock';
import { ok, type Result } from '@/lib/core/result';
import type {
  CheckReport,
  Connector,
  ConnectorKind,
  ConnectorPorts,
  ConnectorSource,
  Cursor,
  PullBatch,
  SweepBatch,
} from '@/lib/sources/contract';
import { pullLegs, sweepLegs, type Known, type LegPage, type LegPlan } from '@/lib/sources/legs';
import { readPerson, type Account } from '@/lib/sources/zendesk/account';
import { createLists } from '@/lib/sources/zendesk/api';
import {
  exportTickets,
  keptFrom,
  listIds,
  readMacros,
  readProblems,
  searchSolved,
  toPastTickets,
} from '@/lib/sources/zendesk-tickets/lists';
import type { TicketContext } from '@/lib/sources/zendesk-tickets/map';
import {
  detectZendeskTickets,
  zendeskTicketsSettingsSchema,
  type ZendeskTicketsSettings,
} from '@/lib/sources/zendesk-tickets/settings';

const MINUTE = 60_000;
/** Searches learn of a change minutes later; the export leaves out the last minute. */
const OVERLAP = 20 * MINUTE;

export const zendeskTicketsKind: ConnectorKind<ZendeskTicketsSettings> = {
  kind: 'zendesk-tickets',
  settings: zendeskTicketsSettingsSchema,
  secrets: [
    { name: 'email', required: false },
    { name: 'token', required: false },
  ],
  cadence: { pullMs: 60 * MINUTE, pullActiveMs: 10 * MINUTE, sweepMs: 24 * 60 * MINUTE },
  detect: detectZendeskTickets,
  origins: ({ origin }) => [origin],
  sessionOrigin: ({ origin, access }) => (access === 'session' ? origin : null),
  create: (source, ports) => new ZendeskTicketsConnector(source, ports),
};

class ZendeskTicketsConnector implements Connector {
  readonly kind = 'zendesk-tickets';
  readonly #source: ConnectorSource<ZendeskTicketsSettings>;
  readonly #ports: ConnectorPorts;
  readonly #account: Account;

  constructor(source: ConnectorSource<ZendeskTicketsSettings>, ports: ConnectorPorts) {
    this.#source = source;
    this.#ports = ports;
    const { origin, access } = source.settings;
    this.#account = { origin, access, secrets: source.secrets };
  }

  async check(signal: AbortSignal): Promise<Result<CheckReport>> {
    const person = await readPerson(this.#ports.http, this.#account, signal);
    if (!person.ok) return person;
    const name = new URL(this.#account.origin).host;
    return ok({ name, ...(person.value.name === '' ? {} : { account: person.value.name }) });
  }

  pull(cursor: Cursor | null, signal: AbortSignal): Promise<Result<PullBatch>> {
    const reader = {
      overlapMs: OVERLAP,
      plan: () => this.#plan(signal),
      read: (leg: string, page: string | null, { since }: Known) =>
        this.#read(leg, page, since, signal),
    };
    return pullLegs(reader, cursor);
  }

  async sweep(cursor: Cursor | null, signal: AbortSignal): Promise<Result<SweepBatch>> {
    const lists = this.#lists(signal);
    const { id } = this.#source;
    const reader = {
      plan: () => this.#plan(signal),
      list: (leg: string, page: string | null) => listIds(lists, leg, page, this.#keptFrom(), id),
    };
    const swept = await sweepLegs(reader, cursor);
    if (!swept.ok || !swept.value.done) return swept;
    // A session that ended on the way has shown less from then on.
    const person = await readPerson(this.#ports.http, this.#account, signal);
    return person.ok ? swept : person;
  }

  #lists(signal: AbortSignal) {
    return createLists(this.#ports.http, this.#account, signal);
  }

  #keptFrom(): string {
    return keptFrom(this.#ports.now(), this.#source.settings.pastDays);
  }

  /** Only admins may read the export: developer.zendesk.com, "Incremental exports". */
  async #plan(signal: AbortSignal): Promise<Result<LegPlan>> {
    const person = await readPerson(this.#ports.http, this.#account, signal);
    if (!person.ok) return person;
    const { problems, macros, pastTickets } = this.#source.settings;
    const past = person.value.isAdmin ? 'export' : 'search';
    const legs = [problems ? 'problems' : '', macros ? 'macros' : '', pastTickets ? past : ''];
    return ok({ legs: legs.filter((leg) => leg !== ''), servedAt: person.value.servedAt });
  }

  async #read(
    leg: string,
    page: string | null,
    since: string | null,
    signal: AbortSignal,
  ): Promise<Result<LegPage>> {
    const lists = this.#lists(signal);
    const context = this.#context();
    if (leg === 'problems') return readProblems(lists, page, since, context);
    if (leg === 'macros') return readMacros(lists, page, context);
    const kept = this.#keptFrom();
    const from = since === null || since < kept ? kept : since.replace(/\.\d+Z$/, 'Z');
    const found = await (leg === 'export'
      ? exportTickets(lists, page, from)
      : searchSolved(lists, page, from));
    return found.ok ? toPastTickets(lists, found.value, context) : found;
  }

  #context(): TicketContext {
    return {
      sourceId: this.#source.id,
      origin: this.#account.origin,
      syncedAt: isoTime(this.#ports.now),
      languageOf: this.#ports.languageOf,
    };
  }
}
