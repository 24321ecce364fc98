/** The writes that a link is made of, each believed only when read back. */
import { fault, type FaultKind } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import { escapeHtml } from '@/lib/core/text';
import { webAddress } from '@/lib/core/url';
import type { HelpdeskPage } from '@/lib/helpdesks/contract';
import {
  askFor,
  conversationSchema,
  tagsOf,
  type HelpscoutAccess,
} from '@/lib/helpdesks/helpscout/api';
import { isNewer, linkableOf, type Linkable } from '@/lib/helpdesks/helpscout/link-view';

/** After these nothing was written. After any other fault the answer may only have got lost. */
const REFUSALS: readonly FaultKind[] = [
  'forbidden',
  'rate-limited',
  'signed-out',
  'not-found',
  'not-ready',
];

export interface LinkParts {
  access: HelpscoutAccess;
}

/** A conversation as read; `id` is the API's own, another one after a merge. `tags` as they are written. */
interface Standing extends Linkable {
  id: string;
  written: string[];
}

export async function readStanding(
  parts: LinkParts,
  page: HelpdeskPage,
  id: string,
): Promise<Result<Standing>> {
  const answer = await askFor(parts.access, { op: 'conversation.read', id }, conversationSchema);
  if (!answer.ok) return answer;
  const conversation = answer.value;
  return ok({
    ...linkableOf(page, conversation),
    id: String(conversation.id),
    written: tagsOf(conversation),
  });
}

/** Writes the whole list, and believes only what is read afterwards. */
export async function writeTags(
  parts: LinkParts,
  page: HelpdeskPage,
  id: string,
  { recordId, tags }: { recordId: string; tags: string[] },
): Promise<Result<null>> {
  const written = await parts.access.ask({ op: 'tags.write', id: recordId, tags });
  if (!written.ok && REFUSALS.includes(written.fault.kind)) return written;
  const after = await readStanding(parts, page, id);
  if (!after.ok) return written.ok ? after : written;
  const wanted = new Set(tags.map((tag) => tag.toLowerCase()));
  const isHeld =
    after.value.tags.length === wanted.size && after.value.tags.every((tag) => wanted.has(tag));
  if (isHeld) return ok(null);
  return written.ok ? fail(fault('half-linked')) : written;
}

export async function removeTag(
  parts: LinkParts,
  page: HelpdeskPage,
  id: string,
  tag: string,
): Promise<Result<null>> {
  const found = await readStanding(parts, page, id);
  if (!found.ok) return found;
  const left = found.value.written.filter((one) => one.toLowerCase() !== tag);
  if (left.length === found.value.written.length) return ok(null);
  return writeTags(parts, page, id, { recordId: found.value.id, tags: left });
}

/**
 * Adds the note once: when the answer got lost, the conversation tells whether it is there. An issue
 * linked before has left the same note, so it has to be newer than `against`, which says the contrary.
 */
export async function addNote(
  parts: LinkParts,
  page: HelpdeskPage,
  id: string,
  { recordId, note, against }: { recordId: string; note: string; against: string },
): Promise<Result<null>> {
  const added = await parts.access.ask({ op: 'note.add', id: recordId, text: noteHtml(note) });
  if (added.ok || REFUSALS.includes(added.fault.kind)) return added.ok ? ok(null) : added;
  const after = await readStanding(parts, page, id);
  return after.ok && isNewer(after.value.notes, note, against) ? ok(null) : added;
}

/** Lines as they are; addresses become links. */
export function noteHtml(text: string): string {
  const lines = text.split('\n').map((line) => {
    const href = webAddress(line.trim());
    const shown = escapeHtml(line);
    return href === undefined ? shown : `<a href="${escapeHtml(href)}">${shown}</a>`;
  });
  return lines.join('<br>');
}
