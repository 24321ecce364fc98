/** The page world's end of the bridge: obeys nothing but an insert or undo for a marked element. */
import { webAddress } from '@/lib/core/url';
import {
  CONFIRM_EVENT,
  REQUEST_EVENT,
  RESPONSE_EVENT,
  TARGET_ATTRIBUTE,
  parseRequest,
  refuse,
  type BridgeAnswer,
  type BridgeRequest,
  type BridgeResponse,
} from '@/lib/helpdesks/editors/bridge-protocol';
import { findDriver } from '@/lib/helpdesks/editors/find-driver';
import { sanitise } from '@/lib/helpdesks/editors/sanitise';

/** Starts answering requests in `document`. */
export function startBridgeHost(document: Document): void {
  const touched = new WeakSet<Element>();
  // An editor the agent has never been in has no caret that means anything.
  document.addEventListener(
    'focusin',
    ({ target }) => {
      if (isElement(target)) touched.add(target);
    },
    true,
  );
  document.addEventListener(REQUEST_EVENT, (event) => {
    const request = parseRequest(event);
    const element = request && takeMarked(document, request.nonce);
    if (!element) return;
    const hasCaret = touched.has(element) || document.activeElement === element;
    void answer(document, element, request, hasCaret);
  });
}

/** Finds the marked element and takes its mark off, so that a second host finds nothing. */
function takeMarked(document: Document, nonce: string): Element | null {
  const element = document.querySelector(`[${TARGET_ATTRIBUTE}="${nonce}"]`);
  element?.removeAttribute(TARGET_ATTRIBUTE);
  return element;
}

/** Runs up to the editor's change without yielding. A bug of ours or theirs is a refusal, not silence. */
async function obey(
  element: Element,
  request: BridgeRequest,
  hasCaret: boolean,
): Promise<BridgeAnswer> {
  try {
    const driver = findDriver(element);
    if (!driver) return refuse('insert-failed', 'no editor');
    if (request.op === 'undo') return await driver.undo(request);
    const document = element.ownerDocument;
    const content = sanitise(document, request.html);
    if (!content.text) return refuse('insert-failed', 'nothing to insert');
    const kept = new Set<string | undefined>(content.hrefs);
    if (!request.hrefs.every((href) => kept.has(webAddress(href)))) {
      return refuse('insert-failed', 'address refused');
    }
    const isStillMeant = (): boolean => confirm(document, request.nonce);
    return await driver.insert({ form: request.form, content, hasCaret, isStillMeant });
  } catch (error) {
    return refuse('insert-failed', error instanceof Error ? error.name : 'error');
  }
}

/** Answered within the event by our own world, which alone knows tickets and channels. */
function confirm(document: Document, nonce: string): boolean {
  const detail = JSON.stringify({ nonce });
  return document.dispatchEvent(new CustomEvent(CONFIRM_EVENT, { detail, cancelable: true }));
}

async function answer(
  document: Document,
  element: Element,
  request: BridgeRequest,
  hasCaret: boolean,
): Promise<void> {
  const outcome = await obey(element, request, hasCaret);
  const response: BridgeResponse = { ...outcome, nonce: request.nonce };
  document.dispatchEvent(new CustomEvent(RESPONSE_EVENT, { detail: JSON.stringify(response) }));
}

function isElement(target: EventTarget | null): target is Element {
  return target !== null && 'nodeType' in target && target.nodeType === Node.ELEMENT_NODE;
}
