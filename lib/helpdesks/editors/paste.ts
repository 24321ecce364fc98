/**
 * The way in where the editor does not show its model: a paste at the right place, made in the page's
 * own world and read back, and its undo by the editor's own keys. Slate 0.47 (Help Scout) takes
 * nothing else in both browsers; ProseMirror, Quill and CKEditor take it when their instance is hidden.
 */
import { refuse, type BridgeAnswer, type Held } from '@/lib/helpdesks/editors/bridge-protocol';
import { visibleText, type Place } from '@/lib/helpdesks/editors/dom-caret';
import type { EditorDriver, InsertJob } from '@/lib/helpdesks/editors/driver';
import {
  dispatchPaste,
  editAsBrowser,
  pause,
  stepHistory,
  watchTyping,
  type Clip,
} from '@/lib/helpdesks/editors/events';
import { placeCaret } from '@/lib/helpdesks/editors/place-caret';
import { findLoss, isHeldAmidTyping, isSameShown } from '@/lib/helpdesks/editors/read-back';
import { compact, parseInert, type CleanContent } from '@/lib/helpdesks/editors/sanitise';

const FRAME_MS = 30;
const FRAMES = 12;
/** An editor that leaves a paste to the browser will not show it later. */
const FRAMES_UNTAKEN = 3;
/** Steps back that are tried: what was typed and taken away again is in the history, too. */
const MOST_STEPS = 4;
/** CKEditor keeps the caret in place with seven word joiners; they are no text. */
const CARET_FILLER = /\u2060{7}/g;

export function createPasteDriver(element: HTMLElement): EditorDriver {
  return {
    insert: (job) => pasteInto(element, job),
    undo: (held) => undoIn(element, held),
  };
}

/** Refuses when the composer is gone, or another, or holds something else than when it began. */
async function pasteInto(element: HTMLElement, job: InsertJob): Promise<BridgeAnswer> {
  const document = element.ownerDocument;
  const url = document.URL;
  const drafted = compact(visibleText(element));
  const typing = watchTyping(document);
  try {
    const place = await placeCaret(element, job);
    if (!element.isConnected || element.getClientRects().length === 0) {
      return refuse('insert-failed', 'composer gone');
    }
    if (document.URL !== url || !job.isStillMeant()) return refuse('insert-failed', 'page moved');
    if (typing.hasTyped || compact(visibleText(element)) !== drafted) {
      return refuse('draft-changed', 'newer typing');
    }
    return await tryPastes(element, job, clipFor(job, place), () => typing.hasTyped);
  } finally {
    typing.stop();
  }
}

/**
 * Tries the formatted paste, then the browser's own way where the editor left the event to it, then
 * plain text with the address written out. Takes back what did not hold, but nothing that was typed.
 */
async function tryPastes(
  element: HTMLElement,
  job: InsertJob,
  clip: Clip & { html: string },
  hasTyped: () => boolean,
): Promise<BridgeAnswer> {
  const document = element.ownerDocument;
  const before = shown(element);
  const isTaken = dispatchPaste(element, clip);
  if (await holds(element, before, job, isTaken ? FRAMES : FRAMES_UNTAKEN)) {
    return held(element, before);
  }
  const isUntouched = isSameShown(document, before, shown(element));
  if (isUntouched && !isTaken && job.isStillMeant()) {
    editAsBrowser(element, 'insertHTML', clip.html);
    if (await holds(element, before, job)) return held(element, before);
  }
  if (hasTyped()) return amidTyping(element, before, job);
  if (!(await backTo(element, before)) || !job.isStillMeant()) {
    return refuse('insert-failed', 'paste did not hold');
  }
  if (!isUntouched) dispatchPaste(element, { text: clip.text });
  else editAsBrowser(element, 'insertText', clip.text.replace(/\s*\n\s*/g, ' '));
  if (await holds(element, before, job)) return held(element, before);
  if (hasTyped()) return amidTyping(element, before, job);
  await backTo(element, before);
  return refuse('insert-failed', 'paste did not hold');
}

/**
 * What was typed is not stepped back over, so the insert either stays or is not there. It cannot be
 * taken back alone: only the draft as it was before counts as its undo.
 */
function amidTyping(element: HTMLElement, before: string, job: InsertJob): BridgeAnswer {
  const document = element.ownerDocument;
  const isThere = waysIn(job).some((way) =>
    isHeldAmidTyping(document, before, shown(element), way),
  );
  return isThere
    ? { ok: true, value: { before, after: before } }
    : refuse('draft-changed', 'newer typing');
}

/** What an insert may read as: with its formats, or in plain text with the address written out. */
function waysIn({ content, form }: InsertJob): Pick<CleanContent, 'text' | 'hrefs'>[] {
  const plain = compact(form === 'link' ? content.inlinePlain : content.plain);
  return [content, { text: plain, hrefs: [] }];
}

async function undoIn(element: HTMLElement, { before, after }: Held): Promise<BridgeAnswer> {
  if (!isSameShown(element.ownerDocument, shown(element), after)) {
    return refuse('draft-changed', 'newer typing');
  }
  element.focus();
  if (await backTo(element, before)) return { ok: true, value: { before, after: before } };
  return refuse('insert-failed', 'undo did not hold');
}

/**
 * A pasted first paragraph joins the line it lands in: let that be an empty one. After a link at the
 * end there is a blank, or the next key would become part of it.
 */
function clipFor(
  { form, content }: InsertJob,
  { blanks, needsLine, isAtEnd }: Place,
): Clip & { html: string } {
  if (form === 'passage') {
    const html = content.html.replace(/<\/a><\/p>$/, '</a>&nbsp;</p>');
    return needsLine
      ? { html: `<p><br></p>${html}`, text: `\n${content.plain}` }
      : { html, text: content.plain };
  }
  const after = isAtEnd ? ' ' : blanks.after;
  return {
    html: `${blanks.before && '&nbsp;'}${content.inlineHtml}${after && '&nbsp;'}`,
    text: `${blanks.before}${content.inlinePlain}${after}`,
  };
}

/** Waits until the draft and exactly one insert show, with formatting or in plain text. */
async function holds(
  element: HTMLElement,
  before: string,
  job: InsertJob,
  frames = FRAMES,
): Promise<boolean> {
  const document = element.ownerDocument;
  const ways = waysIn(job);
  for (let frame = 0; frame < frames; frame++) {
    // oxlint-disable-next-line no-await-in-loop -- waits for the editor to render
    await pause(FRAME_MS);
    const after = shown(element);
    if (ways.some((way) => findLoss(document, before, after, way) === null)) return true;
  }
  return false;
}

/** Steps back to exactly `before`; where that cannot be, forth again to where it began. */
async function backTo(element: HTMLElement, before: string): Promise<boolean> {
  const document = element.ownerDocument;
  const least = compact(textOf(document, before)).length;
  for (let steps = 0; ; steps++) {
    const now = shown(element);
    if (isSameShown(document, now, before)) return true;
    // With less text than there was before, it has gone past it.
    const isPast = compact(visibleText(element)).length < least;
    if (!isPast && steps < MOST_STEPS) {
      stepHistory(element, 'undo');
      // oxlint-disable-next-line no-await-in-loop -- waits for the editor to render
      await pause(FRAME_MS);
      if (shown(element) !== now) continue;
    }
    for (let back = 0; back < steps; back++) stepHistory(element, 'redo');
    return false;
  }
}

function textOf(document: Document, html: string): string {
  return visibleText(parseInert(document, html).body);
}

function held(element: HTMLElement, before: string): BridgeAnswer {
  return { ok: true, value: { before, after: shown(element) } };
}

function shown(element: Element): string {
  return element.innerHTML.replace(CARET_FILLER, '');
}
