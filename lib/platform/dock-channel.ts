/**
 * The line between the docked sidebar and the content script that docked it. In Firefox an
 * extension page inside a web page has a content script's APIs only, so `tabs.connect` is not
 * there; a MessagePort works in both browsers and needs no background.
 *
 * The helpdesk page must be able neither to listen nor to pose as the content script: the port is
 * sent to our own origin only, and comes with a secret that stands in the extension's storage.
 */
import { browser } from 'wxt/browser';
import { createId } from '@/lib/core/ids';
import type { SidebarPort } from '@/lib/platform/ports';

const HELLO = 'trivet-dock-hello';
const OFFER = 'dock-offer.';
/** An offer that nobody took up is forgotten. */
const OFFER_MS = 5_000;

/** The sidebar's end of the line. */
export interface DockLine {
  /** False when the line is down. */
  post(message: unknown): boolean;
  onMessage(listener: (message: unknown) => void): void;
  /** Called when nobody took up the line, or the page has gone. */
  onDisconnect(listener: () => void): void;
  close(): void;
}

/** In the page: offers a port to every sidebar in a frame that `isDock` knows; returns how to stop. */
export function listenForDock(
  document: Document,
  isDock: (source: MessageEventSource | null) => boolean,
  onPort: (port: SidebarPort) => void,
): () => void {
  // Not by URL: whether it knows the origin of our scheme differs by browser.
  const origin = browser.runtime.getURL('/').slice(0, -1);
  const onHello = ({ data, source, origin: sender }: MessageEvent): void => {
    if (data !== HELLO || sender !== origin || !isDock(source)) return;
    void offerPort(source as Window, origin).then((port) => port && onPort(port));
  };
  const window = document.defaultView;
  window?.addEventListener('message', onHello);
  return () => window?.removeEventListener('message', onHello);
}

/** In the docked sidebar: asks the page around it for a line. Messages wait until there is one. */
export function openDockLine(window: Window): DockLine {
  let port: MessagePort | null = null;
  let isDown = false;
  const waiting: string[] = [];
  const listeners: ((message: unknown) => void)[] = [];
  const enders: (() => void)[] = [];

  const end = (): void => {
    if (isDown) return;
    isDown = true;
    stop();
    port?.close();
    for (const listener of enders) listener();
  };
  const take = (offered: MessagePort): void => {
    port = offered;
    stop();
    port.addEventListener('message', ({ data }) => {
      const message = parse(data);
      for (const listener of listeners) listener(message);
    });
    port.addEventListener('close', end);
    port.start();
    for (const text of waiting) port.postMessage(text);
  };
  const onOffer = ({ data, source, ports: [offered] }: MessageEvent): void => {
    if (source !== window.parent || typeof data !== 'string' || !offered) return;
    void takeIfGenuine(data, offered);
  };
  const takeIfGenuine = async (offer: string, offered: MessagePort): Promise<void> => {
    if ((await isGenuine(offer)) && !port && !isDown) take(offered);
  };
  const patience = setTimeout(end, OFFER_MS);
  function stop(): void {
    clearTimeout(patience);
    window.removeEventListener('message', onOffer);
  }
  window.addEventListener('message', onOffer);
  window.parent.postMessage(HELLO, '*');

  return {
    post(message) {
      if (isDown) return false;
      const text = JSON.stringify(message);
      if (port) port.postMessage(text);
      else waiting.push(text);
      return true;
    },
    onMessage: (listener) => void listeners.push(listener),
    onDisconnect: (listener) => void enders.push(listener),
    close() {
      enders.length = 0;
      end();
    },
  };
}

async function offerPort(frame: Window, origin: string): Promise<SidebarPort | null> {
  const offer = OFFER + createId();
  try {
    await browser.storage.local.set({ [offer]: true });
  } catch {
    return null;
  }
  setTimeout(() => void forget(offer), OFFER_MS);
  const { port1, port2 } = new MessageChannel();
  frame.postMessage(offer, origin, [port2]);
  port1.start();
  return {
    isDocked: true,
    // As text: Firefox does not pass an isolated script's objects to a page's port.
    post: (message) => port1.postMessage(JSON.stringify(message)),
    onMessage: (listener) => port1.addEventListener('message', ({ data }) => listener(parse(data))),
    onDisconnect: (listener) => port1.addEventListener('close', listener),
  };
}

/** True when our own content script made the offer; each is good for one line. */
async function isGenuine(offer: string): Promise<boolean> {
  if (!offer.startsWith(OFFER)) return false;
  try {
    const stored = await browser.storage.local.get(offer);
    const isKnown = stored[offer] === true;
    if (isKnown) await forget(offer);
    return isKnown;
  } catch {
    return false;
  }
}

async function forget(offer: string): Promise<void> {
  try {
    await browser.storage.local.remove(offer);
  } catch {
    // The extension was reloaded; its next start finds a key that means nothing.
  }
}

function parse(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : null;
  } catch {
    return null;
  }
}
