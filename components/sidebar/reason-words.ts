/** Says in words why an item is offered. */
import { titlePhrases } from '@/components/sidebar/title-phrases';
import type { Wording } from '@/lib/app/stores/wording';
import { assertNever } from '@/lib/core/assert';
import { cut } from '@/lib/core/text';
import type { ItemHead } from '@/lib/model/item';
import type { Reason, Suggestion } from '@/lib/model/suggestion';

/** More words prove nothing more and cost lines. */
const MOST_WORDS = 4;
/** A path or a class name takes half a line. */
const MOST_LONG_NAMES = 2;
/** A "word" of a hostile ticket can be a page long. */
const LONGEST_WORD = 60;

/** `SYNC-4012`, `EX-17`: what people call an error code. */
const ERROR_CODE = /^\p{Lu}[\p{Lu}\d]*-\d+$/u;

/** The words worth showing: not empty, short, few, and no parts of a code that is named anyway. */
function worded(words: string[], codeParts: ReadonlySet<string>): string[] {
  return words
    .filter((word) => word.trim() !== '' && !codeParts.has(word.toLowerCase()))
    .slice(0, MOST_WORDS)
    .map((word) => cut(word, LONGEST_WORD));
}

function listed(words: string[], locale: string): string {
  return new Intl.ListFormat(locale, { style: 'short', type: 'unit' }).format(words);
}

function identifierWords(values: string[], { t, locale }: Wording): string[] {
  const codes = values.filter((value) => ERROR_CODE.test(value));
  const others = values.filter((value) => !ERROR_CODE.test(value)).slice(0, MOST_LONG_NAMES);
  const sentences: string[] = [];
  if (codes.length === 1) sentences.push(t('reason.code', [listed(codes, locale)]));
  if (codes.length > 1) sentences.push(t('reason.codes', [listed(codes, locale)]));
  if (others.length > 0) sentences.push(t('reason.identifier', [listed(others, locale)]));
  return sentences;
}

type Offered = Pick<Suggestion, 'reasons' | 'titleMarks'> & { item: Pick<ItemHead, 'title'> };

/** In the title's own words where it is known which; a stem may have led to it from others. */
function titleWords(
  words: string[],
  { item, titleMarks }: Offered,
  codeParts: ReadonlySet<string>,
  { t, locale }: Wording,
): string[] {
  const phrases = titleMarks.length === 0 ? words : titlePhrases(item.title, titleMarks);
  const quoted = worded(phrases, codeParts).map((phrase) => t('ui.quoted', [phrase]));
  return quoted.length === 0 ? [] : [t('reason.title', [listed(quoted, locale)])];
}

const NO_PARTS: ReadonlySet<string> = new Set();

function wordsOf(
  reason: Reason,
  offered: Offered,
  codeParts: ReadonlySet<string>,
  wording: Wording,
): string[] {
  const { t, locale } = wording;
  switch (reason.kind) {
    case 'identifier':
      return identifierWords(worded(reason.values, NO_PARTS), wording);
    case 'title':
      return titleWords(reason.words, offered, codeParts, wording);
    case 'words': {
      const words = worded(reason.words, codeParts);
      return words.length === 0 ? [] : [t('reason.words', [listed(words, locale)])];
    }
    case 'product':
      return worded([reason.product], NO_PARTS).map((product) => t('reason.product', [product]));
    case 'version':
      return worded([reason.version], NO_PARTS).map((version) => t('reason.version', [version]));
    case 'reports':
      return reason.count < 2 ? [] : [t('reason.reports', [reason.count.toLocaleString(locale)])];
    case 'recent':
      return [t('reason.recent', Math.max(0, reason.days), [reason.days.toLocaleString(locale)])];
    case 'precedent':
      return reason.tickets < 1
        ? []
        : [t('reason.precedent', reason.tickets, [reason.tickets.toLocaleString(locale)])];
    default:
      return assertNever(reason);
  }
}

/** One short sentence for each thing that the reasons state. */
export function reasonWords(offered: Offered, wording: Wording): string[] {
  const { reasons } = offered;
  const codes = reasons.flatMap((reason) => (reason.kind === 'identifier' ? reason.values : []));
  const codeParts = new Set(
    codes
      .flatMap((code) => [code, ...code.split(/[^\p{L}\d]+/u)])
      .map((part) => part.toLowerCase()),
  );
  return [...new Set(reasons.flatMap((reason) => wordsOf(reason, offered, codeParts, wording)))];
}
