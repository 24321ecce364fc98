/** Dates and ages in the words of the user's language. */

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365.25 * 86_400],
  ['month', 30.44 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/**
 * How long before `now` (milliseconds) the ISO time was: "3 months ago", "yesterday", "now".
 * A time in the future is the other machine's clock: it counts as now. Null when it is no date.
 */
export function formatAge(iso: string, now: number, locale: string): string | null {
  const then = Date.parse(iso);
  if (Number.isNaN(then)) return null;
  const seconds = Math.max(0, (now - then) / 1000);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const [unit, length] of STEPS) {
    if (seconds >= length) return format.format(-Math.floor(seconds / length), unit);
  }
  return format.format(0, 'second');
}

/** A calendar day: "8 Dec 2026". A date without a time is the same day everywhere. Null when it is no date. */
export function formatDay(iso: string, locale: string): string | null {
  const then = Date.parse(iso);
  if (Number.isNaN(then)) return null;
  const timeZone = iso.length <= 'YYYY-MM-DD'.length ? 'UTC' : undefined;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(then);
}

/** A day and its time, for tooltips and the options page. Null when it is no date. */
export function formatMoment(iso: string, locale: string): string | null {
  const then = Date.parse(iso);
  if (Number.isNaN(then)) return null;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(then);
}

/** True when the ISO day is over at `now`. */
export function isPast(iso: string, now: number): boolean {
  const then = Date.parse(iso);
  return !Number.isNaN(then) && then + 86_400_000 <= now;
}
