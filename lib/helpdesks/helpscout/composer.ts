/** Puts text into the reply or note of the conversation in front, opening it first if need be. Never presses Send. */
import { sleep } from '@/lib/core/async';
import type { Clock } from '@/lib/core/clock';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type {
  HelpdeskPage,
  InsertReceipt,
  Insertion,
  TicketLocation,
} from '@/lib/helpdesks/contract';
import { queryShown, type Selector } from '@/lib/helpdesks/dom';
import type { Locator } from '@/lib/helpdesks/helpscout/locate';
import * as places from '@/lib/helpdesks/helpscout/selectors';
import type { Channel } from '@/lib/model/page-state';

/** A key held down or a double click means one insert. */
const SAME_INSERT_MS = 2_000;
const LOOK_MS = 25;
/** What a composer that is not there yet may turn out to be. */
const CHANNELS: readonly Channel[] = ['none', 'public', 'internal', 'unknown'];

export interface HelpscoutComposer {
  insert(page: HelpdeskPage, insertion: Insertion): Promise<Result<InsertReceipt>>;
  undo(page: HelpdeskPage, receipt: InsertReceipt): Promise<Result<void>>;
}

type Located = Extract<TicketLocation, { state: 'ticket' }>;
type Target = Located & { composer: Element };

/** Remembers what was inserted where in the last two seconds; waits `openingMs` for an editor that it opened. */
export function createHelpscoutComposer(
  locator: Locator,
  now: Clock,
  openingMs: number,
): HelpscoutComposer {
  const recent = new Map<string, number>();

  function isRepeated(key: string): boolean {
    for (const [old, at] of recent) if (now() - at >= SAME_INSERT_MS) recent.delete(old);
    return recent.has(key);
  }

  /** The composer to write to, opened by the page's own button where there is none yet. */
  async function openTarget(
    page: HelpdeskPage,
    { ticketId, visibility }: Insertion,
  ): Promise<Result<Target>> {
    const target = locateTarget(locator, page, ticketId);
    if (target.ok || target.fault.kind !== 'no-composer') return target;
    if (queryShown(page.document, places.composer).length > 0) return target;
    // What no customer may see is written down for the team.
    const button = onlyButton(
      page,
      visibility === 'public' ? places.replyButton : places.noteButton,
    );
    if (!button) return target;
    button.click();
    for (let waited = 0; waited < openingMs; waited += LOOK_MS) {
      const opened = locateTarget(locator, page, ticketId);
      if (opened.ok || opened.fault.kind !== 'no-composer') return opened;
      // oxlint-disable-next-line no-await-in-loop -- looks until the editor is there
      await sleep(LOOK_MS);
    }
    return target;
  }

  return {
    async insert(page, insertion) {
      const { ticketId, visibility, form, html, text, hrefs } = insertion;
      const keyFor = (channel: Channel): string =>
        `${page.url().origin}#${ticketId}|${channel}|${html}`;
      // Counted before the composer is open: a second key may come while it opens.
      const early = locateTarget(locator, page, ticketId);
      const keys = (early.ok ? [early.value.channel] : CHANNELS).map(keyFor);
      if (keys.some(isRepeated)) return fail(fault('already-inserted'));
      for (const key of keys) recent.set(key, now());
      const refuse = <T>(result: Result<T>): Result<T> => {
        for (const key of keys) recent.delete(key);
        return result;
      };
      const target = await openTarget(page, insertion);
      if (!target.ok) return refuse(target);
      const { channel, composer } = target.value;
      // Again here, after the sidebar's own check: this is the last door before the customer.
      if (visibility !== 'public' && channel !== 'internal') {
        return refuse(fail(fault('not-public')));
      }
      // No await between looking and inserting: no other conversation can come to the front meanwhile.
      // Slate makes the insert wait, and note and reply share a box: it looks again.
      const held = await page.editors.insert(composer, { form, html, text, hrefs }, () => {
        const again = locateTarget(locator, page, ticketId);
        return again.ok && again.value.composer === composer && again.value.channel === channel;
      });
      if (!held.ok) return refuse(held);
      return ok({ ticketId, channel, ...held.value });
    },

    async undo(page, { ticketId, channel, before, after }) {
      const target = locateTarget(locator, page, ticketId);
      if (!target.ok) return target;
      // Reply and note have a draft each; the other one holds nothing of ours.
      if (target.value.channel !== channel) return fail(fault('draft-changed'));
      const undone = await page.editors.undo(target.value.composer, { before, after });
      if (undone.ok) recent.clear();
      return undone;
    },
  };
}

function locateTarget(locator: Locator, page: HelpdeskPage, ticketId: string): Result<Target> {
  const location = locator.locate(page);
  if (location.state === 'none' || location.state === 'new') return fail(fault('no-ticket'));
  if (location.state === 'switching' || location.id !== ticketId) return fail(fault('switching'));
  const { composer } = location;
  return composer ? ok({ ...location, composer }) : fail(fault('no-composer'));
}

/** The one button in sight. Nothing that submits a form, and nothing in an editor's own frame. */
function onlyButton(page: HelpdeskPage, selector: Selector): HTMLElement | null {
  const shown = queryShown(page.document, selector).filter(isHarmless);
  return shown.length === 1 ? (shown[0] ?? null) : null;
}

function isHarmless(element: Element): element is HTMLElement {
  if (!('click' in element)) return false;
  const isSubmit = element.getAttribute('type') === 'submit' || element.closest('form') !== null;
  return !isSubmit;
}
