/**
 * What crosses between our isolated script and the page's own world: JSON text in CustomEvents,
 * about one element marked with a one-time attribute. The page can see and forge all of it, so it
 * carries nothing secret and can do nothing the page could not do to its own editor.
 *
 * Checked by hand: the host loads into every helpdesk page, and `zod/mini` would triple its size.
 */

export const REQUEST_EVENT = 'trivet-editor-request';
export const RESPONSE_EVENT = 'trivet-editor-response';
/** Asked before a change that comes later than its request; cancelled when it is no longer wanted. */
export const CONFIRM_EVENT = 'trivet-editor-confirm';
/** Set on the editable to act on; the host takes it off, so that a request is obeyed once. */
export const TARGET_ATTRIBUTE = 'data-trivet-target';

export interface InsertRequest {
  op: 'insert';
  nonce: string;
  form: 'link' | 'passage';
  html: string;
  hrefs: string[];
}
export interface UndoRequest {
  op: 'undo';
  nonce: string;
  before: string;
  after: string;
}
export type BridgeRequest = InsertRequest | UndoRequest;

/** Why an insert or an undo did not happen. The faults with these kinds are made in our own world. */
export interface Refusal {
  kind: 'insert-failed' | 'draft-changed';
  why: string;
}
/** What the editor held before and after. */
export interface Held {
  before: string;
  after: string;
}
export type BridgeAnswer = { ok: true; value: Held } | { ok: false; refusal: Refusal };
export type BridgeResponse = BridgeAnswer & { nonce: string };

export function refuse(kind: Refusal['kind'], why: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { kind, why } };
}

/** Null for whatever is not a whole request: the page may send anything under our name. */
export function parseRequest(event: Event): BridgeRequest | null {
  const { op, nonce, form, html, hrefs, before, after } = detailOf(event);
  if (!isNonce(nonce)) return null;
  if (op === 'undo' && isText(before) && isText(after)) return { op, nonce, before, after };
  const isForm = form === 'link' || form === 'passage';
  const areHrefs = Array.isArray(hrefs) && hrefs.every(isText);
  if (op !== 'insert' || !isForm || !isText(html) || !areHrefs) return null;
  return { op, nonce, form, html, hrefs };
}

/** The request that a confirmation is about. */
export function parseConfirm(event: Event): string | null {
  const { nonce } = detailOf(event);
  return isNonce(nonce) ? nonce : null;
}

export function parseResponse(event: Event): BridgeResponse | null {
  const { ok, nonce, value, refusal } = detailOf(event);
  if (!isNonce(nonce)) return null;
  const { before, after } = fieldsOf(value);
  if (ok === true && isText(before) && isText(after)) {
    return { ok, nonce, value: { before, after } };
  }
  const { kind, why } = fieldsOf(refusal);
  const isKind = kind === 'insert-failed' || kind === 'draft-changed';
  return ok === false && isKind && isText(why) ? { ok, nonce, refusal: { kind, why } } : null;
}

type Fields = Readonly<Record<string, unknown>>;

function detailOf(event: Event): Fields {
  const detail: unknown = 'detail' in event ? event.detail : null;
  if (typeof detail !== 'string') return {};
  try {
    return fieldsOf(JSON.parse(detail));
  } catch {
    return {};
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** It goes into a selector, so nothing else may be in it. */
function isNonce(value: unknown): value is string {
  return isText(value) && /^[0-9a-f-]{36}$/.test(value);
}
