/** Learning: what agents decide on a ticket is remembered for the next one like it, until taken back. */
import { systemClock } from '@/lib/core/clock';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Services } from '@/lib/app/background/services';
import type { MessageRequest } from '@/lib/messaging/contract';
import type { Handlers } from '@/lib/messaging/router';
import { verdictOf } from '@/lib/model/precedent';
import { ticketKey } from '@/lib/model/ticket';
import { precedentOf } from '@/lib/suggest/precedents';

type LearningHandlers = Pick<
  Handlers,
  'signal.record' | 'signal.remove' | 'signal.linked' | 'precedent.count' | 'precedent.forget'
>;

/** The handlers of all messages that learning is about. */
export function createLearning({ store, scheduler }: Services): LearningHandlers {
  /** The index follows what was stored. */
  const indexed = (stored: Result<null>): Result<null> => {
    if (stored.ok) scheduler.wake();
    return stored;
  };
  return {
    async 'signal.record'({ signal, ticket }) {
      if (ticket !== undefined && ticketKey(ticket) !== signal.ticketKey) {
        return fail(fault('bad-message'));
      }
      const precedent = await learnedFrom({ signal, ticket });
      const stored = await store.recordSignal(signal, precedent);
      return precedent === null ? stored : indexed(stored);
    },
    'signal.remove': async ({ id }) => indexed(await store.removeSignal(id)),
    'signal.linked': ({ itemId }) => store.linkedTickets(itemId),
    async 'precedent.count'() {
      const read = await store.readExperience(systemClock);
      return read.ok ? ok({ answeredTickets: read.value.answeredTickets }) : read;
    },
    'precedent.forget': async () => indexed(await store.forgetPrecedents()),
  };
}

async function learnedFrom({ signal, ticket }: MessageRequest<'signal.record'>) {
  const { itemId, kind, at } = signal;
  const verdict = verdictOf(kind);
  if (ticket === undefined || itemId === undefined || verdict === null) return null;
  return precedentOf(ticket, { itemId, verdict, at });
}
