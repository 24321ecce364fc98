/** The best passage of an item for a ticket: the stretch of its blocks that holds most of the evidence. */
import { blockText } from '@/lib/convert/block-text';
import type { Block } from '@/lib/model/block';
import type { Passage } from '@/lib/model/suggestion';
import { analyse } from '@/lib/search/analyse/analyse';

/** Weight of each index term that the ticket and the item share. */
export type TermWeights = ReadonlyMap<string, number>;

/** A passage is read at a glance: about this many characters. */
const PASSAGE_CHARACTERS = 420;

/** Steps answer; an introduction only names the topic. */
const STEPS_BONUS = 1.15;

interface Stretch {
  heading: string;
  blocks: Block[];
  text: string;
}

/** Picks and marks the passage; the item's first stretch when no word is shared. */
export function bestPassage(
  blocks: readonly Block[],
  weights: TermWeights,
  locale: string,
): Passage {
  const stretches = splitIntoStretches(blocks);
  const roots = rootsOf(weights);
  let best = stretches[0] ?? { heading: '', blocks: [], text: '' };
  let bestScore = 0;
  for (const stretch of stretches) {
    if (mostOf(stretch, roots) <= bestScore) continue;
    const score = scoreStretch(stretch, weights, locale);
    if (score > bestScore) {
      best = stretch;
      bestScore = score;
    }
  }
  return {
    heading: best.heading,
    text: best.text,
    marks: markTerms(best.text, weights, locale),
    blocks: best.blocks,
  };
}

/** Where the terms stand in `text`: sorted, merged where they touch or overlap. */
export function markTerms(text: string, weights: TermWeights, locale: string): [number, number][] {
  const marks: [number, number][] = [];
  for (const { term, start, end } of analyse(text, locale)) {
    if (!weights.has(term)) continue;
    const last = marks.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}

/** Each distinct term counts once; a longer stretch does not win by its length. */
function scoreStretch(stretch: Stretch, weights: TermWeights, locale: string): number {
  const found = new Set<string>();
  for (const { term } of analyse(`${stretch.heading}\n${stretch.text}`, locale)) {
    if (weights.has(term)) found.add(term);
  }
  const weight = [...found].reduce((sum, term) => sum + (weights.get(term) ?? 0), 0);
  return toScore(stretch, weight);
}

function toScore({ blocks, text }: Stretch, weight: number): number {
  const steps = blocks.some((block) => block.type === 'list' && block.ordered);
  return (weight * (steps ? STEPS_BONUS : 1)) / (1 + text.length / (PASSAGE_CHARACTERS * 4));
}

/** What every word of a term begins with, and the term's weight. */
interface Root {
  letters: string;
  weight: number;
}

const PLAIN_WORD = /^[a-z]+$/;
/** Letters at the end of a stem that its words may lack or write otherwise: `possibl`, `happi`, `die`. */
const LOOSE_END = 2;
const NO_LETTER = /[^a-z]+/g;
const BEYOND_ASCII = /[^\0-\x7f]/;

function rootsOf(weights: TermWeights): Root[] {
  return [...weights].map(([term, weight]) => ({
    letters: PLAIN_WORD.test(term) ? term.slice(0, -LOOSE_END) : '',
    weight,
  }));
}

/** No less than the stretch's score: to look for letters is far quicker than to analyse. */
function mostOf(stretch: Stretch, roots: readonly Root[]): number {
  const text = `${stretch.heading}\n${stretch.text}`;
  // Letters with marks are written in several ways.
  const letters = BEYOND_ASCII.test(text) ? null : text.toLowerCase().replace(NO_LETTER, '');
  const weight = roots.reduce(
    (sum, root) => sum + (letters === null || letters.includes(root.letters) ? root.weight : 0),
    0,
  );
  return toScore(stretch, weight);
}

function splitIntoStretches(blocks: readonly Block[]): Stretch[] {
  const stretches: Stretch[] = [];
  let heading = '';
  let open: Block[] = [];
  let texts: string[] = [];
  let length = 0;
  const close = (): void => {
    if (open.length > 0) stretches.push({ heading, blocks: open, text: texts.join('\n\n') });
    open = [];
    texts = [];
    length = 0;
  };
  for (const block of blocks) {
    const text = blockText(block);
    if (block.type === 'heading') {
      close();
      heading = text;
      continue;
    }
    if (length > 0 && length + text.length > PASSAGE_CHARACTERS) close();
    open.push(block);
    if (text !== '') texts.push(text);
    length += text.length;
  }
  close();
  return stretches;
}
