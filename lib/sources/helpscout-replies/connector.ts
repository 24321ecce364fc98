/**
 * Help Scout's saved replies, read by the Mailbox API 2.0 with the user's own app (client
 * credentials). Lists tell neither texts nor times, so all of them are read each time, seldom.
 */
import { isoTime } from '@/lib/core/clock';
import { ok, type Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type {
  CheckReport,
  Choice,
  Connector,
  ConnectorKind,
  ConnectorPorts,
  ConnectorSource,
  Cursor,
  PullBatch,
  SweepBatch,
} from '@/lib/sources/contract';
import { API, MailboxApi } from '@/lib/sources/helpscout-replies/api';
import { mapReply, replyItemId } from '@/lib/sources/helpscout-replies/map';
import { meSchema, replyRefSchema, replySchema } from '@/lib/sources/helpscout-replies/records';
import {
  detectHelpscoutReplies,
  helpscoutRepliesSettingsSchema,
  type HelpscoutRepliesSettings,
} from '@/lib/sources/helpscout-replies/settings';
import { pullLegs, sweepLegs, type LegPage, type LegPlan } from '@/lib/sources/legs';
import { readRows } from '@/lib/sources/read-json';

const HOUR = 3_600_000;

export const helpscoutRepliesKind: ConnectorKind<HelpscoutRepliesSettings> = {
  kind: 'helpscout-replies',
  settings: helpscoutRepliesSettingsSchema,
  secrets: [
    { name: 'appId', required: true },
    { name: 'appSecret', required: true },
  ],
  cadence: { pullMs: 12 * HOUR, pullActiveMs: 4 * HOUR, sweepMs: 24 * HOUR },
  detect: detectHelpscoutReplies,
  origins: () => [API],
  create: (source, ports) => new HelpscoutRepliesConnector(source, ports),
};

class HelpscoutRepliesConnector implements Connector {
  readonly kind = 'helpscout-replies';
  readonly #source: ConnectorSource<HelpscoutRepliesSettings>;
  readonly #ports: ConnectorPorts;
  readonly #api: MailboxApi;

  constructor(source: ConnectorSource<HelpscoutRepliesSettings>, ports: ConnectorPorts) {
    this.#source = source;
    this.#ports = ports;
    this.#api = new MailboxApi(ports.http, source.secrets);
  }

  async check(signal: AbortSignal): Promise<Result<CheckReport>> {
    const me = await this.#api.get('/v2/users/me', meSchema, 'whose account', signal);
    if (!me.ok) return me;
    const { firstName, lastName } = me.value.value;
    const account = [firstName, lastName].filter((part) => (part ?? '') !== '').join(' ');
    const mailboxes = await this.#api.mailboxes(signal);
    if (!mailboxes.ok) return mailboxes;
    const names = mailboxes.value.rows.map(({ id, name }) => name ?? id).join(', ');
    return ok({ name: names || 'Help Scout', ...(account === '' ? {} : { account }) });
  }

  pull(cursor: Cursor | null, signal: AbortSignal): Promise<Result<PullBatch>> {
    const reader = {
      overlapMs: 0,
      plan: () => this.#plan(signal),
      read: (leg: string, page: string | null) => this.#read(leg, page, signal),
    };
    return pullLegs(reader, cursor);
  }

  sweep(cursor: Cursor | null, signal: AbortSignal): Promise<Result<SweepBatch>> {
    const reader = {
      plan: () => this.#plan(signal),
      list: async (leg: string, page: string | null) => {
        const [mailbox = ''] = leg.split(' ');
        const list = await this.#listReplies(mailbox, page, signal);
        if (!list.ok) return list;
        const { rows } = readRows(list.value.rows, replyRefSchema);
        const ids = rows.map(({ id }) => replyItemId(this.#source.id, id));
        return ok({ ids, next: list.value.next });
      },
    };
    return sweepLegs(reader, cursor);
  }

  async listChoices(signal: AbortSignal): Promise<Result<Choice[]>> {
    const mailboxes = await this.#api.mailboxes(signal);
    if (!mailboxes.ok) return mailboxes;
    const { rows } = mailboxes.value;
    return ok(rows.map(({ id, name }) => ({ setting: 'mailboxes', id, name: name ?? id })));
  }

  #listReplies(mailbox: string, page: string | null, signal: AbortSignal) {
    const path = `/v2/mailboxes/${encodeURIComponent(mailbox)}/saved-replies`;
    return this.#api.list(path, page, 'saved replies', signal);
  }

  /** A leg is a mailbox: its id, a space, its name. */
  async #plan(signal: AbortSignal): Promise<Result<LegPlan>> {
    const answer = await this.#api.mailboxes(signal);
    if (!answer.ok) return answer;
    const { mailboxes } = this.#source.settings;
    const chosen = answer.value.rows.filter(
      ({ id }) => mailboxes.length === 0 || mailboxes.includes(id),
    );
    const legs = chosen.map(({ id, name }) => `${id} ${name ?? ''}`);
    return ok({ legs, servedAt: answer.value.servedAt });
  }

  async #read(leg: string, page: string | null, signal: AbortSignal): Promise<Result<LegPage>> {
    const [id = '', ...name] = leg.split(' ');
    const list = await this.#listReplies(id, page, signal);
    if (!list.ok) return list;
    const { rows, skipped } = readRows(list.value.rows, replyRefSchema);
    const upserts: Item[] = [];
    const deletes: string[] = [];
    for (const row of rows) {
      // oxlint-disable-next-line no-await-in-loop -- one request at a time
      const item = await this.#readReply({ id, name: name.join(' ') }, row.id, signal);
      if (!item.ok) return item;
      if (item.value === null) deletes.push(replyItemId(this.#source.id, row.id));
      else upserts.push(item.value);
    }
    return ok({ upserts, deletes, skipped, next: list.value.next });
  }

  /** null when it was deleted since it was listed, or tells nothing. */
  async #readReply(
    mailbox: { id: string; name: string },
    id: string,
    signal: AbortSignal,
  ): Promise<Result<Item | null>> {
    const [box, reply] = [mailbox.id, id].map((part) => encodeURIComponent(part));
    const path = `/v2/mailboxes/${box}/saved-replies/${reply}`;
    const answer = await this.#api.get(path, replySchema, 'text of a saved reply', signal);
    if (!answer.ok) return answer.fault.kind === 'not-found' ? ok(null) : answer;
    const { now, languageOf } = this.#ports;
    const context = { sourceId: this.#source.id, mailbox, syncedAt: isoTime(now), languageOf };
    return ok(await mapReply(answer.value.value, context));
  }
}
