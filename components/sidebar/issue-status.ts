/** Says in one plain sentence where a bug or an incident stands. */
import { formatDay, isPast } from '@/components/ui/dates';
import { textKey } from '@/components/ui/text-key';
import type { WordingNow } from '@/components/hooks/use-wording';
import { assertNever } from '@/lib/core/assert';
import type { Block } from '@/lib/model/block';
import type { IssueFacts } from '@/lib/model/issue-facts';
import type { ItemHead, ItemKind } from '@/lib/model/item';

type IssueWording = Pick<WordingNow, 't' | 'locale' | 'now'>;

/** How the fix is named, as far as it is known. */
interface Fix {
  version: string | null;
  day: string | null;
  isOver: boolean;
}

/** A planned fix: with version and day, with one of them, or only the fact. */
function plannedWords(fix: Fix, isInProgress: boolean, { t }: IssueWording): string {
  const { version, day } = fix;
  if (day !== null && fix.isOver) {
    return version === null ? t('issue.lateDay', [day]) : t('issue.late', [version, day]);
  }
  if (version !== null && day !== null) return t('issue.planned', [version, day]);
  if (version !== null) return t('issue.plannedVersion', [version]);
  if (day !== null) return t('issue.plannedDay', [day]);
  return isInProgress ? t('issue.inProgress') : t('issue.open');
}

function unreleasedWords({ version, day, isOver }: Fix, { t }: IssueWording): string {
  if (version !== null && day !== null && !isOver) return t('issue.comes', [version, day]);
  return version === null ? t('issue.unreleased') : t('issue.comesVersion', [version]);
}

function fixedWords({ version, day }: Fix, { t }: IssueWording): string {
  if (version !== null && day !== null) return t('issue.fixed', [version, day]);
  return version === null ? t('issue.fixedAny') : t('issue.fixedVersion', [version]);
}

function bugWords(facts: IssueFacts, wording: IssueWording): string {
  const { t, locale, now } = wording;
  const fix: Fix = {
    version: facts.fixVersion ?? null,
    day: facts.fixDate === undefined ? null : formatDay(facts.fixDate, locale),
    isOver: facts.fixDate !== undefined && isPast(facts.fixDate, now),
  };
  switch (facts.category) {
    case 'open':
      return plannedWords(fix, false, wording);
    case 'in-progress':
      return plannedWords(fix, true, wording);
    case 'fixed-unreleased':
      return unreleasedWords(fix, wording);
    case 'fixed':
      return fixedWords(fix, wording);
    case 'wont-fix':
      return t('issue.wontFix');
    case 'duplicate':
      return facts.duplicateOf === undefined
        ? t('issue.duplicate')
        : t('issue.duplicateOf', [facts.duplicateOf]);
    default:
      return assertNever(facts.category);
  }
}

/** "Known bug, fix planned for POS 6.5.0 on 8 Dec 2026"; incidents have words of their own. */
export function issueStatusWords(kind: ItemKind, facts: IssueFacts, wording: IssueWording): string {
  if (kind === 'incident') return wording.t(`incident.${textKey(facts.category)}`);
  return bugWords(facts, wording);
}

/** What support may tell the customer; empty when there is nothing to tell. */
export function workaroundOf(item: Pick<ItemHead, 'issue'>): Block[] {
  return item.issue?.workaround ?? [];
}

/** True when nothing more will happen to the issue: it is fixed, or never will be. */
export function isClosed({ category }: IssueFacts): boolean {
  return category === 'fixed' || category === 'wont-fix';
}

/** True for the affected version that the ticket names: "6.3.2" is "POS 6.3.2", but not "16.3.2". */
export function isVersionOfTicket(affected: string, named: string[]): boolean {
  const parts = affected.toLowerCase().split(/\s+/);
  return named.some((version) => {
    const wanted = version.toLowerCase().trim().split(/\s+/);
    return wanted.every((part) => parts.includes(part) || parts.includes(`v${part}`));
  });
}
