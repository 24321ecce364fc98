/** What to beware of before an item goes to a customer. */
import { useSidebar } from '@/components/hooks/use-sidebar';
import { useWording } from '@/components/hooks/use-wording';
import { Icon } from '@/components/ui/Icon';
import { safeLang } from '@/components/ui/safe-lang';
import { assertNever } from '@/lib/core/assert';
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
  switch (notice) {
    case 'internal-only':
      return isPublicReply ? t('notice.internalOnly') : null;
    case 'outdated':
      return t('notice.outdated');
    case 'stale':
      return t('notice.stale');
    case 'other-language':
      return t('notice.otherLanguage', [languageName(suggestion.item.locale, locale)]);
    case 'duplicate': {
      const original = suggestion.item.issue?.duplicateOf;
      return original === undefined ? t('notice.duplicate') : t('notice.duplicateOf', [original]);
    }
    default:
      return assertNever(notice);
  }
}

export function Notices({ suggestion }: { suggestion: Suggestion }) {
  const words = useWording();
  const { page } = useSidebar().state;
  const isPublicReply =
    page.kind === 'ticket' && page.channel !== 'internal' && page.channel !== 'none';
  const notices = suggestion.notices.flatMap((notice) => {
    const text = noticeWords(notice, { suggestion, isPublicReply }, words);
    return text === null ? [] : [{ notice, text }];
  });
  if (notices.length === 0) return null;
  return (
    <ul className="notices">
      {notices.map(({ notice, text }) => (
        <li key={notice}>
          <Icon name={notice === 'internal-only' ? 'lock' : 'warning'} />
          {text}
        </li>
      ))}
    </ul>
  );
}
