/**
 * Links a conversation to a known issue: a tag and a note by the API, else a note put into its own
 * composer for the agent to add. Help Scout has no guarded write: the whole list of tags is read,
 * written and read again.
 */
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import { webAddress } from '@/lib/core/url';
import type { HelpdeskPage, LinkReceipt, TicketLinking } from '@/lib/helpdesks/contract';
import type { HelpscoutComposer } from '@/lib/helpdesks/helpscout/composer';
import {
  existingLink,
  shownLinkable,
  viewOf,
  type Linkable,
} from '@/lib/helpdesks/helpscout/link-view';
import {
  addNote,
  noteHtml,
  readStanding,
  removeTag,
  writeTags,
  type LinkParts,
} from '@/lib/helpdesks/helpscout/link-writes';
import type { Locator } from '@/lib/helpdesks/helpscout/locate';
import type { LinkTarget, LinkView } from '@/lib/model/link';

/** In a receipt's `before`: the note composer's draft around our note, where no API wrote it. */
const DRAFT_BEFORE = 'draft-before';
const DRAFT_AFTER = 'draft-after';

interface Parts extends LinkParts {
  locator: Locator;
  composer: HelpscoutComposer;
}

export function createHelpscoutLinking(parts: Parts): TicketLinking {
  /** Links taken back whose second note is still to be written. */
  const owed = new Set<string>();
  return {
    async preview(page, id, target, signal) {
      const found = await readStanding(parts, page, id);
      if (signal.aborted) return fail(fault('cancelled'));
      if (found.ok) return ok(viewOf(found.value, target, false));
      if (found.fault.kind !== 'not-ready') return found;
      const shown = readShown(parts, page, id);
      return shown.ok ? ok(viewOf(shown.value, target, true)) : shown;
    },
    link(page, id, target, seen) {
      const isDraft = seen.changes.some((change) => change.field === 'note' && change.isDraft);
      return isDraft
        ? draftNote(parts, page, id, target, seen)
        : link(parts, page, id, target, seen);
    },
    unlink(page, receipt) {
      const isDraft = DRAFT_AFTER in receipt.before;
      return isDraft ? undoDraft(parts, page, receipt) : unlink(parts, page, receipt, owed);
    },
  };
}

async function link(
  parts: Parts,
  page: HelpdeskPage,
  id: string,
  target: LinkTarget,
  seen: LinkView,
): Promise<Result<LinkReceipt>> {
  const found = await readStanding(parts, page, id);
  if (!found.ok) return found;
  if (existingLink(found.value, target) !== null) return fail(fault('already-linked'));
  // What the agent agreed to is what was shown, and it was shown of this state of the conversation.
  if (seen.state !== 'unlinked' || found.value.stamp !== seen.stamp) return fail(fault('conflict'));
  const tagged = await writeTags(parts, page, id, {
    recordId: found.value.id,
    tags: [...found.value.written, target.tag],
  });
  if (!tagged.ok) return tagged;
  const noted = await addNote(parts, page, id, {
    recordId: found.value.id,
    note: target.note,
    against: target.undoNote,
  });
  if (noted.ok) return ok({ ticketId: id, target, way: 'tag', before: {} });
  const back = await removeTag(parts, page, id, target.tag);
  return fail(back.ok ? noted.fault : fault('half-linked'));
}

async function unlink(
  parts: Parts,
  page: HelpdeskPage,
  { ticketId, target }: LinkReceipt,
  owed: Set<string>,
): Promise<Result<void>> {
  const key = `${ticketId} ${target.tag}`;
  const found = await readStanding(parts, page, ticketId);
  if (!found.ok) return found;
  if (found.value.tags.includes(target.tag)) {
    const removed = await removeTag(parts, page, ticketId, target.tag);
    if (!removed.ok) return removed;
    owed.add(key);
  }
  // Gone already is what was wanted; whoever took it back has said so.
  if (!owed.has(key)) return ok(undefined);
  const noted = await addNote(parts, page, ticketId, {
    recordId: found.value.id,
    note: target.undoNote,
    against: target.note,
  });
  if (!noted.ok) return fail(fault('half-linked'));
  owed.delete(key);
  return ok(undefined);
}

function readShown({ locator }: Parts, page: HelpdeskPage, id: string): Result<Linkable> {
  const location = locator.locate(page);
  if (location.state === 'none' || location.state === 'new') return fail(fault('no-ticket'));
  if (location.state === 'switching' || location.id !== id) return fail(fault('switching'));
  return ok(shownLinkable(location.root));
}

async function draftNote(
  parts: Parts,
  page: HelpdeskPage,
  id: string,
  target: LinkTarget,
  seen: LinkView,
): Promise<Result<LinkReceipt>> {
  const shown = readShown(parts, page, id);
  if (!shown.ok) return shown;
  if (existingLink(shown.value, target) !== null) return fail(fault('already-linked'));
  if (seen.state !== 'unlinked' || shown.value.stamp !== seen.stamp) return fail(fault('conflict'));
  const hrefs = target.note.split('\n').flatMap((line) => webAddress(line.trim()) ?? []);
  const paragraphs = target.note.split('\n').map((line) => `<p>${noteHtml(line)}</p>`);
  const held = await parts.composer.insert(page, {
    ticketId: id,
    form: 'passage',
    html: paragraphs.join(''),
    text: target.note,
    hrefs,
    // It goes into a note or nowhere.
    visibility: 'internal',
  });
  if (!held.ok) return held;
  const { before, after } = held.value;
  const drafts = { [DRAFT_BEFORE]: before, [DRAFT_AFTER]: after };
  return ok({ ticketId: id, target, way: 'tag', before: drafts });
}

async function undoDraft(
  { composer }: Parts,
  page: HelpdeskPage,
  { ticketId, before }: LinkReceipt,
): Promise<Result<void>> {
  return composer.undo(page, {
    ticketId,
    channel: 'internal',
    before: before[DRAFT_BEFORE] ?? '',
    after: before[DRAFT_AFTER] ?? '',
  });
}
