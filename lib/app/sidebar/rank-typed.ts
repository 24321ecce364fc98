/** The order of typed search results: names first, then what looks like the text, then what contains it. */
import Fuse, { type FuseResult, type IFuseOptions } from 'fuse.js';
import { mergeMarks, type Mark } from '@/lib/app/sidebar/title-marks';
import type { TypedHit } from '@/lib/app/stores/sidebar-state';
import type { ItemHead } from '@/lib/model/item';

const MOST_HITS = 20;

/** Word by word, so that their order does not matter and a typo costs one word, not the match. */
const FUSE_OPTIONS: IFuseOptions<ItemHead> = {
  keys: [
    { name: 'title', weight: 3 },
    { name: 'key', weight: 2 },
    { name: 'labels', weight: 1 },
  ],
  threshold: 0.4,
  ignoreLocation: true,
  ignoreDiacritics: true,
  useTokenSearch: true,
  includeMatches: true,
  includeScore: true,
  minMatchCharLength: 2,
};

/** Beyond this score only scraps of the text were found, unless a word of it stands in the title. */
const WORST_SCORE = 0.7;

/** Shorter marks are letters that happen to be there, unless so short a word was typed. */
const SHORTEST_MARK = 3;

/** Ranks the engine's candidates (best first) for `text`; none is left out but those past the limit. */
export function rankTyped(text: string, candidates: readonly ItemHead[]): TypedHit[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const looksLike = new Fuse(candidates, FUSE_OPTIONS)
    .search(text)
    .filter(({ item, score = 1 }) => score <= WORST_SCORE || places(item.title, words).length > 0);
  const matches = new Map(looksLike.map((match) => [match.item.id, match]));
  const named = candidates.filter((item) => isNamed(item, text));
  const inOrder = [...named, ...looksLike.map(({ item }) => item), ...candidates];
  const unique = [...new Map(inOrder.map((item) => [item.id, item])).values()];
  return unique
    .slice(0, MOST_HITS)
    .map((item) => ({ item, titleMarks: titleMarks(words, item, matches.get(item.id)) }));
}

/** True when the text is the item's key, or a label such as an error code. */
function isNamed({ key, labels }: ItemHead, text: string): boolean {
  const wanted = nameOf(text);
  return (
    wanted !== '' && [key ?? '', ...labels.filter(isCode)].some((name) => nameOf(name) === wanted)
  );
}

/** `POS 1103`, `pos-1103` and `POS1103` are one name. */
function nameOf(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, '');
}

/** Labels that are words name a topic, not one thing. */
function isCode(label: string): boolean {
  return /\d/.test(label);
}

function titleMarks(
  words: readonly string[],
  item: ItemHead,
  match?: FuseResult<ItemHead>,
): Mark[] {
  const exact = places(item.title, words);
  const shortest = Math.min(SHORTEST_MARK, ...words.map((word) => word.length));
  const alike = (match?.matches ?? [])
    .filter(({ key }) => key === 'title')
    .flatMap(({ indices }) => indices.map(([first, last]): Mark => [first, last + 1]))
    .filter(([start, end]) => end - start >= shortest);
  // Where the words themselves stand in the title, letters like theirs would only distract.
  return mergeMarks(exact.length > 0 ? exact : alike, item.title.length);
}

/** Where one of the words, in small letters, begins a word of the title. */
function places(title: string, words: readonly string[]): Mark[] {
  const lower = title.toLowerCase();
  // Some capitals have small letters of another length; their places would not fit the title.
  return lower.length === title.length ? words.flatMap((word) => wordStarts(lower, word)) : [];
}

function wordStarts(text: string, word: string): Mark[] {
  const marks: Mark[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    if (!/[\p{L}\p{N}]/u.test(text.slice(0, at).at(-1) ?? '')) marks.push([at, at + word.length]);
  }
  return marks;
}
