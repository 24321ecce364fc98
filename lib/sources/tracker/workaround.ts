/** What to do meanwhile: no tracker has a field for it, so people write it under a heading. */
import { inlineText } from '@/lib/convert/block-text';
import type { Block, Inline } from '@/lib/model/block';

const NAMES = [
  'work[- ]?arounds?|temporary (?:fix|solution)|interim (?:fix|solution)|mitigations?',
  'umgehung(?:slösung)?|umgehungsmöglichkeit|zwischenlösung|übergangslösung|notlösung',
  '(?:solution de )?contournement|solution (?:temporaire|provisoire)|atténuation',
  'solución (?:temporal|alternativa|provisional)|mitigación',
  'solução (?:temporária|alternativa|provisória|de contorno)|contorno|mitigação',
  'soluzione (?:temporanea|alternativa|provvisoria)|aggiramento|mitigazione',
  'tijdelijke oplossing|noodoplossing|omweg',
].join('|');

const NAME = String.raw`(?:(?:possible|known|current|customer|suggested|möglicher?) )?(?:${NAMES})`;
/** `Workaround`, `2. Known workaround:`, `Workaround (for support)`. */
const HEADING = new RegExp(
  String.raw`^[\d.)\s]*${NAME}(?: for [\p{L} ]{1,40}| \([^()]{1,60}\))?\s*[:：]?\s*$`,
  'iu',
);
const OPENING = new RegExp(String.raw`^\s*${NAME}\s*[:：]\s*`, 'iu');

/** Words of forms and people who had nothing to say. */
const NOTHING =
  /^[\s\-–—_*.]*(?:none(?: (?:known|yet|so far|available))?|no(?: (?:known )?work-?arounds?)?|n\/?a|tbd|todo|unknown|_?no response_?|keine?r?(?: bekannt)?|aucune?|ninguna?|nenhuma?|nessun[ao]?|geen)?[\s_*.]*$/iu;

/** The part of a body under the heading that announces a workaround; empty where there is none. */
export function findWorkaround(blocks: readonly Block[]): Block[] {
  for (const [at, block] of blocks.entries()) {
    const found = workaroundAt(blocks, at, block);
    if (found.length > 0 && !saysNothing(found)) return found;
  }
  return [];
}

/** A configured field's blocks, if it says something. */
export function givenWorkaround(blocks: readonly Block[]): Block[] {
  return saysNothing(blocks) ? [] : [...blocks];
}

function workaroundAt(blocks: readonly Block[], at: number, block: Block): Block[] {
  if (block.type === 'heading') {
    if (!HEADING.test(inlineText(block.text))) return [];
    return until(blocks, at + 1, (next) => next.type === 'heading' && next.level <= block.level);
  }
  if (block.type !== 'paragraph') return [];
  const text = inlineText(block.text);
  const isTitle = block.text.every(({ strong }) => strong === true) || /[:：]\s*$/.test(text);
  if (isTitle && HEADING.test(text)) return until(blocks, at + 1, isTitleLike);
  const opening = OPENING.exec(text)?.[0];
  if (opening === undefined) return [];
  const rest = dropStart(block.text, opening.length);
  return rest.length === 0 ? [] : [{ type: 'paragraph', text: rest }, ...listAfter(blocks, at)];
}

/** A paragraph that ends in a colon announces the list after it. */
function listAfter(blocks: readonly Block[], at: number): Block[] {
  const [block, next] = [blocks[at], blocks[at + 1]];
  const isAnnounced = block?.type === 'paragraph' && /[:：]\s*$/.test(inlineText(block.text));
  return isAnnounced && (next?.type === 'list' || next?.type === 'code') ? [next] : [];
}

/** In texts without headings a paragraph all in bold stands for one. */
function isTitleLike(block: Block): boolean {
  if (block.type === 'heading') return true;
  return block.type === 'paragraph' && block.text.every(({ strong }) => strong === true);
}

function until(blocks: readonly Block[], from: number, isEnd: (block: Block) => boolean): Block[] {
  const rest = blocks.slice(from);
  const end = rest.findIndex(isEnd);
  return end === -1 ? rest : rest.slice(0, end);
}

function dropStart(inlines: readonly Inline[], length: number): Inline[] {
  const kept: Inline[] = [];
  let left = length;
  for (const inline of inlines) {
    const text = inline.text.slice(left);
    left = Math.max(0, left - inline.text.length);
    if (text !== '') kept.push({ ...inline, text: kept.length === 0 ? text.trimStart() : text });
  }
  return kept.filter(({ text }) => text !== '');
}

function saysNothing(blocks: readonly Block[]): boolean {
  return blocks.every(
    (block) => block.type === 'paragraph' && NOTHING.test(inlineText(block.text)),
  );
}
