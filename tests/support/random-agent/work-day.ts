/** A random agent's whole day: step by step, with everything looked at after each one. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { PageState } from '@/lib/model/page-state';
import { Agent } from '@/tests/support/random-agent/agent';
import type { Desk, Sight } from '@/tests/support/random-agent/desk';
import { planSteps } from '@/tests/support/random-agent/plan';

/** A page at rest is known within this. */
const PATIENCE_MS = 8_000;
/** How much of the trail a failure shows before the whole of it. */
const LATELY = 14;

export interface Figures {
  actions: number;
  seconds: number;
  /** By outcome, e.g. `insert in` or `link conflict`. */
  outcomes: Record<string, number>;
}

/** Works for so many actions. Throws with what is wrong, the seed and all actions up to there. */
export async function workADay(desk: Desk, seed: number, actions: number): Promise<Figures> {
  const began = Date.now();
  const agent = new Agent(desk);
  const steps = planSteps(seed, actions, desk.tickets.length, desk.issues.length);
  await agent.begin();
  try {
    for (const step of steps) {
      await agent.take(step);
      await expectNothingWrong(agent, desk);
    }
    await agent.recover();
    await expectNothingWrong(agent, desk);
  } catch (error) {
    throw new Error(explain(agent, seed, error), { cause: error });
  }
  const outcomes: Record<string, number> = {};
  for (const line of agent.trail) {
    if (line.startsWith('    ')) outcomes[line.trim()] = (outcomes[line.trim()] ?? 0) + 1;
  }
  return { actions, seconds: Math.round((Date.now() - began) / 1000), outcomes };
}

async function expectNothingWrong(agent: Agent, desk: Desk): Promise<void> {
  const wrong = agent.ledger.check(await desk.look());
  const stranger = await strangerInSidebar(agent, desk);
  if (stranger !== null) wrong.push(stranger);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}

/**
 * The sidebar is about the ticket in front, or says that tickets are changing. It hears of a change
 * a moment after the page makes it, so what is wrong has to stay wrong.
 */
async function strangerInSidebar(agent: Agent, desk: Desk): Promise<string | null> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const before = await desk.look();
    const { state, subject } = await agent.line.sidebar();
    const after = await desk.look();
    const isResting = before.inFront === after.inFront && before.addressed === after.addressed;
    const wrong = isResting ? stateComplaint(state, subject, after, desk) : 'never at rest';
    if (wrong === null) return null;
    if (Date.now() > deadline) return wrong;
    await sleep(60);
  }
}

function stateComplaint(
  state: PageState | null,
  subject: string,
  { addressed, inFront }: Sight,
  { tickets }: Desk,
): string | null {
  const shown = state === null ? null : shownTicket(state);
  const isMoving = addressed !== inFront;
  if (shown !== null && shown !== addressed) return `the sidebar has ${shown}, not ${addressed}`;
  if (isMoving) return null;
  if (inFront !== null && shown === null) return `the sidebar says ${state?.kind} to ${inFront}`;
  const other = tickets.find((one) => one.subject === subject && one.id !== inFront);
  return other ? `the sidebar shows “${other.subject}”, not ${inFront}` : null;
}

function shownTicket(state: PageState): number | null {
  if (state.kind === 'ticket') return Number(state.ticket.id);
  return state.kind === 'loading' || state.kind === 'failed' ? Number(state.id) : null;
}

function explain(agent: Agent, seed: number, error: unknown): string {
  const lately = agent.trail.slice(-LATELY).join('\n');
  return [
    `With the seed ${seed} (TRIVET_SEED=${seed} does it again):`,
    error instanceof Error ? error.message : String(error),
    `Lately:\n${lately}`,
    `All:\n${agent.trail.join('\n')}`,
  ].join('\n');
}
