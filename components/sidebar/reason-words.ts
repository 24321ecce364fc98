/** Says in words why an item is offered. */
import type { Translate, Wording } from '@/lib/app/stores/wording';
import { assertNever } from '@/lib/core/assert';
import type { Reason } from '@/lib/model/suggestion';
import { cut } from '@/lib/core/text';

/** More words prove nothing more and cost lines. */
const MOST_WORDS = 4;
/** A "word" of a hostile ticket can be a page long. */
const LONGEST_WORD = 60;

/** `SYNC-4012`, `EX-17`: what people call an error code. */
const ERROR_CODE = /^\p{Lu}[\p{Lu}\d]*-\d+$/u;

function list(words: string[], locale: string): string {
  const short = words.slice(0, MOST_WORDS).map((word) => cut(word, LONGEST_WORD));
  return new Intl.ListFormat(locale, { style: 'short', type: 'unit' }).format(short);
}

function identifierWords(values: string[], { t, locale }: Wording): string[] {
  const codes = values.filter((value) => ERROR_CODE.test(value));
  const others = values.filter((value) => !ERROR_CODE.test(value));
  const sentences: string[] = [];
  if (codes.length === 1) sentences.push(t('reason.code', [list(codes, locale)]));
  if (codes.length > 1) sentences.push(t('reason.codes', [list(codes, locale)]));
  if (others.length > 0) sentences.push(t('reason.identifier', [list(others, locale)]));
  return sentences;
}

/** One quotation where the words stand together in the title, else one for each. */
function quoted(words: string[], title: string, t: Translate, locale: string): string {
  const phrase = words.join(' ');
  const isPhrase = title.toLocaleLowerCase(locale).includes(phrase.toLocaleLowerCase(locale));
  const parts = isPhrase && phrase.length <= LONGEST_WORD ? [phrase] : words;
  return list(
    parts.map((part) => t('ui.quoted', [cut(part, LONGEST_WORD)])),
    locale,
  );
}

/** One short sentence for each thing a reason states; `title` is the item's. */
export function reasonWords(reason: Reason, title: string, wording: Wording): string[] {
  const { t, locale } = wording;
  switch (reason.kind) {
    case 'identifier':
      return identifierWords(reason.values, wording);
    case 'title':
      return [t('reason.title', [quoted(reason.words, title, t, locale)])];
    case 'words':
      return [t('reason.words', [list(reason.words, locale)])];
    case 'product':
      return [t('reason.product', [cut(reason.product, LONGEST_WORD)])];
    case 'version':
      return [t('reason.version', [cut(reason.version, LONGEST_WORD)])];
    default:
      return assertNever(reason);
  }
}
