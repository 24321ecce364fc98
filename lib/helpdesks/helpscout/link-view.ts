/** How a conversation stands to a known issue: by a tag, or, where no API reads tags, by its notes. */
import type { HelpdeskPage } from '@/lib/helpdesks/contract';
import {
  MESSAGE_LIMIT,
  matchesAny,
  queryAll,
  queryFirst,
  readText,
  tidy,
} from '@/lib/helpdesks/dom';
import { tagsOf, threadsOf, type ConversationRecord } from '@/lib/helpdesks/helpscout/api';
import { toMessages } from '@/lib/helpdesks/helpscout/read-messages';
import * as places from '@/lib/helpdesks/helpscout/selectors';
import { LINK_TAG_PREFIX, type LinkTarget, type LinkView } from '@/lib/model/link';

/** What of a conversation matters for linking. */
export interface Linkable {
  /** Lower-case, as Help Scout keeps them. */
  tags: string[];
  /** Texts of its notes, oldest first. */
  notes: string[];
  stamp: string;
}

export function linkableOf(page: HelpdeskPage, conversation: ConversationRecord): Linkable {
  const tags = tagsOf(conversation).map((tag) => tag.toLowerCase());
  const notes = toMessages(page, threadsOf(conversation))
    .filter(({ visibility }) => visibility === 'internal')
    .map(({ text }) => text);
  const stamp = JSON.stringify([conversation.userUpdatedAt ?? '', tags.toSorted()]);
  return { tags, notes, stamp };
}

/** What the page itself shows. */
export function shownLinkable(root: Element): Linkable {
  const tags = queryAll(root, places.tag).map((tag) => tidy(tag.textContent).toLowerCase());
  const notes = queryAll(root, places.thread)
    .filter((thread) => isNote(thread))
    .map((thread) => readText(thread, places.threadFurniture, MESSAGE_LIMIT));
  return { tags, notes, stamp: JSON.stringify(['page', tags.toSorted()]) };
}

/** The view for `target`; `isDraft` where the note can only be put into its composer. */
export function viewOf(found: Linkable, target: LinkTarget, isDraft: boolean): LinkView {
  const existing = existingLink(found, target);
  if (existing !== null) {
    const state = existing === target.tag ? 'linked' : 'elsewhere';
    return { ...BLANK, state, existing, stamp: found.stamp };
  }
  const note = { field: 'note', text: target.note, isDraft } as const;
  return {
    ...BLANK,
    state: 'unlinked',
    changes: isDraft ? [note] : [{ field: 'tag', tag: target.tag }, note],
    existing: null,
    stamp: found.stamp,
  };
}

const BLANK = {
  way: 'tag',
  refused: null,
  changes: [],
  problem: null,
  canUndo: false,
} satisfies Partial<LinkView>;

/** The tag of the link that stands, the target's own before any other. A note counts until it is taken back. */
export function existingLink({ tags, notes }: Linkable, target: LinkTarget): string | null {
  if (tags.includes(target.tag)) return target.tag;
  const other = tags.find((tag) => tag.startsWith(LINK_TAG_PREFIX));
  if (other !== undefined) return other;
  return isNewer(notes, target.note, target.undoNote) ? target.tag : null;
}

/** True when a note holds the text and none after it holds `against`. */
export function isNewer(notes: readonly string[], text: string, against: string): boolean {
  const last = (of: string): number => notes.findLastIndex((note) => holds(note, of));
  return last(text) > last(against);
}

/** However its lines are broken. */
function holds(note: string, text: string): boolean {
  const wanted = joined(text);
  return wanted !== '' && joined(note).includes(wanted);
}

function joined(text: string): string {
  return text.replace(/\s+/g, '');
}

function isNote(thread: Element): boolean {
  return matchesAny(thread, places.noteThread) || queryFirst(thread, places.noteThread) !== null;
}
