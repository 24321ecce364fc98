/** Takes descriptions of changed helpdesk pages: from the options page, and from whatever else a team trusts. */
import type { SelectorPorts } from '@/lib/app/options/helpdesk-pages';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import { isCss } from '@/lib/helpdesks/dom';
import { ANATOMIES } from '@/lib/helpdesks/registry';
import {
  addedSelectorsSchema,
  checkSelectors,
  type AddedSelectors,
  type KnownPart,
  type SelectorProblem,
} from '@/lib/model/added-selectors';
import { readAddedSelectors, writeAddedSelectors } from '@/lib/platform/selector-storage';

const HELPDESKS = addedSelectorsSchema.shape.helpdesk.options;

/** The parts of a helpdesk's page, as they are built in. */
function knownParts(helpdesk: AddedSelectors['helpdesk']): KnownPart[] {
  const { onPage, inPane } = ANATOMIES[helpdesk];
  return [...onPage, ...inPane];
}

/** What is in force for a helpdesk; null for the built-in places only. */
export async function readSelectors(
  helpdesk: AddedSelectors['helpdesk'],
): Promise<AddedSelectors | null> {
  return checkSelectors(await readAddedSelectors(helpdesk), knownParts).usable;
}

/**
 * Puts a description in force in place of the helpdesk's last one; open pages follow at once. What
 * cannot be used is left out and named. `bad-message` when nothing can be used, `storage-full` when
 * it cannot be kept. For pages with a document give `isCss`; a worker can do without.
 */
export async function takeSelectors(
  raw: unknown,
  isCss?: (css: string) => boolean,
): Promise<Result<SelectorProblem[]>> {
  const { usable, problems } = checkSelectors(raw, knownParts, isCss);
  if (usable === null) return fail(fault('bad-message'));
  const isKept = await writeAddedSelectors(usable.helpdesk, usable);
  return isKept ? ok(problems) : fail(fault('storage-full'));
}

/** Back to the built-in places. */
async function forgetSelectors(helpdesk: AddedSelectors['helpdesk']): Promise<Result<null>> {
  return (await writeAddedSelectors(helpdesk, null)) ? ok(null) : fail(fault('storage-broken'));
}

/** All of it for a page that has a document, where selectors can be tried. */
export function selectorPorts(document: Document): SelectorPorts {
  return {
    helpdesks: HELPDESKS,
    known: knownParts,
    isCss: (css) => isCss(document, css),
    read: readSelectors,
    take: takeSelectors,
    forget: forgetSelectors,
  };
}
