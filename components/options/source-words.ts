/** What a user reads about a source: its kind, its faults, sizes and times. */
import { faultWords, type FaultWords } from '@/components/ui/fault-words';
import { textKey } from '@/components/ui/text-key';
import type { WordingNow } from '@/components/hooks/use-wording';
import type { Translate } from '@/lib/app/stores/wording';
import type { Fault } from '@/lib/core/fault';
import { sourceKindSchema, type SourceKind } from '@/lib/model/source';

/** `why` of a `forbidden` that only the agent's permission for the host ends. */
const NO_PERMISSION = 'no permission';

/** Faults whose usual words speak of the helpdesk page, which is not meant here. */
const OWN_WORDS = [
  'offline',
  'timeout',
  'signed-out',
  'forbidden',
  'not-found',
  'rate-limited',
  'server-error',
  'bad-response',
  'bad-message',
  'not-ready',
  'disconnected',
] as const;

export function kindName(kind: SourceKind, t: Translate): string {
  return t(`sources.kind.${textKey(kind)}`);
}

/** Names of all kinds that an address can lead to. */
export function readableKinds({ t, locale }: WordingNow): string {
  const names = sourceKindSchema.options
    .filter((kind) => kind !== 'sample' && kind !== 'file' && kind !== 'folder')
    .map((kind) => kindName(kind, t));
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(names);
}

export function sourceFaultWords(fault: Fault, t: Translate): FaultWords {
  const usual = faultWords(fault, t);
  if (fault.kind === 'forbidden' && fault.detail?.['why'] === NO_PERMISSION) {
    return {
      ...usual,
      title: t('sources.needs.permission'),
      next: t('sources.needs.permissionNext'),
    };
  }
  const own = OWN_WORDS.find((kind) => kind === fault.kind);
  if (own === undefined) return usual;
  const key = textKey(own);
  return { ...usual, title: t(`sources.fault.${key}.title`), next: t(`sources.fault.${key}.next`) };
}

const BYTE_STEPS = [
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
] as const;

/** "4.2 MB" */
export function formatBytes(bytes: number, locale: string): string {
  const step = BYTE_STEPS.find(([, size]) => bytes >= size) ?? (['byte', 1] as const);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: step[0],
    unitDisplay: step[0] === 'byte' ? 'long' : 'short',
    maximumFractionDigits: bytes / step[1] < 10 && step[1] > 1 ? 1 : 0,
  }).format(bytes / step[1]);
}

const TIME_STEPS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long something still takes: "4 minutes". */
export function formatSpan(seconds: number, locale: string): string {
  const [unit, length] = TIME_STEPS.find(([, size]) => seconds >= size) ?? (['second', 1] as const);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(Math.ceil(seconds / length));
}

/** How far ahead of `now` (milliseconds) the ISO time is: "in 4 minutes". Null when it is at once, or no date. */
export function formatAhead(iso: string, now: number, locale: string): string | null {
  const seconds = (Date.parse(iso) - now) / 1000;
  if (Number.isNaN(seconds) || seconds < 20) return null;
  const [unit, length] = TIME_STEPS.find(([, size]) => seconds >= size) ?? (['second', 1] as const);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  return format.format(Math.round(seconds / length), unit);
}

/** The host of an origin, as people say it. */
export function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : origin;
}
