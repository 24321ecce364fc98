/** The isolated world's end of the bridge: marks the editable, asks, and believes only a valid answer. */
import { systemClock, type Clock } from '@/lib/core/clock';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { EditorBridge } from '@/lib/helpdesks/contract';
import {
  CONFIRM_EVENT,
  REQUEST_EVENT,
  RESPONSE_EVENT,
  TARGET_ATTRIBUTE,
  parseConfirm,
  parseResponse,
  type BridgeRequest,
  type BridgeResponse,
  type Held,
} from '@/lib/helpdesks/editors/bridge-protocol';

/** The editor's model answers within the event; a simulated paste needs a few frames. */
const PATIENCE_MS = 3_000;
/** A key held down or a double click means one insert, in whichever editor. */
const SAME_INSERT_MS = 2_000;

type Question = BridgeRequest extends infer R
  ? R extends BridgeRequest
    ? Omit<R, 'nonce'>
    : never
  : never;

/** The bridge of one document. The request goes out before `insert` or `undo` first yields. */
export function createEditorBridge(
  document: Document,
  patienceMs = PATIENCE_MS,
  now: Clock = systemClock,
): EditorBridge {
  /** What went into which editable last, and when. */
  const recent = new WeakMap<Element, { key: string; at: number }>();

  return {
    async insert(composer, { form, html, hrefs }, isStillMeant) {
      const key = `${form}|${html}`;
      const last = recent.get(composer);
      if (last?.key === key && now() - last.at < SAME_INSERT_MS) {
        return fail(fault('already-inserted'));
      }
      recent.set(composer, { key, at: now() });
      const question: Question = { op: 'insert', form, html, hrefs };
      const held = await ask(document, composer, question, { patienceMs, isStillMeant });
      if (!held.ok) recent.delete(composer);
      return held;
    },
    async undo(composer, { before, after }) {
      const undone = await ask(document, composer, { op: 'undo', before, after }, { patienceMs });
      if (!undone.ok) return undone;
      recent.delete(composer);
      return ok(undefined);
    },
  };
}

interface Asking {
  patienceMs: number;
  isStillMeant?: (() => boolean) | undefined;
}

function ask(
  document: Document,
  composer: Element,
  question: Question,
  { patienceMs, isStillMeant }: Asking,
): Promise<Result<Held>> {
  const nonce = crypto.randomUUID();
  return new Promise((resolve) => {
    const finish = (result: Result<Held>): void => {
      document.removeEventListener(RESPONSE_EVENT, onResponse);
      document.removeEventListener(CONFIRM_EVENT, onConfirm);
      clearTimeout(timer);
      composer.removeAttribute(TARGET_ATTRIBUTE);
      resolve(result);
    };
    const onResponse = (event: Event): void => {
      const response = parseResponse(event);
      if (response?.nonce === nonce) finish(toResult(response));
    };
    const onConfirm = (event: Event): void => {
      if (parseConfirm(event) === nonce && isStillMeant?.() === false) event.preventDefault();
    };
    const timer = setTimeout(() => finish(failed('no answer')), patienceMs);
    document.addEventListener(RESPONSE_EVENT, onResponse);
    document.addEventListener(CONFIRM_EVENT, onConfirm);
    composer.setAttribute(TARGET_ATTRIBUTE, nonce);
    document.dispatchEvent(
      new CustomEvent(REQUEST_EVENT, { detail: JSON.stringify({ ...question, nonce }) }),
    );
    // Whoever obeys takes the mark off at once. Pages opened before the extension have nobody there.
    if (composer.getAttribute(TARGET_ATTRIBUTE) === nonce) finish(failed('no bridge'));
  });
}

function toResult(response: BridgeResponse): Result<Held> {
  if (response.ok) return ok(response.value);
  return fail(fault(response.refusal.kind, { why: response.refusal.why.slice(0, 60) }));
}

function failed(why: string): Result<Held> {
  return fail(fault('insert-failed', { why }));
}
