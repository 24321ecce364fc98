/** The start without keys: the helpdesk in front is read with the agent's own session. */
import type { Services } from '@/lib/app/background/services';
import { addDraft } from '@/lib/app/background/sources/drafts';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Handlers } from '@/lib/messaging/router';
import type { SourceMatch } from '@/lib/model/source-draft';
import { configure, sessionMatch } from '@/lib/sources/registry';
import type { SourceRow } from '@/lib/store/rows';
import { toSource } from '@/lib/store/source-row';

type OfferHandlers = Pick<Handlers, 'source.offerHere' | 'source.acceptOffer'>;

export function createOffer(services: Services): OfferHandlers {
  const { scheduler } = services;
  return {
    async 'source.offerHere'({ origin }) {
      const match = matchFor(services, origin);
      if (match === null) return ok({ isOffered: false });
      const found = await findRows(services, match, origin);
      if (!found.ok) return found;
      const reading = found.value.find(
        ({ syncedAt, isPaused }) => !isPaused && syncedAt === undefined,
      );
      return ok({
        isOffered: found.value.length === 0,
        ...(reading === undefined ? {} : { reading: toSource(reading) }),
      });
    },
    async 'source.acceptOffer'({ origin }) {
      const match = matchFor(services, origin);
      if (match === null) return fail(fault('not-found', { why: 'nothing to offer' }));
      const { kind, settings, name } = match;
      const added = await addDraft(services, { kind, settings, secrets: {} }, name);
      if (added.ok) scheduler.wake();
      return added;
    },
  };
}

function matchFor({ platform }: Services, origin: string): SourceMatch | null {
  return platform.isHelpdesk(origin) ? sessionMatch(new URL(origin)) : null;
}

/** Whichever way it is read: with a key, or as anybody may. */
async function findRows(
  { store }: Services,
  match: SourceMatch,
  origin: string,
): Promise<Result<SourceRow[]>> {
  const rows = await store.listRows();
  if (!rows.ok) return rows;
  const found = rows.value.filter(({ kind, phase, settings }) => {
    if (kind !== match.kind || phase === 'purge') return false;
    const configured = configure(kind, settings);
    return configured.ok && configured.value.origins.includes(origin);
  });
  return ok(found);
}
