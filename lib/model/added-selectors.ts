/** Added selectors: where parts of a helpdesk's page are now, as a team or a lead describes it. Data only. */
import * as z from 'zod/mini';

/** Characters of a whole description. */
export const MOST_CHARACTERS = 50_000;
/** Characters of one form. */
const LONGEST_FORM = 300;
/** Forms of one selector. */
const MOST_FORMS = 5;

export const addedSelectorsSchema = z.strictObject({
  version: z.literal(1),
  helpdesk: z.enum(['zendesk', 'helpscout']),
  /** CSS selectors by the name of the part, best first; `{id}` stands for the ticket's number. */
  selectors: z.record(z.string(), z.array(z.string())),
  /** Whom or what it is from, for people. */
  note: z.optional(z.string().check(z.maxLength(200))),
});
export type AddedSelectors = z.infer<typeof addedSelectorsSchema>;

/** What is wrong with a description as a whole, or with one form of it. */
export type SelectorProblem =
  | { kind: 'not-json' | 'other-shape' | 'too-long'; name: null }
  | {
      kind:
        'unknown-name' | 'bad-css' | 'too-general' | 'too-long' | 'too-many' | 'no-id' | 'address';
      name: string;
    };

/** A part of the page by name, as it is built in. */
export interface KnownPart {
  name: string;
  css: readonly string[];
  /** Its built-in forms come first: it decides whose ticket or whose reply box it is. */
  isGuard?: boolean;
}

/** What can be used of a description; `usable` is null when nothing can. */
export interface CheckedSelectors {
  usable: AddedSelectors | null;
  problems: SelectorProblem[];
}

/**
 * Checks a description against the parts that the helpdesk's page has. One odd form costs itself
 * only. `isCss` tells whether the browser understands a selector; where there is no document to ask,
 * pages leave out by themselves what they do not understand.
 */
export function checkSelectors(
  raw: unknown,
  partsOf: (helpdesk: AddedSelectors['helpdesk']) => readonly KnownPart[],
  isCss: (css: string) => boolean = () => true,
): CheckedSelectors {
  const parsed = addedSelectorsSchema.safeParse(raw);
  if (!parsed.success) return { usable: null, problems: [{ kind: 'other-shape', name: null }] };
  const known = new Map(partsOf(parsed.data.helpdesk).map((part) => [part.name, part]));
  const problems: SelectorProblem[] = [];
  const usable: [string, string[]][] = [];
  for (const [name, forms] of Object.entries(parsed.data.selectors)) {
    const part = known.get(name);
    if (part === undefined) {
      problems.push({ kind: 'unknown-name', name: name.slice(0, 80) });
      continue;
    }
    if (forms.length > MOST_FORMS) problems.push({ kind: 'too-many', name });
    const good = forms.slice(0, MOST_FORMS).filter((css) => {
      const kind = problemOf(css, part, isCss);
      if (kind !== null) problems.push({ kind, name });
      return kind === null;
    });
    if (good.length > 0) usable.push([name, good]);
  }
  if (usable.length === 0) return { usable: null, problems };
  return { usable: { ...parsed.data, selectors: Object.fromEntries(usable) }, problems };
}

/** The same for a text, e.g. a file's. */
export function checkSelectorText(
  text: string,
  ...rest: Parameters<typeof checkSelectors> extends [unknown, ...infer Rest] ? Rest : never
): CheckedSelectors {
  if (text.length > MOST_CHARACTERS) {
    return { usable: null, problems: [{ kind: 'too-long', name: null }] };
  }
  try {
    return checkSelectors(JSON.parse(text), ...rest);
  } catch {
    return { usable: null, problems: [{ kind: 'not-json', name: null }] };
  }
}

type FormProblem = Exclude<SelectorProblem['kind'], 'not-json' | 'other-shape'>;

function problemOf(
  css: string,
  part: KnownPart,
  isCss: (css: string) => boolean,
): FormProblem | null {
  if (css.length > LONGEST_FORM) return 'too-long';
  if (css.includes('//') || /url\s*\(/i.test(css)) return 'address';
  const needsId = part.css.some((one) => one.includes('{id}'));
  // Every alternative, or the one without it would find any ticket.
  if (needsId && !css.split(',').every((one) => one.includes('{id}'))) return 'no-id';
  if (!isCss(css) || (!needsId && css.includes('{id}'))) return 'bad-css';
  return css.split(',').every(isNarrow) ? null : 'too-general';
}

/** Names a class, an id or an attribute, and nothing at all places. */
function isNarrow(css: string): boolean {
  return /[[.#]/.test(css) && !/\*(?!=)/.test(css);
}
