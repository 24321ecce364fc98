/** Says in words why an item is offered. */
import type { Wording } from '@/lib/app/stores/wording';
import { assertNever } from '@/lib/core/assert';
import { cut } from '@/lib/core/text';
import type { Reason } from '@/lib/model/suggestion';

/** More words prove nothing more and cost lines. */
const MOST_WORDS = 4;
/** A "word" of a hostile ticket can be a page long. */
const LONGEST_WORD = 60;

/** `SYNC-4012`, `EX-17`: what people call an error code. */
const ERROR_CODE = /^\p{Lu}[\p{Lu}\d]*-\d+$/u;

/** The words worth showing. */
function worded(words: string[]): string[] {
  return words
    .filter((word) => word.trim() !== '')
    .slice(0, MOST_WORDS)
    .map((word) => cut(word, LONGEST_WORD));
}

function listed(words: string[], locale: string): string {
  return new Intl.ListFormat(locale, { style: 'short', type: 'unit' }).format(words);
}

function identifierWords(values: string[], { t, locale }: Wording): string[] {
  const codes = values.filter((value) => ERROR_CODE.test(value));
  const others = values.filter((value) => !ERROR_CODE.test(value));
  const sentences: string[] = [];
  if (codes.length === 1) sentences.push(t('reason.code', [listed(codes, locale)]));
  if (codes.length > 1) sentences.push(t('reason.codes', [listed(codes, locale)]));
  if (others.length > 0) sentences.push(t('reason.identifier', [listed(others, locale)]));
  return sentences;
}

/** One quotation where the words stand together in the title, else one for each. */
function titleWords(words: string[], title: string, { t, locale }: Wording): string {
  const phrase = words.join(' ');
  const isPhrase = title.toLocaleLowerCase(locale).includes(phrase.toLocaleLowerCase(locale));
  const quoted = (isPhrase ? [phrase] : words).map((part) => t('ui.quoted', [part]));
  return t('reason.title', [listed(quoted, locale)]);
}

/** One short sentence for each thing a reason states; none when it states nothing. */
export function reasonWords(reason: Reason, title: string, wording: Wording): string[] {
  const { t, locale } = wording;
  switch (reason.kind) {
    case 'identifier':
      return identifierWords(worded(reason.values), wording);
    case 'title': {
      const words = worded(reason.words);
      return words.length === 0 ? [] : [titleWords(words, title, wording)];
    }
    case 'words': {
      const words = worded(reason.words);
      return words.length === 0 ? [] : [t('reason.words', [listed(words, locale)])];
    }
    case 'product':
      return worded([reason.product]).map((product) => t('reason.product', [product]));
    case 'version':
      return worded([reason.version]).map((version) => t('reason.version', [version]));
    default:
      return assertNever(reason);
  }
}
