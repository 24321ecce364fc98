/** Whether the composer writes a reply or a note: by its own marks, else by the button that opened it. */
import type { HelpdeskPage } from '@/lib/helpdesks/contract';
import { closestTo, isBuiltIn, type Selector } from '@/lib/helpdesks/dom';
import * as places from '@/lib/helpdesks/helpscout/selectors';
import type { Channel } from '@/lib/model/page-state';

type Written = Extract<Channel, 'public' | 'internal'>;

/** A press of Reply or Note, and the conversation it was about. */
interface Press {
  channel: Written;
  path: string;
}

export interface ChannelMemory {
  /** `unknown`, which counts as public, where the marks contradict the button or nothing tells. */
  channelOf(composer: Element): Channel;
  /** Listens for presses of Reply and Note, the agent's and ours; returns how to stop. */
  watch(page: HelpdeskPage): () => void;
}

/**
 * How a note's composer differs from a reply's is not established for every build of the page, so the
 * last press of Reply or Note counts as well. Whatever else may change the channel — another button,
 * a key outside the text or with a modifier — ends that: then only the marks are left.
 */
export function createChannelMemory(): ChannelMemory {
  let pressed: Press | null = null;

  return {
    channelOf(composer) {
      const isHere = pressed?.path === pathOf(composer.ownerDocument);
      return agreed(markOf(composer), isHere ? (pressed?.channel ?? null) : null);
    },
    watch({ document }) {
      const stop = new AbortController();
      const options = { capture: true, signal: stop.signal };
      const onClick = ({ target }: Event): void => {
        const channel = buttonOf(target);
        if (channel) pressed = { channel, path: pathOf(document) };
        else if (isControl(target)) pressed = null;
      };
      const onKey = (event: KeyboardEvent): void => {
        const hasModifier = event.altKey || event.ctrlKey || event.metaKey;
        if (hasModifier || !isWriting(event.target)) pressed = null;
      };
      document.addEventListener('click', onClick, options);
      document.addEventListener('keydown', onKey, options);
      return () => stop.abort();
    },
  };
}

function agreed(mark: Written | null, press: Written | null): Channel {
  if (mark === null) return press ?? 'unknown';
  return press === null || press === mark ? mark : 'unknown';
}

function markOf(composer: Element): Written | null {
  return toldBy(composer, places.noteComposer, places.replyComposer);
}

/** What a form from the settings takes for a note may be a reply: no customer shall pay for that. */
function toldBy(element: Element, ofNote: Selector, ofReply: Selector): Written | null {
  const note = closestTo(element, ofNote);
  const reply = closestTo(element, ofReply);
  if ((note === null) === (reply === null)) return null;
  if (note === null) return 'public';
  return isBuiltIn(note, ofNote) ? 'internal' : null;
}

function buttonOf(target: EventTarget | null): Written | null {
  if (!isElement(target)) return null;
  return toldBy(target, places.noteButton, places.replyButton);
}

function isControl(target: EventTarget | null): boolean {
  return (
    isElement(target) && target.closest('button, a, [role^="menuitem"], [role="tab"]') !== null
  );
}

function isWriting(target: EventTarget | null): boolean {
  return isElement(target) && target.closest('[contenteditable="true"], input, textarea') !== null;
}

function isElement(target: EventTarget | null): target is Element {
  return target !== null && 'closest' in target;
}

function pathOf({ URL: address }: Document): string {
  return new URL(address).pathname;
}
