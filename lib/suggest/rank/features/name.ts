/** Whether the ticket names what an answer's title names. */
import { namesIn, type Name } from '@/lib/suggest/names';
import type { RankCandidate, RankContext, RankFeature } from '@/lib/suggest/rank/contract';

/** A name counts for half where it stands this many characters into the message. */
const HALF_WAY = 400;
const MESSAGE_CHARACTERS = 2_000;

/** The head of an answer's title is kept with it under this mark. */
export const NAME_MARK = 'name:';

/** Share of the head's names that the message says, rare ones first; often and early counts for more. */
export const namedInBody: RankFeature = {
  name: 'namedInBody',
  over: (context) => likeness(context, weigh(context.body), all),
};

export const namedInSubject: RankFeature = {
  name: 'namedInSubject',
  over: (context) => likeness(context, weigh(context.subject), all),
};

/** The same for methods: names with a bracket after them, in both. */
export const calledInBody: RankFeature = {
  name: 'calledInBody',
  over: (context) => likeness(context, weigh(context.body, called), called),
};

export const calledInSubject: RankFeature = {
  name: 'calledInSubject',
  over: (context) => likeness(context, weigh(context.subject, called), called),
};

/** Share of the head's names, by rarity, that stand anywhere in the ticket. */
export const headSaid: RankFeature = {
  name: 'headSaid',
  over: (context) => {
    const said = weigh(`${context.subject}\n${context.body}`);
    const heads = headsOf(context);
    return (one) => {
      const names = heads.get(one) ?? [];
      const whole = names.reduce((sum, { rarity }) => sum + rarity, 0);
      const part = names.reduce((sum, { text, rarity }) => sum + (said.has(text) ? rarity : 0), 0);
      return whole === 0 ? 0 : part / whole;
    };
  },
};

const all = (): boolean => true;
const called = (name: Name): boolean => name.called;

/** Sum of squared rarities of the names in common, set against all of the head's (half a cosine). */
function likeness(
  context: RankContext,
  said: ReadonlyMap<string, number>,
  wanted: (name: Name) => boolean,
): (candidate: RankCandidate) => number {
  if (said.size === 0) return () => 0;
  const heads = headsOf(context);
  return (one) => {
    const names = heads.get(one) ?? [];
    const norm = names.reduce((sum, { rarity }) => sum + rarity ** 2, 0);
    const common = names
      .filter((name) => wanted(name))
      .reduce((sum, { text, rarity }) => {
        const count = said.get(text) ?? 0;
        return sum + (rarity ** 2 * count) / (1 + count);
      }, 0);
    return norm === 0 ? 0 : common / Math.sqrt(norm);
  };
}

function weigh(text: string, wanted: (name: Name) => boolean = all): Map<string, number> {
  const weights = new Map<string, number>();
  for (const name of namesIn(text.slice(0, MESSAGE_CHARACTERS))) {
    if (!wanted(name)) continue;
    weights.set(name.text, (weights.get(name.text) ?? 0) + 1 / (1 + name.at / HALF_WAY));
  }
  return weights;
}

interface HeadName extends Name {
  /** How rare it is among the heads of the list (idf). */
  rarity: number;
}

type Heads = ReadonlyMap<RankCandidate, readonly HeadName[]>;

const known = new WeakMap<readonly RankCandidate[], Heads>();

/** Distinct names in the heads of all candidates; gathered once for a list. */
function headsOf({ candidates }: RankContext): Heads {
  let heads = known.get(candidates);
  if (heads === undefined) {
    heads = readHeads(candidates);
    known.set(candidates, heads);
  }
  return heads;
}

function readHeads(candidates: readonly RankCandidate[]): Heads {
  const counts = new Map<string, number>();
  const named = candidates.map((one): [RankCandidate, Name[]] => {
    const head = one.hit.about.find((value) => value.startsWith(NAME_MARK)) ?? '';
    const names = new Map(namesIn(head.slice(NAME_MARK.length)).map((name) => [name.text, name]));
    for (const text of names.keys()) counts.set(text, (counts.get(text) ?? 0) + 1);
    return [one, [...names.values()]];
  });
  const rarities = new Map(
    [...counts].map(([text, count]) => [
      text,
      Math.log(1 + (candidates.length - count + 0.5) / (count + 0.5)),
    ]),
  );
  return new Map(
    named.map(([one, names]) => [
      one,
      names.map(({ text, at, called: isCalled }) => ({
        text,
        at,
        called: isCalled,
        rarity: rarities.get(text) ?? 0,
      })),
    ]),
  );
}
