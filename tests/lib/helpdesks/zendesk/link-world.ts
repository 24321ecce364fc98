/** A stand-in with a fresh ticket for every test of linking, and the page that shows it. */
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { HelpdeskPage, LinkReceipt } from '@/lib/helpdesks/contract';
import { createZendeskAdapter } from '@/lib/helpdesks/zendesk/adapter';
import type { LinkTarget, LinkView } from '@/lib/model/link';
import { createTestPage } from '@/tests/lib/helpdesks/test-page';
import { unwrap } from '@/tests/support/unwrap';
import type { SampleTicket } from '@/tests/support/zendesk/sample-ticket';
import { createStandIn, type StandIn } from '@/tests/support/zendesk/stand-in';
import { archivedTicket, mailTicket, problemTicket } from '@/tests/support/zendesk/test-tickets';

const closedProblem: SampleTicket = { ...problemTicket, id: 4501, archived: true };
export const otherProblem: SampleTicket = { ...problemTicket, id: 4502, subject: 'Another crash' };

export const byTag: LinkTarget = {
  tag: 'known-issue-fern-1042',
  note: 'Known issue FERN-1042: Spooler <crash>\nhttps://tracker.example/FERN-1042?a=1&b=2',
  undoNote: 'No longer linked to FERN-1042.',
  problemId: null,
};
export const byProblem: LinkTarget = { ...byTag, problemId: String(problemTicket.id) };

const FIRST_ID = 30_001;
const tickets: SampleTicket[] = Array.from({ length: 60 }, (_, index) => ({
  ...mailTicket,
  id: FIRST_ID + index,
  ...(index % 2 === 0 ? { type: 'question' } : {}),
}));

export interface LinkWorld {
  standIn: StandIn;
  /** The test's own ticket. */
  id: string;
  useNextTicket: () => void;
}

/** Call it at the top level of a test file. */
export function createLinkWorld(): LinkWorld {
  const world = { id: String(FIRST_ID) } as LinkWorld;
  let last = FIRST_ID - 1;
  beforeAll(async () => {
    const others = [problemTicket, closedProblem, otherProblem, archivedTicket];
    world.standIn = await createStandIn({ tickets: [...tickets, ...others] });
  });
  afterAll(() => world.standIn.close());
  beforeEach(() => {
    world.standIn.clearFailures();
    world.standIn.login();
    world.standIn.forgetRequests();
    last += 1;
    world.id = String(last);
  });
  world.useNextTicket = () => {
    last += 1;
    world.id = String(last);
  };
  return world;
}

export const signal = (): AbortSignal => new AbortController().signal;

/** The acting part of a test: what one agent's browser does. */
export function createAgent(world: LinkWorld) {
  const standInFetch = ((input: URL, init?: RequestInit) =>
    world.standIn.fetch(input, init as never)) as typeof fetch;
  const pageOf = (fetch = standInFetch): HelpdeskPage =>
    createTestPage(`https://acme.zendesk.com/agent/tickets/${world.id}`, fetch);
  const ticket = () => world.standIn.world.tickets.get(Number(world.id))!;
  async function preview(target: LinkTarget, page = pageOf()): Promise<LinkView> {
    const { linking } = createZendeskAdapter();
    return unwrap(await linking.preview(page, world.id, target, signal()));
  }
  return {
    standInFetch,
    pageOf,
    preview,
    record: () => ticket().record,
    notes: () =>
      ticket()
        .entries.filter(({ comment }) => !comment.public)
        .map(({ comment }) => comment.html_body),
    writes: () => world.standIn.requests.filter(({ method }) => method === 'PUT'),
    async link(target: LinkTarget, page = pageOf()): Promise<LinkReceipt> {
      const seen = await preview(target, page);
      return unwrap(await createZendeskAdapter().linking.link(page, world.id, target, seen));
    },
  };
}
