/** What to beware of before an item goes to a customer. */
import { useSidebar } from '@/components/hooks/use-sidebar';
import { useWording } from '@/components/hooks/use-wording';
import { TITLE_LIMIT } from '@/components/sidebar/CardTitle';
import { formatDay } from '@/components/ui/dates';
import { Icon } from '@/components/ui/Icon';
import { SafeLink } from '@/components/ui/SafeLink';
import { safeLang } from '@/components/ui/safe-lang';
import { assertNever } from '@/lib/core/assert';
import { cut } from '@/lib/core/text';
import type { Recheck } from '@/lib/model/recheck';
import type { Notice, Suggestion } from '@/lib/model/suggestion';
import type { WordingNow } from '@/components/hooks/use-wording';

interface NoticeContext {
  suggestion: Suggestion;
  /** The reply in front goes to the customer. */
  isPublicReply: boolean;
}

/** "German" in the user's own language; the tag itself where the browser has no name for it. */
function languageName(tag: string, locale: string): string {
  const language = safeLang(tag);
  if (language === undefined) return tag;
  return new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? tag;
}

/** Null where the card says it already: the badge alone is enough in an internal note. */
function noticeWords(
  notice: Notice,
  { suggestion, isPublicReply }: NoticeContext,
  { t, locale }: WordingNow,
): string | null {
  switch (notice.kind) {
    case 'internal-only':
      return isPublicReply ? t('notice.internalOnly') : null;
    case 'outdated':
      return t('notice.outdated');
    case 'stale':
      return notice.fix === undefined ? t('notice.stale') : fixWords(notice.fix, { t, locale });
    case 'other-language':
      return t('notice.otherLanguage', [languageName(suggestion.item.locale, locale)]);
    case 'duplicate': {
      const key = notice.original?.key ?? suggestion.item.issue?.duplicateOf;
      return key === undefined
        ? t('notice.duplicate')
        : t('notice.duplicateOf', [cut(key, WORD_LIMIT)]);
    }
    default:
      return assertNever(notice);
  }
}

/** Keys and versions are short, unless somebody means harm. */
const WORD_LIMIT = 60;

type Fix = NonNullable<Extract<Notice, { kind: 'stale' }>['fix']>;

function fixWords({ key, version, date }: Fix, { t, locale }: Pick<WordingNow, 't' | 'locale'>) {
  return t('notice.staleByFix', [
    cut(key, WORD_LIMIT),
    cut(version, WORD_LIMIT),
    formatDay(date, locale) ?? cut(date, WORD_LIMIT),
  ]);
}

/** The way to the issue that this one repeats. */
function Original({ notice }: { notice: Notice }) {
  if (notice.kind !== 'duplicate' || notice.original === undefined) return null;
  const { title, url } = notice.original;
  return (
    <>
      {' '}
      <SafeLink href={url} isMarked>
        {cut(title, TITLE_LIMIT)}
      </SafeLink>
    </>
  );
}

/** What its place said when the item was used here; null when there is nothing to beware of. */
function recheckWords(found: Recheck | undefined, t: WordingNow['t']): string | null {
  switch (found?.kind) {
    case 'gone':
      return t('notice.gone', [String(found.status)]);
    case 'moved':
      return found.url === undefined ? t('notice.movedAway') : t('notice.moved');
    default:
      return null;
  }
}

/** The same for what is opened whole. */
export function RecheckNotice({ itemId }: { itemId: string }) {
  const { t } = useWording();
  const text = recheckWords(useSidebar().state.rechecks[itemId], t);
  if (text === null) return null;
  return (
    <ul className="notices">
      <li>
        <Icon name="warning" />
        <span>{text}</span>
      </li>
    </ul>
  );
}

export function Notices({ suggestion }: { suggestion: Suggestion }) {
  const words = useWording();
  const { page, rechecks } = useSidebar().state;
  const isPublicReply =
    page.kind === 'ticket' && page.channel !== 'internal' && page.channel !== 'none';
  const notices = suggestion.notices.flatMap((notice) => {
    const text = noticeWords(notice, { suggestion, isPublicReply }, words);
    return text === null ? [] : [{ notice, text }];
  });
  const recheck = recheckWords(rechecks[suggestion.item.id], words.t);
  if (notices.length === 0 && recheck === null) return null;
  return (
    <ul className="notices">
      {recheck !== null && (
        <li>
          <Icon name="warning" />
          <span>{recheck}</span>
        </li>
      )}
      {notices.map(({ notice, text }) => (
        <li key={notice.kind}>
          <Icon name={notice.kind === 'internal-only' ? 'lock' : 'warning'} />
          <span>
            {text}
            <Original notice={notice} />
          </span>
        </li>
      ))}
    </ul>
  );
}
