/** The best passage of an item for a ticket: the stretch of its blocks that holds most of the evidence. */
import { blockText } from '@/lib/convert/block-text';
import type { Block } from '@/lib/model/block';
import type { Passage } from '@/lib/model/suggestion';
import { analyse, analyseInto } from '@/lib/search/analyse/analyse';
import { TermScan, type TermWeights } from '@/lib/suggest/term-scan';

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
  const best = bestStretch(splitIntoStretches(blocks), weights, locale);
  return {
    heading: best.heading,
    text: best.text,
    marks: markTerms(best.text, weights, locale),
    blocks: best.blocks,
  };
}

/** The first of those with the greatest score. Only stretches that may have it are analysed. */
function bestStretch(stretches: readonly Stretch[], weights: TermWeights, locale: string): Stretch {
  const scan = new TermScan(weights, locale);
  const hopeful = stretches
    .map((stretch, at) => ({ stretch, at, most: mostOf(stretch, scan) }))
    .filter(({ most }) => most > 0)
    .sort((a, b) => b.most - a.most || a.at - b.at);
  let best = { stretch: stretches[0] ?? { heading: '', blocks: [], text: '' }, at: 0, score: 0 };
  for (const { stretch, at, most } of hopeful) {
    if (most < best.score) break;
    const score = scoreStretch(stretch, weights, locale);
    if (score > best.score || (score === best.score && at < best.at)) best = { stretch, at, score };
  }
  return best.stretch;
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
  analyseInto(wordsOf(stretch), locale, (term) => {
    if (weights.has(term)) found.add(term);
  });
  const weight = [...found].reduce((sum, term) => sum + (weights.get(term) ?? 0), 0);
  return toScore(stretch, weight);
}

function toScore({ blocks, text }: Stretch, weight: number): number {
  const steps = blocks.some((block) => block.type === 'list' && block.ordered);
  return (weight * (steps ? STEPS_BONUS : 1)) / (1 + text.length / (PASSAGE_CHARACTERS * 4));
}

/** Sums of the same weights differ by less than this with their order. */
const ROUNDING = 1 + 1e-9;

/** No less than the stretch's score. */
function mostOf(stretch: Stretch, scan: TermScan): number {
  return toScore(stretch, scan.boundOf(wordsOf(stretch)) * ROUNDING);
}

function wordsOf({ heading, text }: Stretch): string {
  return `${heading}\n${text}`;
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
