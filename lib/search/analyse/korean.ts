/**
 * Korean words: spaces stand between phrases, and particles and endings cling to the nouns and verbs in
 * them (`프린터가`, `설치했는데`). A phrase gives what is left once they are cut off, and the pairs of its
 * syllables. Stems alone miss compounds, which are written with and without spaces (`영수증 프린터`,
 * `영수증프린터`), and verbs whose endings are not known here: of the sentences in the tests they found two
 * thirds, phrases as they stand a tenth, stems with pairs all.
 */
import type { ChunkTerm } from '@/lib/search/analyse/chunk-term';
import { isStopWord } from '@/lib/search/analyse/stop-words';

/** Endings of what is done (`하다`, `되다`) after a noun, then of politeness and tense after a verb. */
const VERBAL = `했습니다 하였습니다 합니다 됩니다 되었습니다 됐습니다 입니다 였습니다 있습니다 없습니다 었습니다 았습니다
  습니다 습니까 합니까 됩니까 입니까 하십시오 하세요 해주세요 하려고 하려면 하면 하고 하는데 하는 하지만 하지 하기 하여 하게
  했는데 했더니 했어요 했다 했고 했을 해서 해야 해도 해요 했던 한다 한데 되지 되는데 되는 되고 되면 되어 돼요 됐어요 됐는데
  됐다 된다 된 될 할 한 해 돼서 되었는데 되었다 않습니다 않아요 이에요 예요 인데 이라고 라고 이나 네요 어요 아요 는데 다고 으면 지만 려고`;
const PARTICLES = `에서는 에서도 에서만 으로는 으로만 에게서 까지는 부터는 에서 에게 한테 으로 부터 까지 처럼 보다 마다 조차
  밖에 이랑 에는 에도 와는 과는 이며 께서 은 는 이 가 을 를 의 에 로 와 과 도 만 랑`;
const byLength = (list: string): string[] =>
  list.split(/\s+/).toSorted((a, b) => b.length - a.length);
const ENDINGS = [byLength(VERBAL), byLength(PARTICLES)];
/** A stem of one syllable is a guess. */
const SHORTEST_STEM = 2;
const SHORTEST_WITH_PAIRS = 3;

/** The terms of `phrase`, Hangul without spaces that begins at `from`; not always in order. */
export function pushHangul(phrase: string, from: number, terms: ChunkTerm[]): void {
  const stem = stemOfPhrase(phrase);
  if (isStopWord(phrase, 'ko') || isStopWord(stem, 'ko') || stem.length < SHORTEST_STEM) return;
  const push = (term: string, start: number): void => {
    const begin = from + start;
    terms.push({ term, start: begin, end: begin + term.length, identifier: false });
  };
  push(stem, 0);
  if (stem.length < SHORTEST_WITH_PAIRS) return;
  for (let at = 0; at < stem.length - 1; at++) push(stem.slice(at, at + 2), at);
}

/** `프린터에서` → `프린터`; the particle of a noun after the ending of a verb (`설치하기가`) goes first. */
function stemOfPhrase(phrase: string): string {
  const [verbal = [], particles = []] = ENDINGS;
  const noun = withoutEnding(phrase, particles);
  const verb = withoutEnding(noun, verbal);
  return verb === noun ? withoutEnding(phrase, verbal, noun) : verb;
}

function withoutEnding(phrase: string, endings: readonly string[], otherwise = phrase): string {
  const found = endings.find(
    (ending) => phrase.endsWith(ending) && phrase.length - ending.length >= SHORTEST_STEM,
  );
  return found === undefined ? otherwise : phrase.slice(0, -found.length);
}
