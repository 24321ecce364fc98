/** What a random agent is going to do: drawn from a seed beforehand, so that a seed is a replay. */
import { createRandom } from '@/tests/support/soak';

export type Kind = 'reply' | 'note';
export type Mishap = 'lost' | 'server-error' | 'rate-limit';
/** Which write of a link goes wrong, where it takes two. */
export type LinkPart = 'tag' | 'note';

/** `to`: the number of a ticket in the desk's list, or the one in front. */
type Aim = number | 'front';

export type Action =
  | { do: 'move'; to: number | 'list' }
  | { do: 'kind'; kind: Kind }
  | { do: 'type' }
  | {
      do: 'insert';
      to: Aim;
      form: 'link' | 'passage';
      visibility: 'public' | 'internal' | 'unknown';
      /** The agent goes on typing meanwhile, or presses the key twice. */
      meanwhile: 'nothing' | 'type' | 'again';
    }
  | { do: 'undo'; to: Aim }
  | { do: 'link'; to: Aim; issue: number; meanwhile: 'nothing' | 'again' | 'move' }
  | { do: 'unlink'; to: Aim }
  /** Somebody else adds a tag. */
  | { do: 'colleague'; to: number }
  | { do: 'closeTab'; to: number }
  | { do: 'reload' }
  | { do: 'killWorker' }
  /** The next write of a link goes wrong. */
  | { do: 'mishap'; what: Mishap; at: LinkPart }
  /** For as many actions. */
  | { do: 'offline' | 'expire'; turns: number };

export interface Step {
  action: Action;
  /** Whether the agent waits for the page before going on. */
  isPatient: boolean;
}

/** How often each is done; inserts and moves are what an agent's day is made of. */
const WEIGHTS: Readonly<Record<Action['do'], number>> = {
  move: 18,
  kind: 11,
  type: 13,
  insert: 22,
  undo: 8,
  link: 10,
  unlink: 6,
  colleague: 2,
  closeTab: 2,
  reload: 1,
  killWorker: 2,
  mishap: 2,
  offline: 2,
  expire: 1,
};

/** The same steps for the same seed, whatever becomes of them. */
export function planSteps(seed: number, count: number, tickets: number, issues: number): Step[] {
  const random = createRandom(seed);
  const pick = <T>(...from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const number = (below: number): number => Math.floor(random() * below);
  const names = Object.entries(WEIGHTS).flatMap(([name, weight]) =>
    Array.from({ length: weight }, () => name as Action['do']),
  );
  // Now and then for a ticket that is not in front any more.
  const aim = (): Aim => (random() < 0.8 ? 'front' : number(tickets));

  function draw(name: Action['do']): Action {
    switch (name) {
      case 'move':
        return { do: name, to: random() < 0.12 ? 'list' : number(tickets) };
      case 'kind':
        return { do: name, kind: pick('reply', 'note') };
      case 'insert':
        return {
          do: name,
          to: aim(),
          form: pick('link', 'passage'),
          visibility: pick('public', 'public', 'public', 'internal', 'unknown'),
          meanwhile: pick('nothing', 'nothing', 'type', 'again'),
        };
      case 'link':
        return {
          do: name,
          to: aim(),
          issue: number(issues),
          meanwhile: pick('nothing', 'nothing', 'again', 'move'),
        };
      case 'undo':
      case 'unlink':
        return { do: name, to: aim() };
      case 'colleague':
      case 'closeTab':
        return { do: name, to: number(tickets) };
      case 'mishap':
        return {
          do: name,
          what: pick('lost', 'server-error', 'rate-limit'),
          at: pick('tag', 'note'),
        };
      case 'offline':
      case 'expire':
        return { do: name, turns: 1 + number(4) };
      default:
        return { do: name };
    }
  }
  return Array.from({ length: count }, () => ({
    action: draw(pick(...names)),
    isPatient: random() < 0.5,
  }));
}
