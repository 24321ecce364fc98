/** One-shot messages between our contexts: the background's listener, and the way to reach it. */
import { browser, type Browser } from 'wxt/browser';

/** Who sent a message, as far as the browser vouches for it. */
export interface MessageSender {
  /** True when it came from this extension's own code, page or content script. */
  isOurs: boolean;
  /** The sender's origin; a compromised page process cannot forge it, unlike `url`. */
  origin: string | null;
  url: string | null;
}

/** What became of a message. `unreachable`: nobody answered, e.g. a worker that was just stopped. */
export type Delivery =
  { answer: unknown } | { failed: 'unreachable' } | { failed: 'extension-gone' };

/** Sends a message to the background and waits for its answer. */
export async function sendToBackground(message: unknown): Promise<Delivery> {
  try {
    const answer: unknown = await browser.runtime.sendMessage(message);
    // A listener that was stopped while it answered leaves nothing, in some browsers without error.
    return answer === undefined ? { failed: 'unreachable' } : { answer };
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    const isGone = /context invalidated/i.test(text) || !hasRuntime();
    return { failed: isGone ? 'extension-gone' : 'unreachable' };
  }
}

/**
 * Answers every message sent to the background with what `answer` resolves to, which must not
 * reject. Returns how to stop.
 */
export function answerMessages(
  answer: (message: unknown, sender: MessageSender) => Promise<unknown>,
): () => void {
  const listener = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    respond: (value: unknown) => void,
  ): true => {
    void answer(message, toSender(sender)).then(respond);
    // Keeps the channel open until `respond` is called.
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

function toSender(sender: Browser.runtime.MessageSender): MessageSender {
  return {
    isOurs: sender.id === browser.runtime.id,
    origin: sender.origin ?? null,
    url: sender.url ?? null,
  };
}

/** False in a page that outlived its extension. */
function hasRuntime(): boolean {
  try {
    return typeof browser.runtime.id === 'string';
  } catch {
    return false;
  }
}
