/** Looks at how much of the page still is as we know it. Counts only: nothing of a ticket leaves the page. */
import type { HelpdeskAdapter, HelpdeskPage } from '@/lib/helpdesks/contract';
import { addedForms, countForms } from '@/lib/helpdesks/dom';
import type { HealthLook } from '@/lib/messaging/page-contract';
import type { PageHealth } from '@/lib/model/page-health';

/** Cheap: one query for each form. Selectors of the pane are left out while none is in front. */
export function checkHealth(
  page: HelpdeskPage,
  adapter: HelpdeskAdapter,
  looks: readonly HealthLook[],
): PageHealth {
  const { document } = page;
  const location = adapter.locate(page);
  const pane = location.state === 'ticket' ? location.root : null;
  const selectors: PageHealth['selectors'] = [];
  const added: PageHealth['added'] = {};
  for (const { isOnPage, ...look } of looks) {
    const selector = { ...look, seen: '' };
    const scope = isOnPage ? document : pane;
    if (scope) selectors.push({ name: look.name, found: countForms(scope, selector) });
    const { length } = addedForms(document, selector);
    if (length > 0) added[look.name] = length;
  }
  const { name: helpdesk, results } = adapter;
  return { helpdesk, isInFront: pane !== null, selectors, endpoints: { ...results }, added };
}
