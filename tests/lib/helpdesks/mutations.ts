/**
 * What becomes of an adapter when one of its selectors stops matching, or matches twice. Each is
 * broken in turn on each page: the adapter may degrade, or say which selector has changed, and never
 * more than that. Ends with a table of what happened how often.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { HelpdeskAdapter, TicketLocation, TicketReading } from '@/lib/helpdesks/contract';
import { addForms, type Selector } from '@/lib/helpdesks/dom';
import type { Result } from '@/lib/core/result';
import type { ContractParts, RecordedPage } from '@/tests/lib/helpdesks/contract-suite';
import { createTestPage, showPage } from '@/tests/lib/helpdesks/test-page';
import { recordedPage } from '@/tests/support/pages/recorded-page';
import { soak } from '@/tests/support/soak';

export const MUTATIONS = ['removed', 'renamed', 'duplicated'] as const;
export type Mutation = (typeof MUTATIONS)[number];

/**
 * `same`: nothing is lost. `degraded`: less is read, or no reply box is sure. `page-changed`: it says
 * which selector. `waiting`: it takes the page for one that is just changing tickets.
 */
type Outcome = 'same' | 'degraded' | 'page-changed' | 'waiting';
const OUTCOMES: readonly Outcome[] = ['same', 'degraded', 'page-changed', 'waiting'];

/** What an adapter makes of a page. */
interface Seen {
  location: TicketLocation;
  reading: Result<TicketReading>;
}

type Ticketed = RecordedPage & { ticket: NonNullable<RecordedPage['ticket']> };
/** Everything that may be wrong with how the adapter takes a broken page; see the contract suite. */
type FindComplaints = (parts: ContractParts, url: string, id: string) => Promise<string[]>;

/** In the usual run the pages that are marked for it; all of them when soaking. */
export function describeMutations(parts: ContractParts, complaintsAbout: FindComplaints): void {
  const all = parts.pages.filter((page): page is Ticketed => page.ticket !== null);
  const pages = all.filter(({ mutate }) => soak(0, 1) === 1 || mutate === true);
  const counted = new Map<string, number>();
  afterAll(() => console.log(tableOf(parts, pages, counted)));

  describe.each(pages)('$name', ({ name, url, ticket: { id } }) => {
    let whole: Seen;
    let before: ReadonlyMap<string, number>;
    beforeAll(async () => {
      showPage(recordedPage(name));
      whole = await look(parts.createAdapter(), url, id);
      before = countsOf(parts.selectors);
    });

    describe.each(MUTATIONS)('with a selector %s', (mutation) => {
      it.each(parts.selectors)('$name', async (selector) => {
        // Nothing to break.
        if (before.get(selector.name) === 0) return;
        showPage(recordedPage(name));
        mutatePage(selector, mutation);
        const broken = await look(parts.createAdapter(), url, id);
        const after = countsOf(parts.selectors);
        const fewer = [...before].flatMap(([one, count]) =>
          (after.get(one) ?? 0) < count ? [one] : [],
        );
        const key = `${selector.name} ${mutation} ${outcomeOf(whole, broken)}`;
        counted.set(key, (counted.get(key) ?? 0) + 1);
        expect(complaintsOf(parts, whole, broken, fewer)).toEqual([]);
        expect(await complaintsAbout(parts, url, id)).toEqual([]);
      });
    });
  });

  describe('with forms added in the settings', () => {
    afterEach(() => addForms(document, undefined));
    describeHealing(parts, pages);
    describeWrongForms(parts, pages, complaintsAbout);
  });
}

/** A selector whose attributes have other names now is found again where the settings say so. */
function describeHealing(parts: ContractParts, pages: readonly Ticketed[]): void {
  const [page] = pages;
  if (!page) throw new Error('No page is marked for mutation');
  const { name, url, ticket } = page;
  it.each(parts.selectors)('$name is found again', async (selector) => {
    showPage(recordedPage(name));
    const whole = await look(parts.createAdapter(), url, ticket.id);
    renameHooks(selector, parts.selectors);
    const now = `now-${selector.name}`;
    addForms(document, {
      [selector.name]: [isNumbered(selector) ? `[${now}="{id}"]` : `[${now}]`],
    });
    const healed = await look(parts.createAdapter(), url, ticket.id);
    expect(outcomeOf(whole, healed)).toBe('same');
  });
}

/** Forms that find the wrong things: the whole page, what is hidden, other tickets. */
const WRONG = [
  'html',
  'body',
  '[style*="none"]',
  '[style*="none"] *',
  '[contenteditable]',
  '[role]',
];

/** Whatever is added, nothing of a hidden ticket is read and nothing internal gets to a customer. */
function describeWrongForms(
  parts: ContractParts,
  pages: readonly Ticketed[],
  complaintsAbout: FindComplaints,
): void {
  // In the usual run two of the forms for each selector.
  const isUsed = (at: number, form: number): boolean => soak(0, 1) === 1 || (at + form) % 3 === 0;
  const [page] = pages;
  if (!page) throw new Error('No page is marked for mutation');
  const { name, url, ticket } = page;
  it.each(parts.selectors.map((selector, at) => ({ selector, at, name: selector.name })))(
    'a wrong form of $name never reaches a hidden ticket',
    async ({ selector, at }) => {
      for (const [form, css] of WRONG.entries()) {
        // Where nothing is left but what was added, it counts most.
        if (!isUsed(at, form)) continue;
        showPage(recordedPage(name));
        renameHooks(selector, parts.selectors);
        const numbered = `${css}:not([x="{id}"])`;
        addForms(document, { [selector.name]: [isNumbered(selector) ? numbered : css] });
        const complaints = await complaintsAbout(parts, url, ticket.id);
        expect({ css, complaints }).toEqual({ css, complaints: [] });
      }
    },
  );
}

async function look(adapter: HelpdeskAdapter, url: string, id: string): Promise<Seen> {
  const page = createTestPage(url);
  const location = adapter.locate(page);
  return { location, reading: await adapter.readTicket(page, id, new AbortController().signal) };
}

function outcomeOf(whole: Seen, broken: Seen): Outcome {
  const fault = broken.reading.ok ? broken.reading.value.degraded : broken.reading.fault;
  if (fault?.kind === 'page-changed') return 'page-changed';
  if (broken.location.state === 'switching') return 'waiting';
  return JSON.stringify(gist(whole)) === JSON.stringify(gist(broken)) ? 'same' : 'degraded';
}

/** What is read, and where text would go. */
function gist({ location, reading }: Seen): unknown {
  const isTicket = location.state === 'ticket';
  return {
    state: location.state,
    channel: isTicket ? location.channel : null,
    hasComposer: isTicket && location.composer !== null,
    ticket: reading.ok ? reading.value.ticket : null,
    readBy: reading.ok ? reading.value.readBy : null,
  };
}

/** What no broken page excuses. `fewer`: names of the selectors that find less than before. */
function complaintsOf(
  { paneSelectors }: ContractParts,
  whole: Seen,
  { location, reading }: Seen,
  fewer: readonly string[],
): string[] {
  const complaints: string[] = [];
  const fault = reading.ok ? reading.value.degraded : reading.fault;
  const named = String(fault?.detail?.['selector'] ?? '');
  const isPane = named === 'ticket-pane' && fewer.some((name) => paneSelectors.includes(name));
  if (fault?.kind === 'page-changed' && !fewer.includes(named) && !isPane) {
    complaints.push(`${named} is said to have changed, and has not`);
  }
  if (reading.ok && whole.reading.ok) {
    const { id, subject } = whole.reading.value.ticket;
    const now = reading.value.ticket;
    if (now.id !== id) complaints.push(`another ticket: ${now.id}`);
    if (now.subject !== subject && now.subject !== '') complaints.push('another subject');
  }
  if (location.state === 'ticket' && whole.location.state === 'ticket') {
    const isSure = location.channel === 'public' || location.channel === 'internal';
    const isOther = isSure && location.channel !== whole.location.channel;
    if (isOther) complaints.push(`${whole.location.channel} became ${location.channel}`);
  }
  return complaints;
}

/** How many elements each selector finds by any of its forms. */
function countsOf(selectors: readonly Selector[]): ReadonlyMap<string, number> {
  return new Map(selectors.map((selector) => [selector.name, matchesOf(selector).size]));
}

/** Whether the selector names the ticket's number. */
function isNumbered({ css, id }: Selector): boolean {
  return id !== undefined && css.some((one) => one.includes(id));
}

const matchesOf = ({ css }: Selector): Set<Element> =>
  new Set(css.flatMap((one) => [...document.querySelectorAll(one)]));

/** Breaks the page where the selector matches; returns in how many places. */
function mutatePage(selector: Selector, mutation: Mutation): number {
  const found = matchesOf(selector);
  for (const element of found) {
    if (mutation === 'removed') element.remove();
    if (mutation === 'duplicated') element.after(element.cloneNode(true));
    if (mutation !== 'renamed') continue;
    for (const { name } of Array.from(element.attributes)) {
      if (name === 'style') continue;
      element.setAttribute(`x-${name}`, element.getAttribute(name) ?? '');
      element.removeAttribute(name);
    }
  }
  return found.size;
}

/** Attributes that hold what is read, not what is looked for. */
const READ = ['style', 'hidden', 'title', 'value', 'datetime', 'type', 'data-channel', 'id'];

/** Names of the attributes that a selector goes by. */
function hooksOf({ css }: Selector): string[] {
  const all = css.join(' ');
  const named = [...all.matchAll(/\[([\w-]+)/g)].flatMap(([, name]) => name ?? []);
  return [...named, ...(/\.[a-z]/i.test(all) ? ['class'] : [])];
}

/**
 * The places that the best form finds have lost the attributes that the selector, and no other one,
 * goes by. What they have instead is `now-<name>`, which holds the ticket's number if any.
 */
function renameHooks(selector: Selector, all: readonly Selector[]): void {
  const best = selector.css.find((css) => document.querySelector(css) !== null);
  if (best === undefined) return;
  for (const element of document.querySelectorAll(best)) {
    const others = all.filter(
      (other) => other.name !== selector.name && other.css.some((css) => element.matches(css)),
    );
    const kept = [...READ, ...others.flatMap(hooksOf)];
    for (const name of hooksOf(selector)) if (!kept.includes(name)) element.removeAttribute(name);
    element.setAttribute(`now-${selector.name}`, selector.id ?? '');
  }
}

/** Counts by selector and mutation: same / degraded / page-changed / waiting. */
function tableOf(
  { createAdapter, selectors }: ContractParts,
  pages: readonly RecordedPage[],
  counted: ReadonlyMap<string, number>,
): string {
  const cell = (name: string, mutation: Mutation): string =>
    OUTCOMES.map((outcome) => counted.get(`${name} ${mutation} ${outcome}`) ?? 0).join('/');
  const rows = selectors.map(({ name }) => [
    name.padEnd(22),
    ...MUTATIONS.map((mutation) => cell(name, mutation).padEnd(14)),
  ]);
  const total = [...counted.values()].reduce((sum, count) => sum + count, 0);
  return [
    `${createAdapter().name}: ${total} broken pages of ${pages.length}, ${OUTCOMES.join('/')}`,
    [' '.repeat(22), ...MUTATIONS.map((mutation) => mutation.padEnd(14))].join(' '),
    ...rows.map((row) => row.join(' ')),
  ].join('\n');
}
