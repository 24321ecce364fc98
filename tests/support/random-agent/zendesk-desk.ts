/** The stand-in Zendesk for a random agent: several tickets open in tabs, one with a problem ticket to link to. */
import '@/tests/support/zendesk/page-hooks';
import { LINK_TAG_PREFIX } from '@/lib/model/link';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { openDockedPage } from '@/tests/support/extension/docked-page';
import { createGate } from '@/tests/support/gate';
import {
  LINK_NOTE,
  UNDO_NOTE,
  countNotes,
  linkTargets,
  type Desk,
  type Sight,
  type Standing,
} from '@/tests/support/random-agent/desk';
import type { Kind, Mishap } from '@/tests/support/random-agent/plan';
import type { FailureKind } from '@/tests/support/zendesk/failures';
import { createStandIn, type StandIn } from '@/tests/support/zendesk/stand-in';
import { longTicket, mailTicket, problemTicket } from '@/tests/support/zendesk/test-tickets';

const SAMPLES = [mailTicket, longTicket, { ...mailTicket, id: 20107, subject: 'Tips are missing' }];
const FAILURES: Readonly<Record<Mishap, FailureKind>> = {
  lost: 'lost',
  'server-error': '500',
  'rate-limit': '429',
};
const editable = (id: number): string =>
  `[data-test-id^="ticket-${id}-"] [data-test-id="omnicomposer-rich-text-ckeditor"]`;

/** In the page. */
function lookAtZendesk(ids: number[]): Sight {
  const page = window.__standIn;
  const numberIn = (text: string | null | undefined, pattern: RegExp): number | null => {
    const [, found] = pattern.exec(text ?? '') ?? [];
    return found === undefined ? null : Number(found);
  };
  const active = document.querySelector('[data-test-id^="ticket-"][data-is-active="true"]');
  const inFront = numberIn(active?.getAttribute('data-test-id'), /^ticket-(\d+)-/);
  const channel = inFront === null ? null : page.channelOf(inFront);
  const kinds: [Kind, 'web' | 'internal'][] = [
    ['reply', 'web'],
    ['note', 'internal'],
  ];
  return {
    addressed: numberIn(location.pathname, /^\/agent\/tickets\/(\d+)/),
    inFront,
    kind: channel === null ? null : channel === 'internal' ? 'note' : 'reply',
    drafts: ids.flatMap((id) =>
      kinds.map(([kind, of]) => ({ id, kind, html: page.currentDraft(id, of) ?? '' })),
    ),
  };
}

/**
 * In the page: as a click below the text does. Keys that come before the editor has followed the
 * browser's selection would get the formats of where its own caret was.
 */
async function putCaretAtEnd(id: number): Promise<void> {
  const editor = window.__standIn.editorOf(id);
  if (!editor) throw new Error(`No editor in ${id}`);
  editor.editing.view.focus();
  editor.model.change((writer) => {
    const root = editor.model.document.getRoot();
    if (root) writer.setSelection(root, 'end');
    writer.removeSelectionAttribute('linkHref');
  });
  await new Promise((resolve) => setTimeout(resolve, 60));
}

function standingOf(standIn: StandIn, id: number): Standing {
  const ticket = standIn.world.tickets.get(id);
  if (!ticket) throw new Error(`No ticket ${id}`);
  const { tags, type, problem_id: problem, subject, status, priority } = ticket.record;
  const notes = ticket.entries
    .filter(({ comment }) => !comment.public)
    .map(({ comment }) => comment.html_body);
  const problems = problem === null ? [] : [`problem ${problem}`];
  return {
    links: [...tags.filter((tag) => tag.startsWith(LINK_TAG_PREFIX)), ...problems],
    tags,
    linkNotes: countNotes(notes, LINK_NOTE),
    undoNotes: countNotes(notes, UNDO_NOTE),
    // The type comes and goes with the problem.
    rest: JSON.stringify({ subject, status, priority, type: problem === null ? type : null }),
  };
}

export async function openZendeskDesk(browser: BrowserName): Promise<Desk> {
  const standIn = await createStandIn({ tickets: [...SAMPLES, problemTicket], rateLimit: 9000 });
  const gate = await createGate(standIn.port);
  const page = await openDockedPage(browser, { '*.zendesk.com': gate.port });
  const tickets = SAMPLES.map(({ id, subject }) => ({
    id,
    subject,
    key: `${standIn.origin}#${id}`,
  }));
  const ids = tickets.map(({ id }) => id);
  let loaded = new Set<number>();

  return {
    page,
    tickets,
    issues: linkTargets(problemTicket.id),
    async load({ id }) {
      await page.goto(`${standIn.origin}/agent/tickets/${id}`);
      await page.evaluate(
        async (all, last) => {
          while (!('__standIn' in window)) await new Promise((done) => setTimeout(done, 10));
          for (const one of all) await window.__standIn.open(one);
          await window.__standIn.open(last);
          await window.__standIn.settled();
        },
        ids,
        id,
      );
      loaded = new Set(ids);
    },
    look: () => page.evaluate(lookAtZendesk, ids),
    async move(to) {
      await page.evaluate((id) => {
        if (id !== null) return void window.__standIn.switchTo(id);
        document.querySelector<HTMLElement>('.rail-item[data-path="/agent/dashboard"]')?.click();
      }, to?.id ?? null);
      if (to) loaded.add(to.id);
    },
    settled: () => page.evaluate(() => window.__standIn.settled()),
    async setKind(kind) {
      const { inFront } = await page.evaluate(lookAtZendesk, ids);
      if (inFront === null) return;
      const channel = kind === 'note' ? ('internal' as const) : ('web' as const);
      await page.evaluate(
        async (id, next) => void (await window.__standIn.setChannel(id, next)),
        inFront,
        channel,
      );
    },
    async type({ id }, text) {
      await page.evaluate(putCaretAtEnd, id);
      await page.type(editable(id), text);
    },
    isLoaded: ({ id }) => loaded.has(id),
    async closeTab({ id }) {
      await page.evaluate((of) => window.__standIn.closeTab(of), id);
      loaded.delete(id);
      return true;
    },
    addTag: ({ id }, tag) =>
      standIn.update(id, { tags: [...(standIn.world.tickets.get(id)?.record.tags ?? []), tag] }),
    fail: (what) => standIn.failNext({ path: /\/tickets\//, method: 'PUT', kind: FAILURES[what] }),
    clearFailures: () => standIn.clearFailures(),
    setOnline: (isOnline) => (isOnline ? gate.open() : gate.shut()),
    setSession: (isGood) => (isGood ? standIn.login() : standIn.logout()),
    standing: ({ id }) => standingOf(standIn, id),
    writes: () => standIn.requests.filter(({ method }) => method !== 'GET').length,
    sent: () =>
      standIn.submissions
        .filter(({ channel, via }) => channel !== 'internal' || via === 'page')
        .map(({ ticketId, html }) => `${ticketId}: ${html}`),
    async close() {
      await page.close();
      await gate.close();
      await standIn.close();
    },
  };
}
