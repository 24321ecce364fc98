/** Which sentence fits an issue, an incident or an article, and which facts it may name. */
import { assertNever } from '@/lib/core/assert';
import type { IssueFacts } from '@/lib/model/issue-facts';
import type { ItemHead } from '@/lib/model/item';

/** Every sentence there is, with the facts that it may name: all of them are known when it is used. */
export const CASE_SLOTS = {
  known: [],
  'in-progress': [],
  'planned-version-date': ['version', 'date'],
  'planned-version': ['version'],
  'planned-date': ['date'],
  'coming-version-date': ['version', 'date'],
  'coming-version': ['version'],
  'coming-date': ['date'],
  coming: [],
  'fixed-version-date': ['version', 'date'],
  'fixed-version': ['version'],
  fixed: [],
  'wont-fix': [],
  /** Above a workaround: while it is not fixed, although it is fixed, because it will not be. */
  meanwhile: [],
  remedy: [],
  alternative: [],
  'incident-known': [],
  'incident-open': [],
  'incident-in-progress': [],
  'incident-watching': [],
  'incident-over': [],
  'incident-closed': [],
  article: ['title'],
} as const satisfies Record<string, readonly string[]>;

export type ReplyCase = keyof typeof CASE_SLOTS;
export type Slot = 'version' | 'date' | 'title';
export type SlotValues = Partial<Record<Slot, string>>;

export const REPLY_CASES = Object.keys(CASE_SLOTS) as ReplyCase[];

/** A planned day; null when it is none, or when it is over and the plan did not hold. */
interface Fix {
  version: string | null;
  date: string | null;
  isPast: boolean;
}

const VERSION_LIMIT = 40;
/** Letters, digits and what stands between them: no address, no placeholder, no second line. */
const VERSION = /^[\p{L}\p{N}][\p{L}\p{N} ._+()/-]*$/u;
/** Names of plans rather than of versions: nothing that a customer could ever install. */
const PLAN =
  /sprint|backlog|milestone|iteration|later|someday|tbd|unscheduled|internal|triage|next|future|quarter|\bq[1-4]\b/i;

/** The version as a customer may read it; null for plans, for prose and for nothing. */
export function customerVersion(version: string | undefined): string | null {
  const text = version?.trim() ?? '';
  const isVersion = text.length <= VERSION_LIMIT && VERSION.test(text) && /\p{N}/u.test(text);
  return isVersion && !PLAN.test(text) ? text : null;
}

/** A calendar day in the language; null when it is no date. `2026-12-08` is the same day everywhere. */
function dayWords(iso: string | undefined, language: string): string | null {
  const then = iso === undefined ? NaN : Date.parse(iso);
  if (Number.isNaN(then)) return null;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(then);
}

function fixOf(facts: IssueFacts, language: string, now: number): Fix {
  const then = Date.parse(facts.fixDate ?? '');
  return {
    version: customerVersion(facts.fixVersion),
    date: dayWords(facts.fixDate, language),
    isPast: !Number.isNaN(then) && then + 86_400_000 <= now,
  };
}

type Stage = 'planned' | 'coming' | 'fixed';
const ALONE = { planned: 'known', coming: 'coming', fixed: 'fixed' } as const;

/** The sentence of the stage that names as much as is known. */
function staged(stage: Stage, { version, date }: Pick<Fix, 'version' | 'date'>): ReplyCase {
  if (version !== null && date !== null) return `${stage}-version-date`;
  if (version !== null) return `${stage}-version`;
  return date !== null && stage !== 'fixed' ? `${stage}-date` : ALONE[stage];
}

/** A day that has passed is no plan any more, and one that is to come is no release yet. */
function bugCase(facts: IssueFacts, fix: Fix): ReplyCase {
  const ahead = fix.isPast ? { ...fix, date: null } : fix;
  switch (facts.category) {
    case 'open':
    case 'in-progress': {
      const found = staged('planned', fix.isPast ? { version: null, date: null } : fix);
      return found === 'known' && facts.category === 'in-progress' ? 'in-progress' : found;
    }
    case 'fixed-unreleased':
      return staged('coming', ahead);
    case 'fixed':
      return fix.date === null || fix.isPast ? staged('fixed', fix) : staged('coming', fix);
    case 'wont-fix':
      return 'wont-fix';
    case 'duplicate':
      return 'known';
    default:
      return assertNever(facts.category);
  }
}

const INCIDENT_CASES = {
  open: 'incident-open',
  'in-progress': 'incident-in-progress',
  'fixed-unreleased': 'incident-watching',
  fixed: 'incident-over',
  'wont-fix': 'incident-closed',
  duplicate: 'incident-known',
} as const satisfies Record<IssueFacts['category'], ReplyCase>;

export interface Chosen {
  case: ReplyCase;
  slots: SlotValues;
}

/** The sentence for an issue or incident with these facts; `now` in milliseconds since 1970. */
export function chooseCase(
  kind: ItemHead['kind'],
  facts: IssueFacts,
  language: string,
  now: number,
): Chosen {
  if (kind === 'incident') return { case: INCIDENT_CASES[facts.category], slots: {} };
  const fix = fixOf(facts, language, now);
  const slots: SlotValues = {};
  if (fix.version !== null) slots.version = fix.version;
  if (fix.date !== null) slots.date = fix.date;
  return { case: bugCase(facts, fix), slots };
}

/** The line above a workaround. */
export function workaroundCase({ category }: IssueFacts): ReplyCase {
  if (category === 'wont-fix') return 'alternative';
  return category === 'fixed' ? 'remedy' : 'meanwhile';
}
