/** The docked sidebar: our own page in an iframe beside the helpdesk, out of reach of the page's styles and scripts. */
import { createDockFrame, type DockTexts } from '@/lib/app/dock/dock-frame';
import { reserveSpace } from '@/lib/app/dock/dock-space';
import { DEFAULT_WIDTH, clampWidth } from '@/lib/app/dock/dock-width';
import type { DockChoice } from '@/lib/platform/dock-storage';

/** Where the agent's choice is kept, for all tabs. */
interface DockChoiceStore {
  read(): Promise<DockChoice | null>;
  write(choice: DockChoice): Promise<void>;
  watch(onChange: (choice: DockChoice) => void): () => void;
}

interface DockParts {
  document: Document;
  frameUrl: string;
  texts: DockTexts;
  choice: DockChoiceStore;
}

export interface Dock {
  /** There is a ticket: open, or collapsed to its handle, as the agent left it. */
  show(): void;
  /** There is no ticket: nothing to see. */
  hide(): void;
  open(): void;
  collapse(): void;
  toggle(): void;
  /** Opens it and moves the keyboard there. */
  focus(): void;
  resize(width: number): void;
  isOpen(): boolean;
  /** True for the window of the sidebar in the dock. */
  holds(source: MessageEventSource | null): boolean;
  /** Leaves the page as it was. */
  remove(): void;
}

/** Makes the dock; nothing is mounted before it is first shown and the agent's choice is known. */
export function createDock({ document, frameUrl, texts, choice: store }: DockParts): Dock {
  const space = reserveSpace(document);
  const frame = createDockFrame({
    document,
    frameUrl,
    texts,
    onOpen: () => choose({ collapsed: false }),
    onResize: (width, isFinal) => {
      if (isFinal) choose({ width });
      else render({ ...choice, width });
    },
  });
  let choice: DockChoice = { width: DEFAULT_WIDTH, collapsed: false };
  let isWanted = false;
  let isKnown = false;

  function render(shown: DockChoice): void {
    if (!isKnown) return;
    const width = clampWidth(shown.width);
    const view = !isWanted ? 'hidden' : shown.collapsed ? 'handle' : 'open';
    frame.render(view, width);
    if (view === 'open') space.take(width);
    else space.release();
  }
  function choose(change: Partial<DockChoice>): void {
    choice = { ...choice, ...change };
    render(choice);
    void store.write(choice);
  }
  const learn = (known: DockChoice): void => {
    choice = known;
    isKnown = true;
    render(choice);
  };
  const stopWatching = store.watch(learn);
  void store.read().then((known) => learn(known ?? choice));

  const dock: Dock = {
    show() {
      isWanted = true;
      render(choice);
    },
    hide() {
      isWanted = false;
      render(choice);
    },
    open() {
      isWanted = true;
      choose({ collapsed: false });
    },
    collapse: () => choose({ collapsed: true }),
    toggle() {
      if (dock.isOpen()) dock.collapse();
      else dock.open();
    },
    focus() {
      dock.open();
      frame.focus();
    },
    resize: (width) => choose({ width: clampWidth(width) }),
    isOpen: () => isWanted && !choice.collapsed,
    holds: (source) => frame.holds(source),
    remove() {
      stopWatching();
      space.release();
      frame.remove();
    },
  };
  return dock;
}
