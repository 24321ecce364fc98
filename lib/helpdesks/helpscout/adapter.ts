/** Help Scout: read by the Mailbox API where the agent has set it up, else from the page. */
import { sleep } from '@/lib/core/async';
import { systemClock, type Clock } from '@/lib/core/clock';
import { fault, type Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { HelpdeskAdapter, HelpdeskPage, TicketReading } from '@/lib/helpdesks/contract';
import { MESSAGE_LIMIT, selectedText } from '@/lib/helpdesks/dom';
import { withResults, type HelpscoutAccess } from '@/lib/helpdesks/helpscout/api';
import { createChannelMemory } from '@/lib/helpdesks/helpscout/channel';
import { createHelpscoutComposer } from '@/lib/helpdesks/helpscout/composer';
import { createFieldCatalogue } from '@/lib/helpdesks/helpscout/fields';
import { createHelpscoutLinking } from '@/lib/helpdesks/helpscout/link';
import { createLocator, matchesAgentPage, type Locator } from '@/lib/helpdesks/helpscout/locate';
import { conversationUrl } from '@/lib/helpdesks/helpscout/names';
import { observeTicket } from '@/lib/helpdesks/helpscout/observe';
import { readByApi } from '@/lib/helpdesks/helpscout/read-api';
import { readByDom, ticketOf, type DomReading } from '@/lib/helpdesks/helpscout/read-dom';

const LOOK_MS = 40;

/** How long to wait for what the page mounts late, in milliseconds. */
export interface HelpscoutPatience {
  /** For threads after the address has changed. */
  threads: number;
  /** For the editor after Reply or Note was pressed. */
  composer: number;
}
const PATIENCE: HelpscoutPatience = { threads: 600, composer: 2_000 };

/** One adapter per page: it remembers threads, the button pressed last and the last inserts. */
export function createHelpscoutAdapter(
  wayToApi: HelpscoutAccess,
  now: Clock = systemClock,
  patience: HelpscoutPatience = PATIENCE,
): HelpdeskAdapter {
  const access = withResults(wayToApi);
  const channels = createChannelMemory();
  const locator = createLocator(channels, now);
  const fields = createFieldCatalogue(access, now);
  const composer = createHelpscoutComposer(locator, now, patience.composer);
  return {
    name: 'helpscout',
    matches: matchesAgentPage,
    locate: (page) => locator.locate(page),
    observe(page, onChange) {
      const stops = [channels.watch(page), observeTicket(page, locator, onChange)];
      return () => stops.forEach((stop) => stop());
    },
    insert: (page, insertion) => composer.insert(page, insertion),
    undoInsert: (page, receipt) => composer.undo(page, receipt),
    ticketUrl: (origin, id) => conversationUrl(origin, { id }),
    linking: createHelpscoutLinking({ access, locator, composer }),
    results: access.results,
    async readTicket(page, id, signal) {
      const read = await readByApi(access, fields, page, id, signal);
      if (signal.aborted) return fail(fault('cancelled'));
      if (read.ok) return ok({ ...read.value, readBy: 'api' });
      // Without an API the page is the best way there is, not a worse one.
      const why = read.fault.kind === 'not-ready' ? null : read.fault;
      const threads = await waitForThreads(locator, page, id, signal, patience.threads);
      if (signal.aborted) return fail(fault('cancelled'));
      return fromPage(page, id, threads, why);
    },
  };
}

/** Threads in sight, else the agent's selection, else what address and title say. */
function fromPage(
  page: HelpdeskPage,
  id: string,
  threads: Result<DomReading>,
  apiFault: Fault | null,
): Result<TicketReading> {
  if (threads.ok) {
    const { ticket, degraded } = threads.value;
    return ok({ ticket, readBy: 'dom', degraded: degraded ?? apiFault });
  }
  if (threads.fault.kind !== 'page-changed') return threads;
  const text = selectedText(page.document, MESSAGE_LIMIT);
  const said = { author: 'customer', visibility: 'public', text, at: '' } as const;
  const ticket = ticketOf(page, id, text ? [said] : []);
  if (!text && !ticket.subject) return threads;
  return ok({ ticket, readBy: text ? 'selection' : 'dom', degraded: threads.fault });
}

async function waitForThreads(
  locator: Locator,
  page: HelpdeskPage,
  id: string,
  signal: AbortSignal,
  patienceMs: number,
): Promise<Result<DomReading>> {
  for (let waited = 0; ; waited += LOOK_MS) {
    const threads = readThreads(locator, page, id);
    const { kind } = threads.ok ? { kind: null } : threads.fault;
    const isPassing = kind === 'page-changed' || kind === 'switching';
    if (!isPassing || waited >= patienceMs || signal.aborted) return threads;
    // oxlint-disable-next-line no-await-in-loop -- looks until the threads are there
    await sleep(LOOK_MS);
  }
}

function readThreads(locator: Locator, page: HelpdeskPage, id: string): Result<DomReading> {
  const location = locator.locate(page);
  if (location.state === 'none' || location.state === 'new') return fail(fault('no-ticket'));
  if (location.id !== id) return fail(fault('switching'));
  if (location.state === 'switching') {
    return fail(
      location.missing ? fault('page-changed', { selector: location.why }) : fault('switching'),
    );
  }
  return readByDom(page, id, location.root);
}
