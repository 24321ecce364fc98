/** Tells from counts whether the helpdesk's page has changed, and in which part that an agent has a word for. */
import type { Anatomy } from '@/lib/helpdesks/anatomy';
import type { Selector } from '@/lib/helpdesks/dom';
import { withId } from '@/lib/helpdesks/dom';
import type { HealthLook } from '@/lib/messaging/page-contract';
import {
  PAGE_PARTS,
  type PageHealth,
  type PagePart,
  type PageTrouble,
} from '@/lib/model/page-health';
import type { PageState } from '@/lib/model/page-state';

/** Page states that say something of how the page is read. */
export type ReadState = Extract<PageState, { kind: 'ticket' | 'failed' }>;

/** What the page is asked to count. `id` is the number of the ticket in front. */
export function looksOf({ onPage, inPane, layouts }: Anatomy, id: string): HealthLook[] {
  const look = (selector: Selector, isOnPage: boolean): HealthLook => {
    const hasId = selector.css.some((css) => css.includes('{id}'));
    const { name, css } = hasId ? withId(selector, id) : selector;
    return { name, css: [...css], isOnPage, ...(hasId ? { id } : {}) };
  };
  return [
    ...[...onPage, ...layouts].map((selector) => look(selector, true)),
    ...inPane.map((selector) => look(selector, false)),
  ];
}

/** Null when all is well, and when it is no change of the page: signed out, offline, no right. */
export function troubleOf(
  page: ReadState,
  health: PageHealth,
  { needed }: Anatomy,
  helpdesk: PageTrouble['helpdesk'],
): PageTrouble | null {
  const fault = page.kind === 'ticket' ? page.degraded : page.fault;
  if (fault?.kind === 'signed-out') return null;
  const found = new Set(
    health.selectors.flatMap(({ name, found: counts }) => (counts.some(Boolean) ? [name] : [])),
  );
  const isAny = (selectors: readonly Selector[]): boolean =>
    selectors.some(({ name }) => found.has(name));
  const lacking = new Set<PagePart>();
  if (!health.isInFront && fault?.kind === 'page-changed') lacking.add('ticket');
  // One huge answer is no change; what it holds is.
  if (fault?.kind === 'bad-response' && fault.detail?.['why'] !== 'too large') lacking.add('data');
  if (health.isInFront) {
    for (const { part, anyOf, when } of needed) {
      const isExpected = when === 'ticket' || isAny(when);
      if (isExpected && !isAny(anyOf)) lacking.add(part);
    }
  }
  const parts = PAGE_PARTS.filter((part) => lacking.has(part));
  if (parts.length === 0) return null;
  return { helpdesk, parts, way: page.kind === 'ticket' ? page.readBy : 'none' };
}
