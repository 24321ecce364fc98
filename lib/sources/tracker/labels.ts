/** What teams say by labels, for trackers that have no fields for it. */
import type { StatusCategory } from '@/lib/model/issue-facts';

const COMPONENT =
  /^(?:area|comp(?:onent)?|module|pkg|package|feature|scope)\s*(?:::?|\/|=|-\s)\s*(.+)$/i;
const VERSION =
  /^(?:affects?(?:[- ]versions?)?|found(?:[- ]in)?|(?:affected[- ])?versions?|v)\s*(?:::?|\/|=)?\s*v?(\d+(?:\.\d+)*\S*)$/i;

/** The last part of a label stands for its state: `workflow::in dev`, `resolution/wontfix`. */
const ENDS: readonly [RegExp, StatusCategory][] = [
  [/^(?:is )?dup(?:licate|e)$/i, 'duplicate'],
  [
    /^(?:won.?t.?(?:fix|do)|not.?planned|not.?a.?bug|by.?design|invalid|cannot.?reproduce|declined|rejected)$/i,
    'wont-fix',
  ],
];
const UNDER_WAY: RegExp =
  /^(?:doing|wip|in.?(?:progress|review|dev(?:elopment)?|qa|testing)|under.?review|fix.?in.?progress)$/i;
const FIXED_NOT_OUT: RegExp =
  /^(?:fixed.?in.?next.?release|awaiting.?release|pending.?release|to.?be.?released|ready.?(?:for|to).?release|unreleased|merged)$/i;

/** `area: printing`, `component::pay` → `printing`, `pay`. */
export function componentsOf(labels: readonly string[]): string[] {
  return labels.flatMap((label) => COMPONENT.exec(label.trim())?.[1] ?? []);
}

/** `affects 6.3`, `version::6.3.1` → `6.3`, `6.3.1`. */
export function versionsOf(labels: readonly string[]): string[] {
  return labels.flatMap((label) => VERSION.exec(label.trim())?.[1] ?? []);
}

/** What the labels of an issue that is open, or closed as far as anyone says, add to that. */
export function categoryByLabels(labels: readonly string[], isOpen: boolean): StatusCategory {
  const words = labels.map((label) => (label.split(/::?|\//).at(-1) ?? '').trim());
  const has = (pattern: RegExp) => words.some((word) => pattern.test(word));
  if (isOpen) {
    if (has(FIXED_NOT_OUT)) return 'fixed-unreleased';
    return has(UNDER_WAY) ? 'in-progress' : 'open';
  }
  const end = ENDS.find(([pattern]) => has(pattern))?.[1];
  return end ?? (has(FIXED_NOT_OUT) ? 'fixed-unreleased' : 'fixed');
}

/** True when nothing was chosen, or one of the chosen labels is there. */
export function hasChosenLabel(labels: readonly string[], chosen: readonly string[]): boolean {
  if (chosen.length === 0) return true;
  const wanted = new Set(chosen.map((label) => label.toLowerCase()));
  return labels.some((label) => wanted.has(label.toLowerCase()));
}
